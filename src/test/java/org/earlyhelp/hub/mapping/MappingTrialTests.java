package org.earlyhelp.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MappingTrialTests {
    private static final String HEADER = "Case Ref,NHS Number,UPN,Surname,Forename,DOB,Postcode,Service,Level,Lead Worker,Lead Worker Contact,Opened,Closed\n";
    private static final String GOOD = "C-1,,,Okafor,Chidi,2015-04-02,ZZ99 3VZ,Family Help,3,J. Okoro,,2026-09-01,\n";

    private static MappingTrial trial(String file) {
        return MappingTrial.of(Try.mapping("open-involvements"), file.getBytes(StandardCharsets.UTF_8), Try.TIME);
    }

    @Test
    void countsWhatAReceiptWouldSay() {
        MappingTrial trial = trial(HEADER + GOOD + GOOD.replace("Family Help", "Juggling") + "C-1,x\n" + GOOD.replace("C-1,,", "C-2,999,"));

        assertThat(trial).extracting(MappingTrial::records, MappingTrial::accepted, MappingTrial::rejected, MappingTrial::warnings, MappingTrial::fileRefused)
                .containsExactly(4L, 2L, 2L, 1L, false);
        assertThat(trial.faults()).extracting(fault -> fault.at().line() + " " + fault.code()).containsExactly("3 UNKNOWN_CODE", "4 TRUNCATED_ROW", "5 BAD_CHECK_DIGIT");
        assertThat(trial.notices()).hasSize(2);
    }

    @Test
    void takesNothingOfAFileThatIsRefusedWhole() {
        byte[] file = (HEADER + GOOD).replace("Chidi", "Zo\u00EB").getBytes(StandardCharsets.ISO_8859_1);
        MappingTrial trial = MappingTrial.of(Try.mapping("open-involvements"), file, Try.TIME);

        assertThat(trial).extracting(MappingTrial::accepted, MappingTrial::fileRefused).containsExactly(0L, true);
        assertThat(trial.faults()).extracting(RowFault::code).containsExactly("BAD_ENCODING");
    }

    @Test
    void warnsOfAFileWithoutRows() {
        MappingTrial trial = trial(HEADER);
        assertThat(trial.faults()).extracting(fault -> fault.severity() + " " + fault.code()).containsExactly("WARNING NO_ROWS");
        assertThat(trial.fileRefused()).isFalse();
    }

    @Test
    void keepsTheRowsBeforeAnUnclosedQuote() {
        MappingTrial trial = trial(HEADER + GOOD + GOOD.replace("Okafor", "\"Okafor") + GOOD);
        assertThat(trial.accepted()).isEqualTo(1);
        assertThat(trial.faults()).extracting(fault -> fault.at().line() + " " + fault.code()).containsExactly("3 UNCLOSED_QUOTE");
    }

    @Test
    void listsNoMoreFaultsThanItsLimit() {
        MappingTrial trial = trial(HEADER + "x\n".repeat(MappingTrial.FAULT_LIMIT + 1));
        assertThat(trial.faults()).hasSize(MappingTrial.FAULT_LIMIT);
        assertThat(trial.faultsTruncated()).isTrue();
        assertThat(trial.rejected()).isEqualTo(MappingTrial.FAULT_LIMIT + 1L);
    }
}
