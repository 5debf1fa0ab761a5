package org.earlyhelp.hub.intake.expiry;

import java.time.Duration;
import java.time.Instant;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.page.PlainTime;

/**
 * One thing that ends by itself.
 *
 * @param key   what it is, the same for its successor; at most 180 characters, nobody's data
 * @param what  the same in words, at the beginning of a sentence
 * @param end   from when on it is good for nothing
 * @param left  how long that is from now by the clock that counts for it; negative once it has ended
 * @param then  what that means and what to do, in sentences
 * @param place page of the hub or null
 */
public record Ending(String key, String what, Instant end, Duration left, String then, String place) {
    /** So long before the end it is told. */
    public static final Duration WARNED_BEFORE = Duration.ofDays(30);

    /** One that ends on the given day at a clock that shows {@code now}. */
    public static Ending at(String key, String what, Instant end, Instant now, String then, String place) {
        return new Ending(key, what, end, Duration.between(now, end), then, place);
    }

    /** Whether it has ended already. */
    public boolean isOver() {
        return left.isNegative() || left.isZero();
    }

    /** Whether somebody must be told of it. */
    public boolean isNear() {
        return left.compareTo(WARNED_BEFORE) <= 0;
    }

    /** For an operator. */
    public String words() {
        String day = PlainTime.of(London.dateOf(end));
        return what + (isOver() ? " ended on " + day + ". " : " ends on " + day + " (in " + days() + "). ") + then;
    }

    private String days() {
        return left.toDays() == 0 ? "less than a day" : left.toDays() == 1 ? "1 day" : left.toDays() + " days";
    }
}
