package org.earlyhelp.hub.cli.bench.borough;

import java.util.Locale;

/** One line of the report. {@code target} and {@code verdict} are empty where nothing was promised. */
public record Figure(String measure, String target, String found, String verdict) {
    /** A share with a target. */
    public static Figure atLeast(String measure, double target, double found) {
        return new Figure(measure, "at least " + share(target), share(found), verdict(found >= target));
    }

    static Figure atMost(String measure, double target, double found) {
        return new Figure(measure, "at most " + share(target), share(found), verdict(found <= target));
    }

    static Figure rate(String measure, double atLeast, double found) {
        return new Figure(measure, "at least %,.0f".formatted(atLeast), "%,.0f".formatted(found), verdict(found >= atLeast));
    }

    /** A figure of which nothing was promised. */
    public static Figure told(String measure, String found) {
        return new Figure(measure, "", found, "");
    }

    /** A figure whose verdict the caller gives. */
    public static Figure promised(String measure, String target, String found, boolean met) {
        return new Figure(measure, target, found, verdict(met));
    }

    /** As a percentage with three places. */
    public static String share(double share) {
        return String.format(Locale.UK, "%.3f%%", 100 * share);
    }

    private static String verdict(boolean met) {
        return met ? "met" : "missed";
    }

    /** As a line of a table. */
    public String line() {
        return String.format(Locale.UK, "%-58s %-18s %-34s %s", measure, target, found, verdict).stripTrailing();
    }
}
