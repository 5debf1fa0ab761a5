package org.earlyhelp.hub.intake.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockOutTests {
    private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");
    private static final String POLICE = "avonford-police";
    private final LockOut lockOut = new LockOut();

    private boolean fail(String name, boolean known, String address, int times) {
        boolean shut = false;
        for (int i = 0; i < times; i++) {
            shut |= lockOut.failed(name, known, address, NOW);
        }
        return shut;
    }

    @Test
    void shutsAfterFiveFailuresForThatAddressAlone() {
        assertThat(fail(POLICE, true, "192.0.2.1", LockOut.FAILURES_LIMIT - 1)).isFalse();
        assertThat(lockOut.isShut(POLICE, "192.0.2.1", NOW)).isFalse();

        assertThat(fail(POLICE, true, "192.0.2.1", 1)).isTrue();

        assertThat(lockOut.isShut(POLICE, "192.0.2.1", NOW)).isTrue();
        assertThat(lockOut.isShut(POLICE, "192.0.2.2", NOW)).isFalse();
        assertThat(lockOut.isShut("safe-haven", "192.0.2.1", NOW)).isFalse();
    }

    @Test
    void opensAgainByItself() {
        fail(POLICE, true, "192.0.2.1", LockOut.FAILURES_LIMIT);

        assertThat(lockOut.isShut(POLICE, "192.0.2.1", NOW.plus(LockOut.SHUT_FOR))).isFalse();
        assertThat(lockOut.failed(POLICE, true, "192.0.2.1", NOW.plus(LockOut.SHUT_FOR))).as("counts anew").isFalse();
    }

    @Test
    void forgetsFailuresThatLieApartOrBeforeASignIn() {
        fail(POLICE, true, "192.0.2.1", LockOut.FAILURES_LIMIT - 1);
        assertThat(lockOut.failed(POLICE, true, "192.0.2.1", NOW.plus(LockOut.WINDOW).plusSeconds(1))).isFalse();

        fail("safe-haven", true, "192.0.2.1", LockOut.FAILURES_LIMIT - 1);
        lockOut.succeeded("safe-haven", "192.0.2.1");
        assertThat(fail("safe-haven", true, "192.0.2.1", 1)).isFalse();
    }

    @Test
    void shutsAnAddressThatGuessesNames() {
        for (int i = 0; i < LockOut.UNKNOWN_LIMIT; i++) {
            lockOut.failed("guess-" + i, false, "192.0.2.9", NOW);
        }

        assertThat(lockOut.isShut(POLICE, "192.0.2.9", NOW)).isTrue();
        assertThat(lockOut.isShut(POLICE, "192.0.2.1", NOW)).isFalse();
    }

    @Test
    void remembersNoMoreThanItsLimit() {
        fail(POLICE, true, "192.0.2.1", LockOut.FAILURES_LIMIT);
        for (int i = 0; i < LockOut.REMEMBERED_LIMIT; i++) {
            lockOut.failed(POLICE, true, "2001:db8::" + Integer.toHexString(i), NOW);
        }

        assertThat(lockOut.isShut(POLICE, "192.0.2.1", NOW)).isFalse();
    }
}
