package org.earlyhelp.hub.intake.calendar;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.Expectation;

/** Says what is amiss with a feed, from what was expected and what came. Stateless. */
final class FeedJudge {
    /** So many files in a row that were not taken make a feed failing. */
    static final int FAILING_FILES = 3;
    /** A file is judged by the share of its bad records from so many records up. */
    static final long FAILING_RECORDS = 10;
    static final double FAILING_SHARE = 0.5;
    /** So many earlier periods say what is usual; fewer than {@link #USUAL_NEEDS} say nothing. */
    static final int USUAL_PERIODS = 10;
    static final int USUAL_NEEDS = 5;
    /** Below so many records a number swings by itself. */
    static final long USUAL_RECORDS = 20;

    private FeedJudge() {
    }

    /** Late and silent, with the words of each; {@code due} are the periods that are due, the newest first. */
    static Map<FeedTrouble, String> ofTime(Expectation expected, List<ExpectedPeriod> due, FeedRecent recent, Instant now) {
        Map<FeedTrouble, String> troubles = new EnumMap<>(FeedTrouble.class);
        List<ExpectedPeriod> missed = due.stream().takeWhile(period -> !period.from().isBefore(recent.since()) && (recent.newest() == null || recent.newest().isBefore(period.from()))).toList();
        if (!missed.isEmpty()) {
            String day = PlainTime.of(FeedCalendar.dayOf(missed.get(0)));
            troubles.put(FeedTrouble.LATE, (recent.isRepeatedSince(missed.get(0).from()) ? "What came for " + day + " had no rows, or the content of an earlier file" : "No file came for " + day)
                    + "; it is expected " + expected.words() + ". Ask the sender.");
        }
        if (isSilent(expected, missed, recent, now)) {
            troubles.put(FeedTrouble.SILENT, (recent.isRepeatedSince(recent.lastSign().plusMillis(1)) ? "Nothing new since " : "No file at all since ") + PlainTime.of(recent.lastSign())
                    + "; it is expected " + expected.words() + ". What it would have said is not known, and nothing is concluded from it. Ask the sender.");
        }
        return troubles;
    }

    /** Days on which nothing is expected do not count: the silence of a feed that has its days begins with the first that was missed. */
    private static boolean isSilent(Expectation expected, List<ExpectedPeriod> missed, FeedRecent recent, Instant now) {
        if (expected.silentAfter() == null) {
            return missed.size() >= Expectation.SILENT_AFTER_MISSES;
        }
        boolean hasDays = expected.rhythm() != Expectation.Rhythm.ANY_TIME;
        if (hasDays && missed.isEmpty()) {
            return false;
        }
        Instant begins = hasDays ? missed.get(missed.size() - 1).from() : recent.lastSign();
        return !London.startOf(London.dateOf(begins).plus(expected.silentAfter())).isAfter(now);
    }

    /** Shrunken or swollen: {@code records} of the newest period against those of the earlier ones, zeros left out. Empty when nothing can be said. */
    static Optional<Map<FeedTrouble, String>> ofSize(Expectation expected, long records, List<Long> earlier) {
        List<Long> usual = earlier.stream().filter(count -> count > 0).limit(USUAL_PERIODS).sorted().toList();
        if (records == 0 || usual.size() < USUAL_NEEDS || median(usual) < USUAL_RECORDS) {
            return Optional.empty();
        }
        long median = median(usual);
        String words = "The last files held %,d records; usual are about %,d. ".formatted(records, median);
        if (records < expected.shrunken() * median) {
            return Optional.of(Map.of(FeedTrouble.SHRUNKEN, words + "What came was taken. Ask the sender whether something is missing."));
        }
        return Optional.of(records > expected.swollen() * median ? Map.of(FeedTrouble.SWOLLEN, words + "What came was taken. Ask the sender whether it is right.") : Map.of());
    }

    /** Failing, when the newest files were not taken or the newest was mostly bad. */
    static Map<FeedTrouble, String> ofFaults(FeedRecent recent) {
        List<FeedRecent.Ended> ended = recent.decided();
        if (ended.size() >= FAILING_FILES && ended.stream().limit(FAILING_FILES).allMatch(FeedRecent.Ended::isNotTaken)) {
            return Map.of(FeedTrouble.FAILING, "The last " + FAILING_FILES + " files were not taken. The receipts say why; the sender has them.");
        }
        boolean mostlyBad = !ended.isEmpty() && ended.get(0).records() >= FAILING_RECORDS && ended.get(0).rejected() >= FAILING_SHARE * ended.get(0).records();
        return mostlyBad ? Map.of(FeedTrouble.FAILING, "%,d of the %,d records of the last file were refused. The receipt says why; the sender has it."
                .formatted(ended.get(0).rejected(), ended.get(0).records())) : Map.of();
    }

    private static long median(List<Long> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}
