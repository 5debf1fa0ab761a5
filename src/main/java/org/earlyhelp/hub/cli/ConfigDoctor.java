package org.earlyhelp.hub.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks through all council folders and names every fault in them, not just the first. */
final class ConfigDoctor {
    private final List<Rooms.FolderCheck> checks;

    ConfigDoctor(List<Rooms.FolderCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    /** A fault and where it is; {@code line} 0 is the whole file. */
    record Finding(String folder, String file, int line, String reason) {
        @Override
        public String toString() {
            return folder + "/" + file + (line > 0 ? ":" + line : "") + ": " + reason;
        }
    }

    /** All findings, by folder. */
    List<Finding> examine(Path configDir) {
        List<Finding> findings = new ArrayList<>();
        for (Rooms.FolderCheck check : checks) {
            check.faults(configDir.resolve(check.folder()))
                    .forEach(fault -> findings.add(new Finding(check.folder(), fault.file(), fault.line(), fault.reason())));
        }
        return findings;
    }
}
