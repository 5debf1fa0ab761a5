package org.earlyhelp.hub.sharing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * When files of a feed are expected, and what of them is usual.
 *
 * @param by          civil time by which they are there; null for hourly feeds and such as come at any time
 * @param on          the weekday of a weekly feed; null for others
 * @param grace       how much later than that is still no fault
 * @param silentAfter whole days without any file after which the feed is silent; null = after {@value #SILENT_AFTER_MISSES} that were missed
 * @param shrunken    fewer records than this share of the usual number are too few
 * @param swollen     more than this many times the usual number are too many
 */
public record Expectation(Rhythm rhythm, LocalTime by, DayOfWeek on, Duration grace, Period silentAfter, double shrunken, double swollen) {
    /** Where {@code silentAfter} is null. */
    public static final int SILENT_AFTER_MISSES = 3;
    /** Where an agreement names none. */
    public static final Duration DEFAULT_GRACE = Duration.ofHours(1);
    /** Where an agreement names none: half the usual number. */
    public static final double DEFAULT_SHRUNKEN = 0.5;
    /** Where an agreement names none: three times the usual number. */
    public static final double DEFAULT_SWOLLEN = 3;

    /** How often files come; {@code ANY_TIME} is when there is something to report, at least once in {@code silentAfter}. */
    public enum Rhythm {
        SCHOOL_DAYS("school-days"), HOURLY("hourly"), NIGHTLY("nightly"), WEEKLY("weekly"), ANY_TIME("any-time");

        private final String id;

        Rhythm(String id) {
            this.id = id;
        }

        /** As the agreement's file has it. */
        public String id() {
            return id;
        }

        static Rhythm named(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** For a page: {@code on school days by 10:30, 2 hours of grace}. */
    public String words() {
        String often = switch (rhythm) {
            case SCHOOL_DAYS -> "on school days by " + by;
            case HOURLY -> "every hour";
            case NIGHTLY -> "every night, by " + by;
            case WEEKLY -> "every " + on.getDisplayName(TextStyle.FULL, Locale.UK) + " by " + by;
            case ANY_TIME -> "when there is something to report, at least once in " + silentAfter.getDays() + " days";
        };
        return rhythm == Rhythm.ANY_TIME ? often : often + ", " + inWords(grace) + " of grace";
    }

    private static String inWords(Duration time) {
        if (time.toMinutes() % 60 != 0) {
            return time.toMinutes() + " minutes";
        }
        return time.toHours() == 1 ? "1 hour" : time.toHours() + " hours";
    }
}
