package org.earlyhelp.hub.need.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.earlyhelp.hub.need.storage.FamilyWork.Bulk;
import org.junit.jupiter.api.Test;

/** Bulk families wait until the loads rest, and never longer than the limit. */
class BulkRestTests {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private final BulkRest rest = new BulkRest();

    @Test
    void nothingWaitingHoldsNothingBack() {
        assertThat(isOver(new Bulk(0, true), Duration.ZERO)).isTrue();
    }

    @Test
    void waitsUntilNothingCameForTheRest() {
        assertThat(isOver(new Bulk(7, false), Duration.ZERO)).isFalse();
        assertThat(isOver(new Bulk(7, false), BulkRest.REST.minus(MOMENT))).isFalse();
        assertThat(isOver(new Bulk(7, false), BulkRest.REST)).isTrue();
    }

    @Test
    void beginsAnewWhenMoreComes() {
        isOver(new Bulk(7, false), Duration.ZERO);

        assertThat(isOver(new Bulk(9, false), BulkRest.REST)).isFalse();
        assertThat(isOver(new Bulk(9, true), BulkRest.REST.multipliedBy(2))).isFalse();
        assertThat(isOver(new Bulk(9, false), BulkRest.REST.multipliedBy(3))).isTrue();
    }

    @Test
    void loadsWithoutPauseWaitNoLongerThanTheLimit() {
        isOver(new Bulk(1, true), Duration.ZERO);

        assertThat(isOver(new Bulk(2, true), BulkRest.LIMIT.minus(MOMENT))).isFalse();
        assertThat(isOver(new Bulk(3, true), BulkRest.LIMIT)).isTrue();
    }

    private boolean isOver(Bulk bulk, Duration at) {
        return rest.isOver(bulk, at.toNanos());
    }
}
