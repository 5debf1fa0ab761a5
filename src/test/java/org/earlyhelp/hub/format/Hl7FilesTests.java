package org.earlyhelp.hub.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.format.Samples.HL7;
import static org.earlyhelp.hub.format.Samples.first;
import static org.earlyhelp.hub.format.Samples.items;
import static org.earlyhelp.hub.format.Samples.outline;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Hl7FilesTests {
    private static final String MSH = "MSH|^~\\&|APP|RXX|EHHUB|999|20260312093000||ADT^A31^ADT_A05|HV1|P|2.4\r";
    private static final String PID = "PID|1||9990000018^^^NHS^NH~77^^^RXX^MR||OKAFOR^CHIDI\r";

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("two bare messages", MSH + PID + MSH + PID, List.of("row 1", "row 3")),
                Arguments.of("line feeds", (MSH + PID + MSH + PID).replace('\r', '\n'), List.of("row 1", "row 3")),
                Arguments.of("both", (MSH + PID + MSH + PID).replace("\r", "\r\n"), List.of("row 1", "row 3")),
                Arguments.of("wrapped", "FHS|^~\\&|APP\rBHS|^~\\&|APP\r" + MSH + PID + MSH + PID + "BTS|2\rFTS|1\r", List.of("row 3", "row 5")),
                Arguments.of("batches", "BHS|^~\\&\r" + MSH + PID + "BTS|1\rBHS|^~\\&\r" + MSH + PID + "BTS|1\r", List.of("row 2", "row 6")),
                Arguments.of("block marks", "\u000B" + MSH + PID + "\u001C\r\u000B" + MSH + PID + "\u001C\r", List.of("row 1", "row 4")),
                Arguments.of("unknown segments", MSH + "ZZ9|a\r" + PID + "ZU8|1|2|3|Y\rXYZ\r", List.of("row 1")),
                Arguments.of("message without PID", MSH + "EVN|A31\r" + MSH + PID, List.of("bad 1 PID_MISSING", "row 3")),
                Arguments.of("PID before EVN", MSH + PID + "EVN|A31\r", List.of("row 1")),
                Arguments.of("another version", MSH.replace("2.4", "2.5.1") + PID + MSH.replace("2.4", "9.9") + PID, List.of("row 1", "row 3")),
                Arguments.of("no version", MSH.replace("|P|2.4", "") + PID + MSH + PID, List.of("row 1", "row 3")),
                Arguments.of("torn segment", MSH + PID + "and his mother\r" + MSH + PID, List.of("bad 1 BAD_HL7", "row 4")),
                Arguments.of("short header", "MSH\r" + PID + MSH + PID, List.of("bad 1 BAD_HL7", "row 3")),
                Arguments.of("NUL", MSH + PID.replace("CHIDI", "CH\u0000DI") + MSH + PID, List.of("bad 1 CONTROL_CHARACTER", "row 3")),
                Arguments.of("no HL7", "a,b,c\n1,2,3\n", List.of("whole 1 BAD_HEADER")),
                Arguments.of("wrapper only", "FHS|^~\\&\rFTS|0\r", List.of()),
                Arguments.of("too many segments", MSH + "OBX|1\r".repeat(SourceLimits.SEGMENT_LIMIT + 1), List.of("whole 1 LIMIT_EXCEEDED")),
                Arguments.of("empty", "", List.of("whole 0 EMPTY_FILE")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void readsFile(String name, String file, List<String> expected) {
        assertThat(outline(items(HL7, file))).isEqualTo(expected);
    }

    @Test
    void findsFieldsRepetitionsAndComponents() {
        SourceRecord message = first(HL7, MSH + PID + "NK1|1|OKAFOR^ADA|MTH^Mother\rNK1|2|OKAFOR^OBI|FTH\rOBX|1|CE|A^b^LOCAL||x\\T\\y\\F\\z\r");

        assertThat(List.of("MSH-10", "MSH-9.2", "PID-5.2", "PID-3.1", "PID-3[.5=MR].1", "PID-3[.4=NHS][.5=NH].1", "OBX-5.1"))
                .extracting(path -> message.text(path).orElse(null)).containsExactly("HV1", "A31", "CHIDI", "9990000018", "77", "9990000018", "x&y|z");
        assertThat(List.of("PID-3[.5=XX].1", "PID-99", "ZZZ-1", "PID-5.9", "PID-3[.5!=NH|MR].1"))
                .extracting(path -> message.text(path).isPresent()).containsOnly(false);
        assertThat(message.texts("PID-3.1")).containsExactly("9990000018", "77");
        assertThat(message.parts("NK1")).extracting(part -> part.text("NK1-2.2").orElse("") + " " + part.text("MSH-10").orElse(""))
                .containsExactly("ADA HV1", "OBI HV1");
    }

    @Test
    void readsADeletedValueAsAbsentAndSaysSo() {
        SourceRecord message = first(HL7, MSH + "PID|1||77||A^B||\"\"|\r");
        assertThat(message.text("PID-7")).isEmpty();
        assertThat(message.isErased("PID-7")).isTrue();
        assertThat(message.isErased("PID-8")).isFalse();
    }

    @Test
    void knowsAPathWhenItSeesOne() {
        assertThat(List.of("PID", "PID-3", "PID-3.1", "PID-3.1.2", "NK1-33[.4=NHS|CHI][.5!=NH].1", "PID-5[.7=].1")).allMatch(Hl7Path::isPath);
        assertThat(List.of("", "pid-3", "PID-0", "PID-3.0", "PID 3", "PID-3[5=NH]", "PID-3[.5=NH", "PIDX-3")).noneMatch(Hl7Path::isPath);
    }
}
