package org.earlyhelp.hub.intake.route;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class IntakeClockworkTests {
    @Test
    void letsNothingTakeATaskOffItsThread() {
        assertThatCode(IntakeClockwork.safely(() -> {
            throw new NoClassDefFoundError("gone");
        })::run).doesNotThrowAnyException();
        assertThatCode(IntakeClockwork.safely(() -> {
            throw new IllegalStateException("no disk");
        })::run).doesNotThrowAnyException();
    }
}
