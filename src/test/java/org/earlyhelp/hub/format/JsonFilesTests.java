package org.earlyhelp.hub.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.format.Samples.JSON;
import static org.earlyhelp.hub.format.Samples.first;
import static org.earlyhelp.hub.format.Samples.items;
import static org.earlyhelp.hub.format.Samples.outline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonFilesTests {
    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("one object in a line", "{\"a\":1}", List.of("row 1")),
                Arguments.of("one object over lines", "{\n  \"a\": {\n \"b\": 1}\n}\n", List.of("row 1")),
                Arguments.of("one a line", "{\"a\":1}\n\n{\"a\":2}\r\n{\"a\":3}", List.of("row 1", "row 3", "row 4")),
                Arguments.of("mark before one a line", "\uFEFF{\"a\":1}\n{\"a\":2}\n", List.of("row 1", "row 2")),
                Arguments.of("array in a line", "[{\"a\":1},{\"a\":2}]", List.of("row 1", "row 1")),
                Arguments.of("array over lines", "[\n{\"a\":1},\n{\n\"a\":2}\n]\n", List.of("row 2", "row 3")),
                Arguments.of("empty array", "[]", List.of()),
                Arguments.of("objects over lines, one after another", "{\n\"a\":1\n}\n{\n\"a\":2\n}", List.of("row 1", "row 4")),
                Arguments.of("bad line in the middle", "{\"a\":1}\n{\"a\":\n{\"a\":3}\n", List.of("row 1", "bad 2 BAD_JSON", "row 3")),
                Arguments.of("bad first line", "{\"a\":\"x}\n{\"a\":2}\n", List.of("bad 1 BAD_JSON", "row 2")),
                Arguments.of("two values in a line", "{\"a\":1}\n{\"a\":2} {\"a\":3}\n", List.of("row 1", "bad 2 BAD_JSON")),
                Arguments.of("line that is no object", "{\"a\":1}\n7\n[]\n", List.of("row 1", "bad 2 BAD_JSON", "bad 3 BAD_JSON")),
                Arguments.of("break in an array", "[{\"a\":1},\n{\"a\" 2},\n{\"a\":3}]", List.of("row 1", "stop 2 BAD_JSON")),
                Arguments.of("array without end", "[{\"a\":1},\n{\"a\":2}\n", List.of("row 1", "row 2", "stop 3 BAD_JSON")),
                Arguments.of("array of other things", "[1,{\"a\":2},null]", List.of("bad 1 BAD_JSON", "row 1", "bad 1 BAD_JSON")),
                Arguments.of("text after the array", "[{\"a\":1}] x", List.of("row 1", "stop 1 BAD_JSON")),
                Arguments.of("no JSON", "a,b,c\n1,2,3\n", List.of("stop 1 BAD_JSON")),
                Arguments.of("escaped NUL", "[{\"a\":\"\\u0000\"},{\"a\":1}]", List.of("bad 1 CONTROL_CHARACTER", "row 1")),
                Arguments.of("half a character", "[{\"a\":\"\\ud83d\"},{\"a\":\"\\ud83d\\ude00\"}]", List.of("bad 1 CONTROL_CHARACTER", "row 1")),
                Arguments.of("raw NUL", "{\"a\":1}\n{\"a\":\"\u0000\"}\n{\"a\":3}", List.of("row 1", "bad 2 BAD_JSON", "row 3")),
                Arguments.of("too deep", "{\"a\":1}\n{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}", List.of("row 1", "whole 2 LIMIT_EXCEEDED")),
                Arguments.of("too deep in an array", "[{\"a\":1},\n" + "[".repeat(200_000), List.of("row 1", "whole 2 LIMIT_EXCEEDED")),
                Arguments.of("empty", "", List.of("whole 0 EMPTY_FILE")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void readsFile(String name, String file, List<String> expected) {
        assertThat(outline(items(JSON, file))).isEqualTo(expected);
    }

    @Test
    void readsTheArrayInsideAnObject() {
        SourceFormat wrapped = new SourceFormat.Json(StandardCharsets.UTF_8, "notices");
        assertThat(outline(items(wrapped, "{\"sent\":{\"by\":1},\"notices\":[{\"a\":1},{\"a\":2}],\"end\":1}"))).containsExactly("row 1", "row 1");
        assertThat(outline(items(wrapped, "{\"sent\":1}"))).containsExactly("whole 1 BAD_HEADER");
    }

    @Test
    void followsPathsThroughObjectsAndArrays() {
        SourceRecord record = first(JSON, "{\"a\":{\"b\":\" x \",\"n\":7,\"t\":true,\"z\":null,\"e\":\"  \"},\"list\":[{\"c\":\"1\"},{\"c\":\"2\"},3],\"none\":[]}");

        assertThat(record.text("a.b")).contains("x");
        assertThat(List.of("a.n", "a.t")).extracting(path -> record.text(path).orElse(null)).containsExactly("7", "true");
        assertThat(List.of("a", "a.z", "a.e", "a.b.c", "q.r", "list")).extracting(path -> record.text(path).orElse(null))
                .containsExactly(null, null, null, null, null, "3");
        assertThat(record.texts("list.c")).containsExactly("1", "2");
        assertThat(record.parts("list")).extracting(part -> part.text("c").orElse("")).containsExactly("1", "2");
        assertThat(record.isStated("none")).isTrue();
        assertThat(record.isStated("other")).isFalse();
    }
}
