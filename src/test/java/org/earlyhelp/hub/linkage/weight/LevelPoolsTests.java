package org.earlyhelp.hub.linkage.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.earlyhelp.hub.linkage.weight.LevelPools.Step;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LevelPoolsTests {
    private static final List<Step> ROW = List.of(new Step(0, 1), new Step(1, 2));

    @Test
    void leavesWhatIsInOrder() {
        double[] match = {0.9, 0.08, 0.02};

        assertThat(LevelPools.of(match, new double[] {0.01, 0.09, 0.9}, ROW).spread(match, match)).isEqualTo(match);
    }

    @Test
    void putsViolatorsTogetherAndKeepsTheirSum() {
        double[] match = {0.9, 0.01, 0.09};
        double[] chance = {0.1, 0.5, 0.4};

        double[] pooled = LevelPools.of(match, chance, ROW).spread(match, chance);

        assertThat(pooled[0]).isEqualTo(0.9);
        assertThat(pooled[1] + pooled[2]).isCloseTo(0.1, within(1e-12));
        assertThat(pooled[1] / chance[1]).isCloseTo(pooled[2] / chance[2], within(1e-12));
    }

    @RepeatedTest(50)
    void leavesNoViolatorInAnyOrder(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        double[] match = random.doubles(9, 1e-6, 1).toArray();
        double[] chance = random.doubles(9, 1e-6, 1).toArray();
        List<Step> grid = new ArrayList<>();
        for (int level = 0; level < 9; level++) {
            if (level % 3 < 2) {
                grid.add(new Step(level, level + 1));
            }
            if (level < 6) {
                grid.add(new Step(level, level + 3));
            }
        }

        double[] pooled = LevelPools.of(match, chance, grid).spread(match, chance);

        assertThat(grid).as("seed %d", info.getCurrentRepetition())
                .allMatch(step -> pooled[step.better()] / chance[step.better()] >= pooled[step.worse()] / chance[step.worse()] * (1 - 1e-6));
        assertThat(Arrays.stream(pooled).sum()).isCloseTo(Arrays.stream(match).sum(), within(1e-9));
    }
}
