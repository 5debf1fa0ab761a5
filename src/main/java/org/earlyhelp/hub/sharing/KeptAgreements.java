package org.earlyhelp.hub.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.storage.AgreementVersionStore;

/** The agreements of a hub that does not run in this process, for the verbs of an operator. */
public final class KeptAgreements {
    private KeptAgreements() {
    }

    /** Those that stand on the day by what people activated, whatever lies in the folder. Throws DataAccessException when they cannot be read. */
    public static AgreementBook standing(DataSource database, LocalDate day) {
        AgreementVersionStore store = AgreementVersionStore.over(database);
        List<AgreementFile> files = store.standing(day).stream().filter(version -> !version.removed())
                .flatMap(version -> store.text(version.number()).map(text -> AgreementFile.kept(version.agency(), text)).stream()).toList();
        AgreementBook book = new AgreementBook();
        book.adopt(files.stream().filter(file -> file.hub() == null).map(AgreementFile::agreement).flatMap(Optional::stream).toList(),
                files.stream().flatMap(file -> Stream.ofNullable(file.hub())).findFirst().orElse(null));
        return book;
    }
}
