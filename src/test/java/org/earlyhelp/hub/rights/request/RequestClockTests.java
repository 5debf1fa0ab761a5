package org.earlyhelp.hub.rights.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RequestClockTests {
    private static final LocalDate CAME = LocalDate.of(2027, 1, 28);
    private static final LocalDate TODAY = LocalDate.of(2027, 2, 20);

    @Test
    void countsNothingBeforeIdentityIsShown() {
        assertThat(RequestClock.of(CAME).dueOn(TODAY)).isEmpty();
    }

    @Test
    void givesOneMonthFromTheProofEndingInAShortMonth() {
        assertThat(RequestClock.of(CAME).started(LocalDate.of(2027, 1, 31)).dueOn(TODAY)).hasValue(LocalDate.of(2027, 2, 28));
    }

    @Test
    void neverCountsFromBeforeItCame() {
        assertThat(RequestClock.of(CAME).started(CAME.minusDays(10)).dueOn(TODAY)).hasValue(LocalDate.of(2027, 2, 28));
    }

    @Test
    void givesThreeMonthsWhenExtended() {
        assertThat(RequestClock.of(CAME).started(CAME).longer().dueOn(TODAY)).hasValue(LocalDate.of(2027, 4, 28));
    }

    @Test
    void standsStillWhileClarificationIsAwaited() {
        RequestClock paused = RequestClock.of(CAME).started(CAME).paused(LocalDate.of(2027, 2, 10));

        assertThat(paused.dueOn(TODAY)).hasValue(LocalDate.of(2027, 3, 10));
        assertThat(paused.resumed(TODAY).dueOn(TODAY.plusDays(5))).hasValue(LocalDate.of(2027, 3, 10));
        assertThat(paused.resumed(TODAY).paused(TODAY).resumed(TODAY.plusDays(2)).dueOn(TODAY)).hasValue(LocalDate.of(2027, 3, 12));
    }

    @Test
    void acknowledgesAComplaintWithinThirtyDays() {
        assertThat(RequestClock.of(CAME).acknowledgeBy()).isEqualTo(LocalDate.of(2027, 2, 27));
    }
}
