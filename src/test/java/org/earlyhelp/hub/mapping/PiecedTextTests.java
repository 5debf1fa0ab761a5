package org.earlyhelp.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A text in pieces, for who may not see what it says. */
class PiecedTextTests {
    private static final MappingBook BOOK = new MappingBook().load(Path.of("mappings"));

    private static PiecedText of(String mapping, String text) {
        return PiecedText.of(BOOK.find(mapping).orElseThrow(), text);
    }

    @Test
    void showsTheSignsOfATableAndNoWord() {
        PiecedText text = of("open-involvements", "C-1,\"Okafor-Bell, Ada\",02/04/2012,,ZZ99 3VZ");

        assertThat(text.shown()).isEqualTo("‹1›,\"‹2›, ‹3›\",‹4›,,‹5› ‹6›");
        assertThat(text.pieces()).extracting(PiecedText.Piece::masked).containsExactly("X-9", "Xxxxxx-Xxxx", "Xxx", "99/99/9999", "XX99", "9XX");
    }

    @Test
    void putsTheWordsBackWhereTheirPiecesStand() {
        PiecedText text = of("open-involvements", "C-1,Okafor,Ada");

        assertThat(text.restored("‹1›,\"‹2›, ‹3›\",new", 100)).hasValue("C-1,\"Okafor, Ada\",new");
        assertThat(text.restored("‹3›‹3›", 100)).hasValue("AdaAda");
        assertThat(text.strange("‹1›‹4›")).hasValue("‹4›");
        assertThat(text.restored("‹0›", 100)).isEmpty();
        assertThat(text.restored("‹2›".repeat(100), 100)).isEmpty();
    }

    @Test
    void leavesTheNamesOfTheLayout() {
        assertThat(of("missing-children", "{\"child\":{\"surname\":\"surname\",\"Ada\":\"x\\u0001y\"}}").shown())
                .isEqualTo("{\"child\":{\"surname\":\"‹1›\",\"‹2›\":\"‹3›\\u0001‹4›\"}}");
        assertThat(of("health-visiting", "MSH|^~\\&|RIO\nPID|1||BOB\nBOB|x").shown()).isEqualTo("MSH|^~\\&|‹1›\nPID|‹2›||‹3›\n‹4›|‹5›");
        assertThat(of("domestic-abuse-xml", "<Victim ref=\"Victim\"><Surname>May</Surname></Victim>").shown()).contains("<Victim ").contains("<Surname>‹").contains("</Surname></Victim>").doesNotContain("May", "\"Victim\"");
    }

    @Test
    void picturesControlCharacters() {
        assertThat(of("open-involvements", "A\u0000b\u007F\n,\t1").shown()).isEqualTo("‹1›␀‹2›␡\n,\t‹3›");
        assertThat(PiecedText.hasPicture("a␀")).isTrue();
        assertThat(PiecedText.hasPicture("a\u0000 é")).isFalse();
    }
}
