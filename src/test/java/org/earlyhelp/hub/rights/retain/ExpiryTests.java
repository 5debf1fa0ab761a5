package org.earlyhelp.hub.rights.retain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.DataClass;
import org.junit.jupiter.api.Test;

class ExpiryTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static List<Expiry> shipped() {
        AgreementBook book = new AgreementBook();
        book.load(Path.of("agreements"));
        return Expiry.of(book.agreements(), TODAY);
    }

    @Test
    void takesEveryPeriodFromTheAgreement() {
        assertThat(shipped()).contains(new Expiry("avonford-police", DataClass.MISSING, LocalDate.of(2020, 11, 23)),
                new Expiry("avonford-police", DataClass.FREE_TEXT, LocalDate.of(2025, 11, 23)), new Expiry("avonford-police", DataClass.ADDRESS, LocalDate.of(2024, 11, 23)));
    }

    @Test
    void takesPartsBeforeWholeRecordsAndNeverIdentityByItself() {
        List<Boolean> whole = shipped().stream().map(Expiry::isWholeRecord).toList();

        assertThat(whole).isSorted();
        assertThat(shipped()).noneMatch(expiry -> expiry.dataClass() == DataClass.IDENTITY);
        assertThat(shipped()).filteredOn(Expiry::isWholeRecord).allSatisfy(expiry -> assertThat(expiry.factKind()).isNotNull());
    }
}
