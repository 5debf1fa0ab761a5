package org.earlyhelp.hub.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.format.Samples.CSV;
import static org.earlyhelp.hub.format.Samples.first;
import static org.earlyhelp.hub.format.Samples.items;
import static org.earlyhelp.hub.format.Samples.outline;
import static org.earlyhelp.hub.format.Samples.precheck;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvFilesTests {
    /** A file, and what it holds; a row's number is its line. */
    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("line feeds", "a,b,c\n1,2,3\n4,5,6\n", List.of("row 2", "row 3")),
                Arguments.of("carriage returns and line feeds", "a,b,c\r\n1,2,3\r\n4,5,6\r\n", List.of("row 2", "row 3")),
                Arguments.of("carriage returns", "a,b,c\r1,2,3\r4,5,6\r", List.of("row 2", "row 3")),
                Arguments.of("no break after the last line", "a,b,c\n1,2,3", List.of("row 2")),
                Arguments.of("empty lines", "a,b,c\n\n1,2,3\n\n\n4,5,6\n\n", List.of("row 3", "row 6")),
                Arguments.of("byte order mark", "\uFEFFa,b,c\n1,2,3\n", List.of("row 2")),
                Arguments.of("columns in another order, one unknown", "x,c,b,a\n0,3,2,1\n", List.of("row 2")),
                Arguments.of("quoted separator, break and quote", "a,b,c\n\"1,1\",\"2\n2\",\"3\"\"3\"\n4,5,6\n", List.of("row 2", "row 4")),
                Arguments.of("quote inside an unquoted text", "a,b,c\n1,2 \"3\" 4,5\n6,7,8\n", List.of("row 2", "row 3")),
                Arguments.of("header only", "a,b,c\n", List.of()),
                Arguments.of("empty file", "", List.of("whole 0 EMPTY_FILE")),
                Arguments.of("blanks only", " \n\n", List.of("whole 0 EMPTY_FILE")),
                Arguments.of("mark only", "\uFEFF", List.of("whole 0 EMPTY_FILE")),
                Arguments.of("column missing", "a,b,x\n1,2,3\n", List.of("whole 1 BAD_HEADER")),
                Arguments.of("column twice", "a,b,c,a\n1,2,3,4\n", List.of("whole 1 BAD_HEADER")),
                Arguments.of("no header", "1,2,3\n4,5,6\n", List.of("whole 1 BAD_HEADER")),
                Arguments.of("another separator", "a;b;c\n1;2;3\n", List.of("whole 1 BAD_HEADER")),
                Arguments.of("too few fields", "a,b,c\n1,2\n4,5,6\n", List.of("bad 2 TRUNCATED_ROW", "row 3")),
                Arguments.of("too many fields", "a,b,c\n1,2,3,4\n4,5,6\n", List.of("bad 2 TRUNCATED_ROW", "row 3")),
                Arguments.of("cut last line", "a,b,c\n1,2,3\n4,5", List.of("row 2", "bad 3 TRUNCATED_ROW")),
                Arguments.of("unclosed quote to the end", "a,b,c\n1,2,3\n4,\"5,6\n7,8,9\n", List.of("row 2", "stop 3 UNCLOSED_QUOTE")),
                Arguments.of("unclosed quote closed in a later row", "a,b,c\n1,2,3\n4,\"5,6\n7,\"8\",9\n", List.of("row 2", "stop 3 UNCLOSED_QUOTE")),
                Arguments.of("unclosed quote in the first field", "a,b,c\n1,2,3\n\"4,5,6\n7,8,9\n", List.of("row 2", "stop 3 UNCLOSED_QUOTE")),
                Arguments.of("unclosed quote in the header", "a,\"b,c\n1,2,3\n", List.of("whole 1 BAD_HEADER")),
                Arguments.of("NUL", "a,b,c\n1,2\u0000,3\n4,5,6\n", List.of("bad 2 CONTROL_CHARACTER", "row 3")),
                Arguments.of("NUL at the end of a field", "a,b,c\n1,2,3\u0000\n4,5,6\n", List.of("bad 2 CONTROL_CHARACTER", "row 3")),
                Arguments.of("bell", "a,b,c\n1,\u0007,3\n4,5,6\n", List.of("bad 2 CONTROL_CHARACTER", "row 3")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void readsFile(String name, String file, List<String> expected) {
        assertThat(outline(items(CSV, file))).isEqualTo(expected);
    }

    @Test
    void findsFieldsByHeaderAndStripsThem() {
        SourceRecord row = first(CSV, "c,x,a,b\n 3 ,0,\" 1\u00A0\",\n");
        assertThat(row.text("a")).contains("1");
        assertThat(row.text("b")).isEmpty();
        assertThat(row.text("c")).contains("3");
        assertThat(row.text("d")).isEmpty();
        assertThat(row.at()).isEqualTo(new SourceLocation(2, 1));
    }

    @Test
    void namesMissingAndUnknownColumns() {
        SourceItem.Stop stop = precheck(CSV, "a,b,See\n1,2,3\n").orElseThrow();
        assertThat(stop.message()).contains("the column \"c\"").contains("unknown \"See\"");
        assertThat(stop.fix()).contains("a, b, c");
    }

    @Test
    void repeatsNoDataWhenTheHeaderIsMissing() {
        SourceItem.Stop stop = precheck(CSV, "Okafor,Chidi,2015-04-02\n").orElseThrow();
        assertThat(stop.message()).doesNotContain("Okafor").contains("3 names that the layout does not know");
    }

    @Test
    void tellsHowManyFieldsARowHas() {
        SourceItem.BadRow bad = (SourceItem.BadRow) items(CSV, "a,b,c\n1,2\n").get(0);
        assertThat(bad.message()).isEqualTo("The row has 2 fields, the header has 3; the row is refused.");
    }

    @Test
    void refusesTheWholeFileForOneWrongByteAtItsEnd() {
        byte[] file = ("a,b,c\n" + "1,2,3\n".repeat(50_000) + "1,Zoë,3\n").getBytes(Charset.forName("windows-1252"));
        SourceItem.Stop stop = SourceFormats.precheck(CSV, new ByteArrayInputStream(file)).orElseThrow();

        assertThat(outline(stop)).isEqualTo("whole 50002 BAD_ENCODING");
        assertThat(stop.message()).contains("line 50002, column 5").contains("UTF-8");
    }

    @Test
    void refusesACharacterThatIsCutAtTheEnd() {
        byte[] file = Arrays.copyOf("a,b,c\n1,2,ë".getBytes(StandardCharsets.UTF_8), 11);
        assertThat(outline(items(CSV, file))).containsExactly("whole 2 BAD_ENCODING");
    }

    @Test
    void refusesBytesThatWindows1252DoesNotHave() {
        SourceFormat western = new SourceFormat.Csv(Charset.forName("windows-1252"), ';', List.of("a", "b"), List.of());
        byte[] file = {'a', ';', 'b', '\n', 'x', ';', (byte) 0x81, '\n'};
        assertThat(outline(items(western, file))).containsExactly("whole 2 BAD_ENCODING");
    }

    @Test
    void refusesAnOverlongField() {
        String file = "a,b,c\n1,2," + "x".repeat(SourceLimits.FIELD_LIMIT_CHARACTERS + 1) + "\n4,5," + "x".repeat(SourceLimits.FIELD_LIMIT_CHARACTERS) + "\n";
        assertThat(outline(items(CSV, file))).containsExactly("bad 2 FIELD_TOO_LONG", "row 3");
    }

    @Test
    void refusesAHeaderOfTooManyColumns() {
        String file = "a,b,c" + ",x".repeat(SourceLimits.COLUMN_LIMIT) + "\n";
        assertThat(outline(items(CSV, file))).containsExactly("whole 1 LIMIT_EXCEEDED");
    }

    @Test
    void stopsAtAQuoteThatSwallowsMoreThanARecordMayHold() {
        String file = "a,b,c\n1,2,3\n4,\"5,6\n" + "7,8,9\n".repeat(SourceLimits.RECORD_LIMIT_CHARACTERS / 6 + 10);
        assertThat(outline(items(CSV, file))).containsExactly("row 2", "stop 3 UNCLOSED_QUOTE");
        assertThat(precheck(CSV, file)).isEmpty();
    }

    @Test
    void prechecksHeaderWithoutReadingRows() {
        assertThat(precheck(CSV, "a,b,c\n1,2\n\"\u0000\n")).isEmpty();
    }

    @Test
    void repeatsOnlySoMuchOfUnknownColumns() {
        String names = IntStream.range(0, 100).mapToObj(number -> number + "n".repeat(500)).collect(Collectors.joining(","));
        SourceItem.Stop stop = Samples.precheck(Samples.CSV, "a,b," + names + "\n").orElseThrow();

        assertThat(stop.message()).contains("and 80 more").hasSizeLessThan(2_000);
    }
}
