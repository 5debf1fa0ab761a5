package org.earlyhelp.hub.web.governance;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** A period as people say it: "6 years". Stateless. */
public final class PeriodWords {
    private PeriodWords() {
    }

    /** A period in words, such as 6 years and 3 months. */
    public static String of(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "year");
        add(parts, period.getMonths(), "month");
        add(parts, period.getDays(), "day");
        return parts.isEmpty() ? "not at all" : String.join(" and ", parts);
    }

    private static void add(List<String> parts, int count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}
