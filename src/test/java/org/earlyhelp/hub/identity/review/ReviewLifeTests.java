package org.earlyhelp.hub.identity.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewLifeTests {
    private static List<ReviewState> from(ReviewState state) {
        return Arrays.stream(ReviewAct.values()).flatMap(act -> ReviewLife.next(state, act).stream()).toList();
    }

    @ParameterizedTest
    @EnumSource(ReviewState.class)
    void leadsOutOfEveryState(ReviewState state) {
        assertThat(from(state)).isNotEmpty();
    }

    @Test
    void joinsAHiddenPairOnlyByASecondPerson() {
        assertThat(ReviewLife.next(ReviewState.WAITING, ReviewAct.CONFIRM)).contains(ReviewState.SAME);
        assertThat(from(ReviewState.WAITING)).containsOnly(ReviewState.SAME, ReviewState.OPEN);
        assertThat(ReviewLife.next(ReviewState.WAITING, ReviewAct.JOIN)).isEmpty();
    }

    @Test
    void changesADecisionOnlyByTakingItBack() {
        assertThat(from(ReviewState.SAME)).containsExactly(ReviewState.UNDONE);
        assertThat(from(ReviewState.DIFFERENT)).containsExactly(ReviewState.OPEN);
    }

    @Test
    void namesEachStepOnce() {
        assertThat(ReviewLife.edges()).extracting(edge -> edge.from() + " " + edge.act()).doesNotHaveDuplicates();
    }
}
