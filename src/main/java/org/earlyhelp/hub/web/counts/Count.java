package org.earlyhelp.hub.web.counts;

import java.util.Locale;
import java.util.OptionalLong;

/** A count as it may be shown; {@code number} is empty when it is not, and then nothing of it is held here. */
public record Count(OptionalLong number) {
    /** The smallest count, other than 0, that is ever shown: "fewer than 5" is common practice for figures about children. */
    public static final long SMALLEST_SHOWN = 5;
    /** What stands in place of a count that is not shown. */
    public static final String NOT_SHOWN = "not shown";
    private static final Count HIDDEN = new Count(OptionalLong.empty());
    private static final long PERCENT = 100;

    static Count of(long number, boolean hidden) {
        return hidden ? HIDDEN : new Count(OptionalLong.of(number));
    }

    /** A count that stands alone, part of no sum. */
    public static Count alone(long number) {
        return of(number, isSmall(number));
    }

    /** Whether the number is 1 to 4. */
    public static boolean isSmall(long number) {
        return number > 0 && number < SMALLEST_SHOWN;
    }

    /** Whether it is known to be 0; a count not shown is not. */
    public boolean isZero() {
        return number.isPresent() && number.getAsLong() == 0;
    }

    /** Whether the number may be told: a small one may not. */
    public boolean isShown() {
        return number.isPresent();
    }

    /** With a comma between thousands, for pages. */
    public String text() {
        return number.isPresent() ? String.format(Locale.UK, "%,d", number.getAsLong()) : NOT_SHOWN;
    }

    /** Digits alone, for files. */
    public String plain() {
        return number.isPresent() ? String.valueOf(number.getAsLong()) : NOT_SHOWN;
    }

    /** As a whole percentage of the total; not shown where either is not, a dash where the total is 0. */
    public String shareOf(Count total) {
        if (number.isEmpty() || total.number.isEmpty()) {
            return NOT_SHOWN;
        }
        long all = total.number.getAsLong();
        return all == 0 ? "–" : Math.round((double) PERCENT * number.getAsLong() / all) + "%";
    }
}
