package org.earlyhelp.hub.cli.match;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that this process has taken so far. */
final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long KILOBYTES_A_MEGABYTE = 1024;

    private PeakMemory() {
    }

    /** In megabytes: as the Linux kernel counts it, elsewhere what Java's own pools held at most. */
    static long megabytes() {
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseGet(PeakMemory::ofPools) / KILOBYTES_A_MEGABYTE;
        } catch (IOException e) {
            return ofPools() / KILOBYTES_A_MEGABYTE;
        }
    }

    /** In kilobytes. */
    private static long ofPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / KILOBYTES_A_MEGABYTE;
    }
}
