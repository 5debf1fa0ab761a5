package org.earlyhelp.hub.cli.bench.identity;

import java.util.Arrays;
import java.util.Locale;

/** How long each of many equal steps took, in nanoseconds. */
final class Latencies {
    private static final double NANOS_A_MILLI = 1e6;
    private static final double NANOS_A_SECOND = 1e9;
    private final long[] nanos;
    private int count;

    Latencies(int most) {
        nanos = new long[most];
    }

    void add(long took) {
        nanos[count++] = took;
    }

    double perSecond() {
        return count * NANOS_A_SECOND / Math.max(1, Arrays.stream(nanos, 0, count).sum());
    }

    /** The rate, and the time within which that share of the steps was done. */
    @Override
    public String toString() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return String.format(Locale.UK, "%,.0f a second; p50 %.3f ms, p99 %.3f ms, max %.1f ms of %,d", perSecond(), at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1), count);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / NANOS_A_MILLI;
    }
}
