package org.earlyhelp.hub.web.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.LaneDepth;
import org.earlyhelp.hub.intake.alarm.OperatorAlarm;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.FeedTerms;
import org.earlyhelp.hub.web.operation.storage.FeedFigures.Day;
import org.earlyhelp.hub.web.operation.storage.FeedFigures.Waiting;

/**
 * One feed as the operator sees it.
 *
 * @param state    in words
 * @param troubles open alarms about it, in words
 * @param latest   when the newest file came; null when none has
 * @param next     when the next is expected, in words; "–" for a feed that sends at any time
 * @param week     the last seven days, today last
 * @param depth    files that wait in the lane or are being read
 * @param oldest   since when the oldest of them waits, in words
 */
record FeedLine(FeedTerms terms, String state, List<String> troubles, Instant latest, String next, List<Day> week, long depth, String oldest) {
    static final int DAYS = 7;

    /** What is known of a feed at one moment; {@code newest} is its newest file or null, {@code nextDue} null where nothing is expected. */
    record Known(FeedTerms terms, Delivery newest, List<Day> days, List<Waiting> waiting, LaneDepth lane, List<OperatorAlarm> alarms, Instant nextDue, long quarantined) {
    }

    static FeedLine of(Known known, LocalDate today) {
        List<Day> week = IntStream.range(0, DAYS).mapToObj(back -> dayOf(known, today.minusDays(DAYS - 1L - back))).toList();
        long reading = known.waiting.stream().filter(waiting -> !waiting.held()).mapToLong(Waiting::files).sum();
        Instant oldest = known.waiting.stream().filter(waiting -> !waiting.held()).map(Waiting::oldest).findFirst().orElse(known.lane.oldest());
        return new FeedLine(known.terms, state(known, reading), known.alarms.stream().map(OperatorAlarm::words).toList(),
                known.newest == null ? null : known.newest.receivedAt(), known.nextDue == null ? "–" : "by " + PlainTime.of(known.nextDue), week,
                Math.max(reading, known.lane.files()), oldest == null ? "–" : PlainTime.of(oldest));
    }

    private static Day dayOf(Known known, LocalDate day) {
        return known.days.stream().filter(one -> one.day().equals(day)).findFirst().orElseGet(() -> new Day(known.terms.agency(), known.terms.feed(), day, 0, 0, 0));
    }

    private static String state(Known known, long reading) {
        StringBuilder words = new StringBuilder();
        known.waiting.stream().filter(Waiting::held).findFirst()
                .ifPresent(held -> words.append(held.files()).append(held.files() == 1 ? " file is held since " : " files are held since ").append(PlainTime.of(held.oldest())).append(". "));
        if (reading > 0) {
            words.append(reading).append(reading == 1 ? " file is being read. " : " files are being read. ");
        }
        if (known.newest == null) {
            words.append("No file has come yet.");
        } else if (words.isEmpty()) {
            words.append("All dealt with; the newest file was ").append(StageWords.of(known.newest.stage())).append('.');
        }
        if (known.quarantined > 0) {
            words.append(' ').append(known.quarantined).append(known.quarantined == 1 ? " refusal waits in quarantine." : " refusals wait in quarantine.");
        }
        return words.toString().strip();
    }

    /** Records taken on these days. */
    public long taken() {
        return week.stream().mapToLong(Day::taken).sum();
    }

    /** Records refused on these days. */
    public long refused() {
        return week.stream().mapToLong(Day::refused).sum();
    }

    /** The week in one line, for who does not look at the picture. */
    public String days() {
        return String.join(" ", week.stream().map(day -> day.taken() + (day.refused() == 0 ? "" : "+" + day.refused())).toList());
    }

    /** The week as a picture: a column a day, refused records on top of those taken. */
    public List<Column> columns() {
        long most = week.stream().mapToLong(day -> day.taken() + day.refused()).max().orElse(0);
        return IntStream.range(0, week.size()).mapToObj(at -> Column.of(at, week.get(at), most)).toList();
    }

    /**
     * One day of the picture; a day with anything shows at least a line of it.
     *
     * @param title the day and its figures in words
     */
    public record Column(int left, int taken, int refused, String title) {
        public static final int HEIGHT = 32;
        private static final int STEP = 12;
        private static final int LEAST = 2;

        static Column of(int at, Day day, long most) {
            return new Column(at * STEP, height(day.taken(), most), height(day.refused(), most), "%s: %d taken, %d refused".formatted(PlainTime.of(day.day()), day.taken(), day.refused()));
        }

        private static int height(long records, long most) {
            return records == 0 ? 0 : (int) Math.max(LEAST, records * (HEIGHT - LEAST) / most);
        }

        public int takenTop() {
            return HEIGHT - taken;
        }

        public int refusedTop() {
            return HEIGHT - taken - refused;
        }
    }
}
