package org.earlyhelp.hub.intake.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginNotesTests {
    private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");
    private final LoginNotes notes = new LoginNotes();

    private void fail(String address, Instant at) {
        notes.note("safe-haven", Login.Result.WRONG_KEY, address, "", at);
    }

    @Test
    void makesOneOfTheSameInAnHour() {
        fail("192.0.2.1", NOW);
        fail("192.0.2.1", NOW.plusSeconds(60));
        fail("192.0.2.1", NOW.plusSeconds(3600));

        assertThat(notes.take()).containsExactlyInAnyOrder(
                new Login("safe-haven", Login.Result.WRONG_KEY, "192.0.2.1", "", 2, NOW, NOW.plusSeconds(60)),
                new Login("safe-haven", Login.Result.WRONG_KEY, "192.0.2.1", "", 1, NOW.plusSeconds(3600), NOW.plusSeconds(3600)));
        assertThat(notes.take()).isEmpty();
    }

    @Test
    void keepsAFloodSmallAndLosesNoTry() {
        for (int i = 0; i < 3 * LoginNotes.ADDRESSES_LIMIT; i++) {
            fail("2001:db8::" + Integer.toHexString(i), NOW);
        }

        List<Login> all = notes.take();
        assertThat(all).hasSize(LoginNotes.ADDRESSES_LIMIT + 1);
        assertThat(all.stream().mapToLong(Login::times).sum()).isEqualTo(3 * LoginNotes.ADDRESSES_LIMIT);
    }

    @Test
    void takesBackWhatCouldNotBeWritten() {
        fail("192.0.2.1", NOW);
        notes.putBack(notes.take());
        fail("192.0.2.1", NOW.plusSeconds(1));

        assertThat(notes.take()).singleElement().extracting(Login::times).isEqualTo(2L);
    }
}
