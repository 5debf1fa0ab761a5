package org.earlyhelp.hub.web.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeSet;

/** Cells as the contract wants them: lists joined by a space and sorted, ISO stamps, and nothing a spreadsheet would run. */
public final class CsvCells {
    private static final String FORMULA_STARTS = "=+-@\t";

    private CsvCells() {
    }

    /** Null becomes an empty cell. A cell that a spreadsheet would take for a formula gets a leading apostrophe. */
    public static String of(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    static String of(Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    static String of(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** Each once. */
    static String of(Collection<String> list) {
        return of(String.join(" ", new TreeSet<>(list)));
    }
}
