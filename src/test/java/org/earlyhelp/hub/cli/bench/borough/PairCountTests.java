package org.earlyhelp.hub.cli.bench.borough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.linkage.Reason;
import org.earlyhelp.hub.person.MentionedPerson;
import org.junit.jupiter.api.Test;

/** Counted by hand: Ann's three mentions lie in two persons, and her twin Bea's one mention lies in the first of them. */
class PairCountTests {
    private static final LocalDate BORN = LocalDate.parse("2019-04-02");
    private static final Resident ANN = new Resident("H-1/1", "H-1", Resident.Kind.CHILD, BORN, 1, "British");
    private static final Resident BEA = new Resident("H-1/2", "H-1", Resident.Kind.CHILD, BORN, 2, "British");
    private static final Resident CEM = new Resident("H-2/1", "H-2", Resident.Kind.CARER, BORN.minusYears(30), 0, "East Asian");
    private static final long FIRST = 1;
    private static final long SECOND = 2;
    private static final long THIRD = 3;
    private final PairCount pairs = new PairCount(List.of(mention(1, "health", ANN, FIRST), mention(2, "health", ANN, FIRST), mention(3, "police", ANN, SECOND),
            mention(4, "police", BEA, FIRST), mention(5, "police", CEM, THIRD), mention(6, "health", CEM, THIRD)));

    @Test
    void countsPairsFoundMissedAndFalselyJoined() {
        PairTally all = pairs.tally((one, other) -> true);

        assertThat(all).isEqualTo(new PairTally(2, 2, 2));
        assertThat(all.recall()).isEqualTo(0.5);
        assertThat(all.precision()).isEqualTo(0.5);
        assertThat(pairs.tally((one, other) -> one.who().isChild())).isEqualTo(new PairTally(1, 2, 2));
    }

    @Test
    void countsAPairForBothItsAgencies() {
        assertThat(pairs.by(Causes::agencies)).containsOnly(Map.entry("health", new PairTally(2, 2, 2)), Map.entry("police", new PairTally(1, 2, 2)));
    }

    @Test
    void countsAPairForTheOriginOfItsHousehold() {
        assertThat(pairs.by(Causes::origins)).containsOnly(Map.entry("British", new PairTally(1, 2, 2)), Map.entry("East Asian", new PairTally(1, 0, 0)));
    }

    @Test
    void countsTwinsJoinedOnceHoweverManyMentions() {
        assertThat(pairs.peopleJoined(Resident::isTwinOf)).containsExactly(Set.of("H-1/1", "H-1/2"));
        assertThat(Twins.pairs(List.of(ANN, BEA, CEM))).isEqualTo(1);
    }

    @Test
    void leavesSmallGroupsUnjudged() {
        FairnessTable table = FairnessTable.of(pairs);

        assertThat(table.rows()).noneMatch(FairnessTable.Row::isJudged);
        assertThat(table.gapBetweenOrigins("all")).isZero();
        assertThat(table.csv(new FairnessTable.About("M", BORN, 2, 1)).lines()).contains("M,2019-04-02,2,1,agency,police,all,3,1,2,2,0.33333,0.33333,too small to judge");
    }

    @Test
    void knowsNoRecallWithoutPairs() {
        assertThat(PairTally.NONE.recall()).isEqualTo(1);
        assertThat(new PairTally(8, 2, 0).f1()).isCloseTo(0.889, within(0.001));
    }

    private static Linked mention(long id, String agency, Resident who, long person) {
        return new Linked(id, agency, who, person, Reason.FIRST_MENTION, MentionedPerson.builder().surname("Any").build());
    }
}
