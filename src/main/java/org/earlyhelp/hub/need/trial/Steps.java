package org.earlyhelp.hub.need.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.kernel.London;

/**
 * The moments of the past at which families are looked at: noon in London, each day of a month or less, else one day a
 * week, and at last now. At each the hub is taken to have known every fact that was observed by then.
 */
public record Steps(List<Instant> moments) {
    /** So long a past is looked at day by day. */
    public static final int DAILY_LIMIT_DAYS = 31;
    /** No longer past is looked at; older facts no rule counts. */
    public static final int PAST_LIMIT_DAYS = 3 * 366;
    private static final int WEEK = 7;

    public Steps {
        moments = List.copyOf(moments);
    }

    /** Now alone. */
    public static Steps now(Instant now) {
        return new Steps(List.of(now));
    }

    /** From the day on; throws IllegalArgumentException with a sentence for a day in the future or beyond the limit. */
    public static Steps since(LocalDate since, Instant now) {
        LocalDate today = London.dateOf(now);
        long days = ChronoUnit.DAYS.between(since, today);
        if (days < 0 || days > PAST_LIMIT_DAYS) {
            throw new IllegalArgumentException("the day must lie in the past, " + PAST_LIMIT_DAYS + " days at most");
        }
        List<Instant> moments = new ArrayList<>();
        for (LocalDate day = since; day.isBefore(today); day = day.plusDays(days <= DAILY_LIMIT_DAYS ? 1 : WEEK)) {
            moments.add(London.instantOf(day.atTime(LocalTime.NOON)));
        }
        moments.add(now);
        return new Steps(moments);
    }
}
