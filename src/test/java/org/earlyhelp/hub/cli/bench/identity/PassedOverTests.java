package org.earlyhelp.hub.cli.bench.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.identity.cluster.Known;
import org.earlyhelp.hub.identity.cluster.MentionLinker;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.cluster.Placement;
import org.earlyhelp.hub.linkage.Decision;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.earlyhelp.hub.linkage.learned.LearnedModel;
import org.earlyhelp.hub.linkage.learned.ModelSource;
import org.junit.jupiter.api.Test;

/** Whoever is passed over at a glance would have been told apart: the same decisions with and without the glance. */
class PassedOverTests {
    private static final int HOUSEHOLDS = 3_000;
    private static final int MENTIONS = 3_000;
    private static final LinkageModel LEARNED = new LearnedModel(ModelSource.shipped());

    @Test
    void decidesAsIfEverybodyWereCompared() {
        assertThat(decisions(LEARNED)).isEqualTo(decisions(new ComparesAll()));
    }

    private static List<Placement> decisions(LinkageModel model) {
        PersonIndex index = new PersonIndex(model);
        long id = 0;
        for (int i = 0; i < HOUSEHOLDS; i++) {
            for (Description it : Household.of(i).record().describe()) {
                index.add(++id, new Known(id, i, it));
            }
        }
        NewWord words = new NewWord(HOUSEHOLDS);
        List<Placement> decisions = new ArrayList<>();
        for (int i = 0; i < MENTIONS; i++) {
            Known mention = new Known(++id, -id, words.next().describe().get(0));
            Placement placement = new MentionLinker(model, index).place(mention);
            index.add(placement.person() == null ? id : placement.person(), mention);
            decisions.add(placement);
        }
        return decisions;
    }

    /** The learned model without what spares comparisons. */
    private record ComparesAll() implements LinkageModel {
        @Override
        public Set<String> blockingKeys(Description description) {
            return LEARNED.blockingKeys(description);
        }

        @Override
        public Decision decide(Description mention, List<Description> known) {
            return LEARNED.decide(mention, known);
        }

        @Override
        public boolean mayBeOne(List<Description> one, List<Description> other) {
            return LEARNED.mayBeOne(one, other);
        }

        @Override
        public boolean mayStay(Description mention, List<Description> rest) {
            return LEARNED.mayStay(mention, rest);
        }
    }
}
