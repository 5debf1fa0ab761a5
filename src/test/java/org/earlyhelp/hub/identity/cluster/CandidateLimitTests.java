package org.earlyhelp.hub.identity.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.earlyhelp.hub.linkage.FirstFormModel;
import org.junit.jupiter.api.Test;

/** A thousand people of one name and date of birth cost a bounded time, and a steward is told. */
class CandidateLimitTests {
    private final FirstFormModel model = new FirstFormModel();
    private final PersonIndex index = new PersonIndex(model);

    @Test
    void comparesTheOldestOfManyWhoShareAKey() {
        addAlike(PersonIndex.MAX_KEY_BEARERS);

        assertThat(index.candidates(SomebodyKnown.number(5_000).make())).isEqualTo(LongStream.rangeClosed(1, PersonIndex.MAX_CANDIDATES).boxed().toList());
        assertThat(index.takeCuts()).containsExactly(new CandidatesCut("born", 1, PersonIndex.MAX_KEY_BEARERS, true));
    }

    @Test
    void passesOverAKeyThatTooManyBear() {
        addAlike(PersonIndex.MAX_KEY_BEARERS + 1);

        assertThat(index.candidates(SomebodyKnown.number(5_000).make())).isEmpty();
        assertThat(index.takeCuts()).containsExactly(new CandidatesCut("born", 1, PersonIndex.MAX_KEY_BEARERS + 1, false));
    }

    @Test
    void tellsOfAKeyOnce() {
        addAlike(PersonIndex.MAX_CANDIDATES + 1);

        index.candidates(SomebodyKnown.number(5_000).make());
        index.candidates(SomebodyKnown.number(5_001).make());

        assertThat(index.takeCuts()).hasSize(1);
        assertThat(index.takeCuts()).isEmpty();
    }

    @Test
    void tellsAgainWhatWasRolledBack() {
        addAlike(PersonIndex.MAX_CANDIDATES + 1);
        index.commit();
        index.candidates(SomebodyKnown.number(5_000).make());
        index.rollback();

        assertThat(index.takeCuts()).isEmpty();
        index.candidates(SomebodyKnown.number(5_000).make());
        assertThat(index.takeCuts()).hasSize(1);
    }

    @Test
    void tellsNothingBelowTheLimit() {
        addAlike(PersonIndex.MAX_CANDIDATES);

        assertThat(index.candidates(SomebodyKnown.number(5_000).make())).hasSize(PersonIndex.MAX_CANDIDATES);
        assertThat(index.takeCuts()).isEmpty();
    }

    @Test
    void findsTheBearerOfAnIdentifierInEveryCrowd() {
        addAlike(2 * PersonIndex.MAX_KEY_BEARERS);

        assertThat(index.candidates(SomebodyKnown.number(PersonIndex.MAX_KEY_BEARERS + 50).make()))
                .containsExactly(PersonIndex.MAX_KEY_BEARERS + 51L);
    }

    @Test
    void putsFirstWhoSharesMost() {
        addAlike(PersonIndex.MAX_KEY_BEARERS - 1);
        index.add(9_000, new Known(9_000, 9_000, SomebodyKnown.number(9_000).withRef(7).make()));

        List<Long> found = index.candidates(SomebodyKnown.number(5_000).withRef(7).make());

        assertThat(found).hasSize(PersonIndex.MAX_CANDIDATES).startsWith(9_000L, 1L, 2L);
    }

    @Test
    void cutsNoIdentifier() {
        int people = PersonIndex.MAX_KEY_BEARERS + 10;
        IntStream.range(0, people).forEach(i -> index.add(i, new Known(i, i, SomebodyKnown.number(i).born(LocalDate.EPOCH.plusDays(i)).withMother("nhs:9990000018").make())));

        assertThat(index.candidates(SomebodyKnown.number(5_000).withMother("nhs:9990000018").make())).hasSize(people);
        assertThat(index.takeCuts()).isEmpty();
    }

    @Test
    void placesAMentionAmongThem() {
        addAlike(PersonIndex.MAX_KEY_BEARERS);

        Placement placement = new MentionLinker(model, index).place(new Known(9_000, 9_000, SomebodyKnown.number(9_000).make()));

        assertThat(placement.person()).isNull();
    }

    @Test
    void forgetsEverybodyAgain() {
        addAlike(3 * PersonIndex.MAX_KEY_BEARERS);
        index.rollback();

        assertThat(index.size()).isZero();
        assertThat(index.people()).isZero();
        assertThat(index.candidates(SomebodyKnown.number(3).make())).isEmpty();
    }

    /** Children of one surname and date of birth, each of a record of its own, numbered from 1. */
    private void addAlike(int people) {
        IntStream.range(0, people).forEach(i -> index.add(i + 1, new Known(i + 1, i + 1, SomebodyKnown.number(i).make())));
    }
}
