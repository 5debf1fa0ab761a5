package org.earlyhelp.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.util.stream.IntStream;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrowdTests {
    private final Borough borough = new Borough();

    @AfterEach
    void close() {
        borough.close();
    }

    @Test
    void tellsAStewardOnceThatTooManyAreAlike() {
        int people = PersonIndex.MAX_CANDIDATES + 2;
        borough.link(alike(0, people));
        borough.restart().link(alike(people, people + 2));

        assertThat(borough.people()).hasSize(people + 2);
        assertThat(borough.findings()).containsExactly("CANDIDATES_CUT");
        assertThat(borough.sql.sql("SELECT about || message FROM finding").query(String.class).single()).contains("born person ", "surname and date of birth")
                .doesNotContainIgnoringCase("Okafor");
    }

    /** Children of one surname and date of birth and of different forenames, at places of their own. */
    private static RecordMaker[] alike(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> school("S" + i).about(aChild().homeless().forenames("Chidi" + (char) ('a' + i % 26) + (char) ('a' + i / 26))))
                .toArray(RecordMaker[]::new);
    }
}
