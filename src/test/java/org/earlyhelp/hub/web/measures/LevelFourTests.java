package org.earlyhelp.hub.web.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.alert.HelpFigures.ChildAtLevelFour;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.web.counts.Count;
import org.junit.jupiter.api.Test;

class LevelFourTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static List<ChildAtLevelFour> children(int howMany, int agencies, LocalDate since, Set<Outcome> decisions, boolean helped) {
        return Collections.nCopies(howMany, new ChildAtLevelFour(agencies, since, decisions, helped));
    }

    private static List<String> texts(LevelFour.Part part) {
        return part.list().counts().stream().map(Count::text).toList();
    }

    @Test
    void partsTheSameChildrenThreeWays() {
        List<ChildAtLevelFour> all = new ArrayList<>(children(5, 1, TODAY.minusDays(41), Set.of(), false));
        all.addAll(children(6, 2, TODAY.minusDays(42), Set.of(Outcome.UNIVERSAL), false));
        all.addAll(children(7, 4, TODAY.minusMonths(6), Set.of(Outcome.UNIVERSAL, Outcome.INTENSIVE), true));
        all.addAll(children(8, 9, TODAY.minusYears(1), Set.of(), true));

        assertThat(LevelFour.of(all, TODAY).parts()).extracting(LevelFourTests::texts).containsExactly(
                List.of("0", "5", "6", "0", "15"), List.of("5", "6", "7", "8", "0"), List.of("7", "0", "8", "6", "5"));
    }

    @Test
    void saysTheSameTotalInEveryPart() {
        List<ChildAtLevelFour> all = new ArrayList<>(children(2, 1, null, Set.of(), false));
        all.addAll(children(9, 2, TODAY, Set.of(Outcome.EMERGING), false));

        assertThat(LevelFour.of(all, TODAY).parts()).extracting(part -> part.list().total().text()).containsOnly("11");
        assertThat(texts(LevelFour.of(all, TODAY).parts().get(0))).containsExactly("0", Count.NOT_SHOWN, Count.NOT_SHOWN, "0", "0");
    }
}
