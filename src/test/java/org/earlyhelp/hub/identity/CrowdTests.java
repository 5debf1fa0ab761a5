package org.earlyhelp.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.util.List;
import java.util.stream.IntStream;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrowdTests {
    private static final List<String> SYLLABLES = List.of("Bo", "Ka", "Mi", "Tu", "Re", "Zo", "La", "Ne", "Fi", "Gu", "Wy");
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
        assertThat(borough.sql.sql("SELECT about || message FROM finding").query(String.class).single()).contains("b person ", "a name and a date of birth")
                .doesNotContainIgnoringCase("Okafor");
    }

    @Test
    void asksAboutManyOfOneNameAndBirthInsteadOfJoiningThem() {
        borough.link(IntStream.range(0, 30).mapToObj(i -> school("S" + i).about(aChild().at(i + " Row", "ZZ99 " + i % 10 + "A" + (char) ('A' + i % 26))))
                .toArray(RecordMaker[]::new));

        assertThat(borough.people()).hasSizeGreaterThan(4).allSatisfy(person -> assertThat(person).hasSizeLessThan(8));
        assertThat(borough.count("review_pair")).isPositive();
    }

    /** Children of one surname and date of birth and of different forenames, at places of their own. */
    private static RecordMaker[] alike(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> school("S" + i).about(aChild().homeless().forenames(SYLLABLES.get(i % 11) + SYLLABLES.get(i / 11).toLowerCase().repeat(3))))
                .toArray(RecordMaker[]::new);
    }
}
