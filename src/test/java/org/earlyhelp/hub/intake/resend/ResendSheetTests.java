package org.earlyhelp.hub.intake.resend;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.alert.support.Schemas;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.support.WrittenExample;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What stands in resend.csv is what its schema and its example say. */
class ResendSheetTests {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:40:00Z");
    private static final AccountName SCHOOLS = new AccountName("avonford-schools", null);

    private static LostFile lost(String receipt, String digits, Instant at) {
        return LostFile.file(receipt, "01KAN0R7G00000000000000001", SCHOOLS, "school-attendance", digits.repeat(32), 184_220, at);
    }

    private static List<String> rows(String sheet) {
        return CsvReader.builder().ofNamedCsvRecord(sheet).stream().map(NamedCsvRecord::getFieldsAsMap).map(JsonMapper.shared()::writeValueAsString).toList();
    }

    @Test
    void showsWhatIsAskedFor() throws IOException {
        String sheet = ResendSheet.text(List.of(lost("R-20261122-7F3KQ2", "a1", MONDAY.minusSeconds(86_400)), lost("R-20261123-8G4MR3", "b2", MONDAY.minusSeconds(600))), MONDAY);

        assertThat(rows(sheet)).hasSize(3).allSatisfy(row -> assertThat(Schemas.faults("resend.v1.json", row)).isEmpty());
        WrittenExample.is("resend.csv", sheet);
    }

    @Test
    void theSchemaRefusesHalfALine() {
        String row = rows(ResendSheet.text(List.of(lost("R-20261122-7F3KQ2", "a1", MONDAY)), null)).get(0);

        assertThat(Schemas.faults("resend.v1.json", row.replace("R-20261122-7F3KQ2", ""))).isNotEmpty();
        assertThat(Schemas.faults("resend.v1.json", row.replace("a1a1", ""))).isNotEmpty();
    }
}
