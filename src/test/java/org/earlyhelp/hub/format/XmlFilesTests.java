package org.earlyhelp.hub.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.format.Samples.XML;
import static org.earlyhelp.hub.format.Samples.first;
import static org.earlyhelp.hub.format.Samples.items;
import static org.earlyhelp.hub.format.Samples.outline;
import static org.earlyhelp.hub.format.Samples.precheck;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class XmlFilesTests {
    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("two records", "<A>\n<R>1</R>\n<R>2</R></A>", List.of("row 2", "row 3")),
                Arguments.of("declaration and mark", "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<A><R/></A>", List.of("row 2")),
                Arguments.of("deeper and in a namespace", "<A xmlns='urn:x'><B><R/></B><p:R xmlns:p='urn:y'/></A>", List.of("row 1", "row 1")),
                Arguments.of("no record", "<A><B/></A>", List.of()),
                Arguments.of("broken after one", "<A><R>1</R>\n<R>2</A>", List.of("row 1", "stop 2 BAD_XML")),
                Arguments.of("cut", "<A><R>1</R>\n<R>2", List.of("row 1", "stop 2 BAD_XML")),
                Arguments.of("no XML", "a,b,c\n", List.of("stop 1 BAD_XML")),
                Arguments.of("NUL", "<A><R>1</R>\n<R>\u0000</R></A>", List.of("row 1", "stop 2 BAD_XML")),
                Arguments.of("document type", "<!DOCTYPE A>\n<A><R/></A>", List.of("whole 1 XML_FORBIDDEN")),
                Arguments.of("external entity", "<!DOCTYPE A [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><A><R>&x;</R></A>", List.of("whole 1 XML_FORBIDDEN")),
                Arguments.of("entity bomb", "<!DOCTYPE A [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><A><R>&b;</R></A>", List.of("whole 1 XML_FORBIDDEN")),
                Arguments.of("too deep", "<A>" + "<B>".repeat(60) + "<R/>", List.of("whole 1 LIMIT_EXCEEDED")),
                Arguments.of("record too deep", "<A><R>" + "<B>".repeat(100_000), List.of("whole 1 LIMIT_EXCEEDED")),
                Arguments.of("empty", "", List.of("whole 0 EMPTY_FILE")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void readsFile(String name, String file, List<String> expected) {
        assertThat(outline(items(XML, file))).isEqualTo(expected);
    }

    @Test
    void takesNothingOfAFileWithAnUndeclaredEntity() {
        assertThat(items(XML, "<A><R>&x;</R></A>")).noneMatch(SourceItem.Row.class::isInstance);
    }

    @Test
    void asksNoOtherMachineForAnEntity() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
            precheck(XML, "<!DOCTYPE A SYSTEM \"" + address + "\" [<!ENTITY % p SYSTEM \"" + address + "\"> %p;]><A><R/></A>");
            listener.setSoTimeout(200);
            Assertions.assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void followsPathsToElementsAndAttributes() {
        SourceRecord record = first(XML, "<A><R id=' 7 '> own <B k='1'>x&amp;y</B><B k='2'><![CDATA[<z>]]></B><C><D/></C></R></A>");

        assertThat(List.of("@id", ".", "B", "B/@k", "C/D", "C/D/@no", "E")).extracting(path -> record.text(path).orElse(null))
                .containsExactly("7", "own", "x&y", "1", null, null, null);
        assertThat(record.texts("B")).containsExactly("x&y", "<z>");
        assertThat(record.texts("B/@k")).containsExactly("1", "2");
        assertThat(record.parts("B")).extracting(part -> part.text("@k").orElse("") + part.text(".").orElse("")).containsExactly("1x&y", "2<z>");
        assertThat(record.parts("C/D")).hasSize(1);
    }
}
