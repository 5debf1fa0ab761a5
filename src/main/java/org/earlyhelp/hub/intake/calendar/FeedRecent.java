package org.earlyhelp.hub.intake.calendar;

import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.intake.Stage;

/**
 * What came of a feed lately, test drops and cut uploads left out.
 *
 * @param since    from when on files were expected: earlier periods are not judged
 * @param newest   when the newest file came that told something new; null when none has since
 * @param repeat   when the newest file came, whatever was in it; null when none has since
 * @param decided  how the newest files ended, the newest first
 */
record FeedRecent(Instant since, Instant newest, Instant repeat, List<Ended> decided) {
    FeedRecent {
        decided = List.copyOf(decided);
    }

    /** How one file ended; {@code held} when the hub could not process it. */
    record Ended(Stage stage, boolean held, long records, long rejected) {
        boolean isNotTaken() {
            return stage == Stage.REJECTED || stage == Stage.INCOMPLETE || held;
        }
    }

    /** Whether a file came since then that told nothing new. */
    boolean isRepeatedSince(Instant from) {
        return repeat != null && !repeat.isBefore(from);
    }

    /** The newest sign of life: a file, or the day from which the feed was watched. */
    Instant lastSign() {
        return newest == null || newest.isBefore(since) ? since : newest;
    }
}
