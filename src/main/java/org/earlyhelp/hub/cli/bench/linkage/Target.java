package org.earlyhelp.hub.cli.bench.linkage;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a figure must reach, or must not pass. */
record Target(String figure, boolean isLeast, double bound, ToDoubleFunction<Score> read) {
    static Target atLeast(String figure, double bound, ToDoubleFunction<Score> read) {
        return new Target(figure, true, bound, read);
    }

    static Target atMost(String figure, double bound, ToDoubleFunction<Score> read) {
        return new Target(figure, false, bound, read);
    }

    /** The figure beside its bound, and whether it is met. */
    String told(Score score) {
        double reached = read.applyAsDouble(score);
        boolean met = isLeast ? reached >= bound : reached <= bound;
        return "%s %s, wanted %s %s: %s".formatted(figure, number(reached), isLeast ? "at least" : "at most", number(bound), met ? "met" : "MISSED");
    }

    private static String number(double value) {
        return value == Math.rint(value) && value > 1 || value == 0 ? String.format(Locale.UK, "%,d", (long) value) : String.format(Locale.UK, "%.4f", value);
    }
}
