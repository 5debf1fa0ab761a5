package org.earlyhelp.hub.intake.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuotaBookTests {
    private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");
    private final QuotaBook book = new QuotaBook();

    @Test
    void countsADayAndForgetsWhatIsOlder() {
        book.sent("safe-haven", 1, 100, NOW);
        book.sent("safe-haven", 1, 50, NOW.plus(Duration.ofHours(20)));
        book.sent("clearwater", 1, 7, NOW);

        assertThat(book.used("safe-haven", NOW.plus(Duration.ofHours(23)))).isEqualTo(new Sent(2, 150));
        assertThat(book.used("safe-haven", NOW.plus(Duration.ofHours(24)))).isEqualTo(new Sent(1, 50));
        assertThat(book.used("nobody", NOW)).isEqualTo(Sent.NOTHING);
    }

    @Test
    void goesOnFromWhatTheDatabaseKnows() {
        book.begin("safe-haven", Instant.parse("2026-11-23T07:00:00Z"), new Sent(3, 300));
        book.sent("safe-haven", 1, 1, NOW);

        assertThat(book.used("safe-haven", NOW)).isEqualTo(new Sent(4, 301));
    }
}
