package org.earlyhelp.hub.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.earlyhelp.hub.kernel.London;

/** Dates and times as pages write them, in the borough's civil time: {@code 23 November 2026, 08:40}. Stateless. */
public final class PlainTime {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private PlainTime() {
    }

    /** The day; a dash for none. */
    public static String of(LocalDate day) {
        return day == null ? "–" : DAY.format(day);
    }

    /** The moment to the minute; a dash for none. */
    public static String of(Instant instant) {
        return instant == null ? "–" : MOMENT.format(London.timeOf(instant));
    }

    /** {@code November 2026}. */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }
}
