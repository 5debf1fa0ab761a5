package org.earlyhelp.hub.cli.bench.identity;

import java.lang.management.ManagementFactory;

/** How much memory objects take. */
final class Heap {
    private static final int COLLECTIONS = 3;

    private Heap() {
    }

    /** Bytes in use once garbage is gone. */
    static long usedAfterCollection() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
