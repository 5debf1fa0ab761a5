package org.earlyhelp.hub.intake.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;

class LastingAlarmTests {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private final MovingClock clock = new MovingClock("2026-11-23T08:40:00Z");
    private final AlarmLedger ledger = AlarmLedger.in(TestDatabase.fresh(), clock.asHubClock());
    private LastingAlarm alarm = anew();

    private LastingAlarm anew() {
        return new LastingAlarm(ledger.alarms(), clock.asHubClock(), "k", "folder-shut", null);
    }

    private void amissAfter(Duration step) {
        clock.forward(step);
        alarm.amiss(LIMIT, "The words.");
    }

    @Test
    void raisesWhatLastsAndNothingThatPasses() {
        amissAfter(Duration.ZERO);
        amissAfter(Duration.ofMinutes(9));
        alarm.well();
        amissAfter(Duration.ofMinutes(9));
        assertThat(ledger.open()).isEmpty();

        amissAfter(LIMIT);
        amissAfter(LIMIT);
        assertThat(ledger.open()).containsExactly("k");
        alarm.well();
        alarm.well();
        assertThat(ledger.told("The words.")).containsExactly("Alarm: folder shut", "Over: folder shut");
    }

    @Test
    void endsAnAlarmFromBeforeARestart() {
        alarm.amiss(Duration.ZERO, "The words.");
        alarm = anew();

        alarm.well();
        assertThat(ledger.open()).isEmpty();
    }

    @Test
    void waitsNoLongerForAClockThatWasPutBack() {
        amissAfter(Duration.ZERO);
        amissAfter(Duration.ofHours(-5));
        amissAfter(LIMIT);

        assertThat(ledger.open()).containsExactly("k");
    }

    @Test
    void disturbsNobodyWhenNoAlarmCanBeKept() {
        alarm = new LastingAlarm(null, clock.asHubClock(), "k", "folder-shut", null);

        assertThatCode(() -> amissAfter(LIMIT)).doesNotThrowAnyException();
        assertThatCode(() -> amissAfter(LIMIT)).doesNotThrowAnyException();
        assertThatCode(alarm::well).doesNotThrowAnyException();
    }
}
