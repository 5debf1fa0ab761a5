package org.earlyhelp.hub.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.format.Samples.CSV;
import static org.earlyhelp.hub.format.Samples.HL7;
import static org.earlyhelp.hub.format.Samples.JSON;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a record that cannot be read, and another that is read in its place. */
class MendedTextTests {
    private static final SourceFormat WIDE = new SourceFormat.Csv(StandardCharsets.UTF_8, ',', List.of("a"), List.of(), Map.of(),
            new WideColumns("day", List.of(new WideColumns.WideColumn("mark", "", "Mon", "", List.of("Mon", "Tue")::contains))));
    private static final SourceFormat FIXED = new SourceFormat.Fixed(StandardCharsets.UTF_8, new LinkedHashMap<>(Map.of("a", new Span(1, 3))), 0, List.of(), false);
    private static final SourceFormat NESTED = new SourceFormat.Json(StandardCharsets.UTF_8, "list", List.of("school"), "pupils");
    private static final SourceFormat XML = new SourceFormat.Xml(StandardCharsets.UTF_8, "R", List.of("Head"), null);
    private static final String MESSAGE = "MSH|^~\\&|A|B|C|D|20261121||ADT^A04|1|P|2.4\rPID|1||1\r";

    private static List<SourceItem> items(SourceFormat format, String file, ReadingManner manner) {
        List<SourceItem> items = new ArrayList<>();
        try (SourceReader reader = SourceFormats.open(format, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), manner)) {
            reader.forEachRemaining(items::add);
        }
        return items;
    }

    private static String sent(SourceFormat format, String file) {
        return items(format, file, ReadingManner.PLAIN.keepingSentTexts()).stream().filter(SourceItem.BadRow.class::isInstance)
                .map(item -> ((SourceItem.BadRow) item).text()).findFirst().orElseThrow();
    }

    private static List<SourceItem> mended(SourceFormat format, String file, long record, String text) {
        List<SourceItem> items = new ArrayList<>();
        try (SourceReader reader = SourceFormats.open(format, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))) {
            while (reader.hasNext()) {
                SourceItem item = reader.next();
                items.addAll(item.at().record() == record ? reader.reread(item.at(), text) : List.of(item));
            }
        }
        return items;
    }

    private static String text(SourceItem item, String path) {
        return ((SourceItem.Row) item).source().text(path).orElse(null);
    }

    @Test
    void givesTheLineOfATable() {
        assertThat(sent(CSV, "a,b,c\n1,2,3\n 4 ,\"x, \"\"y\"\"\"\n")).isEqualTo("4,\"x, \"\"y\"\"\"");
        assertThat(sent(CSV, "a,b,c\n1,2,3,4,5\n")).isEqualTo("1,2,3,4,5");
        assertThat(sent(CSV, "a,b,c\n1,,\u0001\n")).isEqualTo("1,,\u0001");
        assertThat(sent(FIXED, "abc\n ab\tc\n")).isEqualTo(" ab\tc");
    }

    @Test
    void keepsNoTextUnlessItIsWanted() {
        assertThat(items(CSV, "a,b,c\n1\n", ReadingManner.PLAIN)).extracting("text").containsExactly((Object) null);
    }

    @Test
    void keepsNoTextThatNobodyCanMend() {
        String file = "a,b,c\n" + "x".repeat(SourceLimits.MENDED_LIMIT_CHARACTERS + 1) + "\n";

        assertThat(items(CSV, file, ReadingManner.PLAIN.keepingSentTexts())).extracting("text").containsExactly((Object) null);
    }

    @Test
    void readsALineByTheHeaderOfItsFile() {
        List<SourceItem> items = mended(CSV, "c,b,a\n1,2,3\nshort\n7,8,9\n", 2, "4,\"5, five\",6");

        assertThat(items).extracting(item -> item.at().line() + " " + item.at().record() + " " + text(item, "c") + " " + text(item, "b"))
                .containsExactly("2 1 1 2", "3 2 4 5, five", "4 3 7 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1,2,3\n4,5,6", "\n", "1,\"2,3", "1,\"2\"x,3", "1,\u0001,3"})
    void refusesWhatIsNoLineEither(String text) {
        List<SourceItem> items = mended(CSV, "a,b,c\nshort\n7,8,9\n", 1, text);

        assertThat(items.get(0)).isInstanceOf(SourceItem.BadRow.class);
        assertThat(items.get(0).at()).isEqualTo(new SourceLocation(2, 1));
        assertThat(text(items.get(1), "a")).isEqualTo("7");
    }

    @Test
    void givesAllRecordsOfAWideLineOnePlace() {
        List<SourceItem> items = mended(WIDE, "a,Mon,Tue\n1,/\n2,/,O\n", 1, "1,/,O");

        assertThat(items).extracting(item -> item.at().record() + text(item, "day") + text(item, "mark")).containsExactly("1Mon/", "1TueO", "2Mon/", "3TueO");
    }

    @Test
    void readsALineOfFixedColumns() {
        assertThat(mended(FIXED, "abc\nab\n", 2, "ABC")).extracting(item -> text(item, "a")).containsExactly("abc", "ABC");
        assertThat(mended(FIXED, "ab\n", 1, "ABCD")).hasOnlyElementsOfType(SourceItem.BadRow.class);
    }

    @Test
    void readsAJsonLine() {
        String file = "{\"a\":1}\n{\"a\":\n{\"a\":3}\n";

        assertThat(sent(JSON, file)).isEqualTo("{\"a\":");
        assertThat(mended(JSON, file, 2, "{\"a\":\n2}")).extracting(item -> text(item, "a")).containsExactly("1", "2", "3");
        assertThat(mended(JSON, file, 2, "{\"a\":2} {")).extracting(Samples::outline).containsExactly("row 1", "bad 2 BAD_JSON", "row 3");
    }

    @Test
    void readsAnElementInItsPlaceWithWhatStandsAround() {
        String file = "{\"school\":\"S\",\"list\":[{\"pupils\":[{\"n\":\"1\"}]},{\"pupil\":[{\"n\":\"2\"}]},{\"pupils\":[{\"n\":\"4\"}]}]}";
        List<SourceItem> items = mended(NESTED, file, 2, "{\"pupils\":[{\"n\":\"2\"},{\"n\":\"3\"}]}");

        assertThat(sent(NESTED, file)).contains("\"pupil\"", "\"2\"");
        assertThat(items).extracting(item -> item.at().record() + text(item, "school") + text(item, "pupils.n")).containsExactly("1S1", "2S2", "2S3", "3S4");
    }

    @Test
    void readsAMessage() {
        String file = "FHS|^~\\&\r" + MESSAGE + MESSAGE.replace("PID", "P D") + "BTS|2\r";

        assertThat(sent(HL7, file)).startsWith("MSH|").endsWith("\nP D|1||1");
        assertThat(mended(HL7, file, 2, MESSAGE.replace('\r', '\n').replace("||1\n", "||77\n"))).extracting(item -> text(item, "PID-3")).containsExactly("1", "77");
        assertThat(mended(HL7, file, 2, MESSAGE + MESSAGE)).extracting(Samples::outline).containsExactly("row 2", "bad 4 SEVERAL_RECORDS");
    }

    @Test
    void readsAnXmlRecord() {
        String file = "<F><Head><S>x</S></Head><R><n>1</n></R><R b='&lt;&quot;'><n>a\u007Fb</n></R></F>";
        String written = sent(XML, file);
        List<SourceItem> items = mended(XML, file, 2, written.replace("\u007F", ""));

        assertThat(written).isEqualTo("<R b=\"&lt;&quot;\">\n  <n>a\u007Fb</n>\n</R>");
        assertThat(items).extracting(item -> text(item, "Head/S") + text(item, "n") + text(item, "@b")).containsExactly("x1null", "xab<\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<R><n>", "<R/><R/>", "<Q/>", "<!DOCTYPE R [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><R><n>&e;</n></R>"})
    void refusesWhatIsNoXmlRecord(String text) {
        assertThat(mended(XML, "<F><R><n>a\u007Fb</n></R></F>", 1, text)).hasSize(1).hasOnlyElementsOfType(SourceItem.BadRow.class);
    }
}
