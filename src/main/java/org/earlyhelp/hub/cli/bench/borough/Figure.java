package org.earlyhelp.hub.cli.bench.borough;

import java.util.Locale;

/** One line of the report. {@code target} and {@code verdict} are empty where nothing was promised. */
record Figure(String measure, String target, String found, String verdict) {
    static Figure atLeast(String measure, double target, double found) {
        return new Figure(measure, "at least " + share(target), share(found), verdict(found >= target));
    }

    static Figure atMost(String measure, double target, double found) {
        return new Figure(measure, "at most " + share(target), share(found), verdict(found <= target));
    }

    static Figure rate(String measure, double atLeast, double found) {
        return new Figure(measure, "at least %,.0f".formatted(atLeast), "%,.0f".formatted(found), verdict(found >= atLeast));
    }

    static Figure told(String measure, String found) {
        return new Figure(measure, "", found, "");
    }

    static Figure promised(String measure, String target, String found, boolean met) {
        return new Figure(measure, target, found, verdict(met));
    }

    static String share(double share) {
        return String.format(Locale.UK, "%.3f%%", 100 * share);
    }

    private static String verdict(boolean met) {
        return met ? "met" : "missed";
    }

    /** As a line of a table. */
    String line() {
        return String.format(Locale.UK, "%-58s %-18s %-34s %s", measure, target, found, verdict).stripTrailing();
    }
}
