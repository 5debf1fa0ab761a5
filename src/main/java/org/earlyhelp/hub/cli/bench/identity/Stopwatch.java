package org.earlyhelp.hub.cli.bench.identity;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Seconds by the clock and seconds of this thread on a processor: on a busy machine only the second tells what the work costs. */
public final class Stopwatch {
    private static final double NANOS_A_SECOND = 1e9;
    private final long startedAt = System.nanoTime();
    private final long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    /** By the clock, since it was made. */
    public double seconds() {
        return (System.nanoTime() - startedAt) / NANOS_A_SECOND;
    }

    @Override
    public String toString() {
        double processor = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / NANOS_A_SECOND;
        return String.format(Locale.UK, "%.1f s (%.1f s of this thread on a processor)", seconds(), processor);
    }
}
