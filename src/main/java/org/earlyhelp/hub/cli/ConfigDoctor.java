package org.earlyhelp.hub.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.earlyhelp.hub.kernel.ConfigFault;

/** Looks through all council folders and names every fault in them, not just the first. */
final class ConfigDoctor {
    private final List<Rooms.FolderCheck> checks;

    ConfigDoctor(List<Rooms.FolderCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** A fault and where it is; {@code line} 0 is the whole file, {@code file} "" the whole folder. */
    record Finding(String folder, String file, int line, String reason) {
        static Finding of(String folder, ConfigFault fault) {
            return new Finding(folder, fault.file(), fault.line(), fault.reason());
        }

        @Override
        public String toString() {
            return folder + (file.isEmpty() ? "" : "/" + file) + (line > 0 ? ":" + line : "") + ": " + reason;
        }
    }

    /** All findings, by folder and file: what each room says of its own, and what does not fit between them. */
    List<Finding> examine(Path configDir) {
        List<Finding> findings = new ArrayList<>();
        checks.forEach(check -> findings.addAll(examine(configDir, check)));
        findings.addAll(CrossChecks.examine(configDir));
        findings.sort(Comparator.comparing(Finding::folder).thenComparing(Finding::file).thenComparing(Finding::line));
        return findings;
    }

    private static List<Finding> examine(Path configDir, Rooms.FolderCheck check) {
        Path folder = configDir.resolve(check.folder());
        if (!Files.isDirectory(folder)) {
            return List.of(new Finding(check.folder(), "", 0, "there is no such folder in " + configDir));
        }
        return check.faults(folder).stream().map(fault -> Finding.of(check.folder(), fault)).toList();
    }
}
