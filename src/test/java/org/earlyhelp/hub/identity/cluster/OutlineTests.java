package org.earlyhelp.hub.identity.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.linkage.DescriptionMaker.aCarer;
import static org.earlyhelp.hub.linkage.DescriptionMaker.aChild;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.linkage.Decision;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.DescriptionMaker;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.earlyhelp.hub.linkage.learned.LearnedModel;
import org.earlyhelp.hub.linkage.learned.ModelSource;
import org.earlyhelp.hub.person.NhsNumber;
import org.junit.jupiter.api.Test;

/** Who is passed over at a glance, and who is not. */
class OutlineTests {
    private static final NhsNumber NUMBER = NhsNumber.parse("9990000018").orThrow();
    private static final LinkageModel MODEL = new LearnedModel(ModelSource.shipped());
    private final PersonIndex index = new PersonIndex(MODEL);
    private long mentions;

    private void know(long person, DescriptionMaker... said) {
        for (DescriptionMaker one : said) {
            index.add(person, new Known(++mentions, mentions, one.make()));
        }
    }

    private static DescriptionMaker chidisNamesake() {
        return aCarer().named("Okafor", "Chidi");
    }

    @Test
    void passesOverAnAdultForAChild() {
        know(1, chidisNamesake());
        know(2, aChild());

        assertThat(index.candidates(aChild().make())).containsExactly(2L);
        assertThat(index.candidates(aChild().born(null).make())).containsExactly(2L);
    }

    @Test
    void passesOverAChildForAnAdult() {
        know(1, chidisNamesake());
        know(2, aChild());

        assertThat(index.candidates(chidisNamesake().make())).containsExactly(1L);
    }

    @Test
    void findsThemByAnIdentifier() {
        know(1, chidisNamesake().with(it -> it.nhsNumber(NUMBER)));

        assertThat(index.candidates(aChild().with(it -> it.nhsNumber(NUMBER)).make())).containsExactly(1L);
    }

    @Test
    void comparesWhereBothStateABirth() {
        know(1, chidisNamesake().born("2001-04-02"));

        assertThat(index.candidates(aChild().born("2011-04-02").make())).containsExactly(1L);
    }

    @Test
    void comparesWhoIsSaidToBeBoth() {
        know(1, chidisNamesake(), aChild().born(null));

        assertThat(index.candidates(aChild().make())).containsExactly(1L);
        assertThat(index.candidates(chidisNamesake().make())).containsExactly(1L);
    }

    @Test
    void passesOverAgainWhenOneWordIsTakenBack() {
        know(1, chidisNamesake());
        index.commit();
        know(1, aChild().born(null));
        index.rollback();

        assertThat(index.candidates(aChild().make())).isEmpty();
    }

    @Test
    void comparesYearsOfWhichNoDigitsAreKept() {
        know(1, chidisNamesake().born("0988-04-02"));

        assertThat(index.candidates(aChild().born("0988-04-02").make())).containsExactly(1L);
    }

    @Test
    void makesKeysOnceForLookingAndEntering() {
        List<Description> asked = new ArrayList<>();
        PersonIndex counted = new PersonIndex(new Counting(asked));
        Known mention = new Known(1, 1, aChild().make());

        new MentionLinker(MODEL, counted).place(mention);
        counted.add(1, mention);

        assertThat(asked).containsExactly(mention.description());
    }

    /** Notes whose keys are made. */
    private record Counting(List<Description> asked) implements LinkageModel {
        @Override
        public Set<String> blockingKeys(Description description) {
            asked.add(description);
            return MODEL.blockingKeys(description);
        }

        @Override
        public Decision decide(Description mention, List<Description> known) {
            return MODEL.decide(mention, known);
        }

        @Override
        public boolean mayBeOne(List<Description> one, List<Description> other) {
            return MODEL.mayBeOne(one, other);
        }

        @Override
        public boolean mayStay(Description mention, List<Description> rest) {
            return MODEL.mayStay(mention, rest);
        }
    }
}
