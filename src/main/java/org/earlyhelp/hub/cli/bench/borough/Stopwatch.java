package org.earlyhelp.hub.cli.bench.borough;

import java.util.Arrays;

/** How long decisions take, a record at a time, its mentions sharing the time alike. Not thread-safe. */
final class Stopwatch {
    private static final double NANOS_A_SECOND = 1e9;
    private static final double NANOS_A_MILLI = 1e6;
    private static final int FIRST_ROOM = 1 << 16;
    private long[] eachNanos = new long[FIRST_ROOM];
    private int count;
    private long total;
    private long began;

    void start() {
        began = System.nanoTime();
    }

    void stop(int mentions) {
        long took = System.nanoTime() - began;
        total += took;
        for (int i = 0; i < mentions; i++) {
            eachNanos = count == eachNanos.length ? Arrays.copyOf(eachNanos, 2 * count) : eachNanos;
            eachNanos[count++] = took / mentions;
        }
    }

    int mentions() {
        return count;
    }

    double aSecond() {
        return total == 0 ? 0 : count * NANOS_A_SECOND / total;
    }

    /** The time within which 99 of 100 mentions were decided. */
    double p99Millis() {
        long[] sorted = Arrays.copyOf(eachNanos, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[(int) Math.ceil(0.99 * count) - 1] / NANOS_A_MILLI;
    }
}
