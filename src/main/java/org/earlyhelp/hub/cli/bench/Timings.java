package org.earlyhelp.hub.cli.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How long each of several tries took; at least one. */
public record Timings(List<Duration> tries) {
    private static final double PERCENTILE = 0.95;
    private static final double MILLIS = 1000.0;

    public Timings {
        if (tries.isEmpty()) {
            throw new IllegalArgumentException("no try was made");
        }
        tries = tries.stream().sorted().toList();
    }

    /** The upper one of the two in the middle. */
    public Duration median() {
        return tries.get(tries.size() / 2);
    }

    /** The smallest time within which 95 of 100 tries were done. */
    public Duration p95() {
        return tries.get((int) Math.ceil(PERCENTILE * tries.size()) - 1);
    }

    /** The longest of them. */
    public Duration max() {
        return tries.get(tries.size() - 1);
    }

    @Override
    public String toString() {
        return String.format(Locale.UK, "median %.3f s, p95 %.3f s, max %.3f s of %d tries", seconds(median()), seconds(p95()), seconds(max()), tries.size());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / MILLIS;
    }
}
