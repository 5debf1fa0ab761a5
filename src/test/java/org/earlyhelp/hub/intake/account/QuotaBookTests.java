package org.earlyhelp.hub.intake.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.earlyhelp.hub.sharing.DoorTerms.Quota;
import org.junit.jupiter.api.Test;

class QuotaBookTests {
    private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");
    private final QuotaBook book = new QuotaBook();

    @Test
    void countsADayAndForgetsWhatIsOlder() {
        book.end("safe-haven", Sent.NOTHING, new Sent(1, 100), NOW);
        book.end("safe-haven", Sent.NOTHING, new Sent(1, 50), NOW.plus(Duration.ofHours(20)));
        book.end("clearwater", Sent.NOTHING, new Sent(1, 7), NOW);

        assertThat(book.used("safe-haven", NOW.plus(Duration.ofHours(23)))).isEqualTo(new Sent(2, 150));
        assertThat(book.used("safe-haven", NOW.plus(Duration.ofHours(24)))).isEqualTo(new Sent(1, 50));
        assertThat(book.used("nobody", NOW)).isEqualTo(Sent.NOTHING);
    }

    @Test
    void goesOnFromWhatTheDatabaseKnows() {
        book.begin("safe-haven", Instant.parse("2026-11-23T07:00:00Z"), new Sent(3, 300));
        book.end("safe-haven", Sent.NOTHING, new Sent(1, 1), NOW);

        assertThat(book.used("safe-haven", NOW)).isEqualTo(new Sent(4, 301));
    }

    @Test
    void countsAnUploadUntilItEnds() {
        Quota quota = new Quota(2, 1);
        assertThat(book.open("safe-haven", 1, quota, false, NOW)).isTrue();
        assertThat(book.grow("safe-haven", 10, quota.bytes(), NOW)).isTrue();
        assertThat(book.grow("safe-haven", quota.bytes(), quota.bytes(), NOW)).isFalse();
        assertThat(book.used("safe-haven", NOW.plus(Duration.ofHours(30)))).as("however long it takes").isEqualTo(new Sent(1, 10));

        book.end("safe-haven", new Sent(1, 10), Sent.NOTHING, NOW);

        assertThat(book.used("safe-haven", NOW)).isEqualTo(Sent.NOTHING);
    }

    @Test
    void beginsNoneWithoutRoomUnlessItMust() {
        Quota none = new Quota(0, 0);

        assertThat(book.open("safe-haven", 1, none, false, NOW)).isFalse();
        assertThat(book.used("safe-haven", NOW)).isEqualTo(Sent.NOTHING);
        assertThat(book.open("safe-haven", 1, none, true, NOW)).isFalse();
        assertThat(book.used("safe-haven", NOW)).isEqualTo(new Sent(1, 0));
    }
}
