package org.earlyhelp.hub.kernel;

import java.nio.file.Path;

/** What is wrong in a file that a council edits: the file, the line (from 1; 0 when it is the whole file) and the reason. */
public record ConfigFault(String file, int line, String reason) {
    /** In a file, told by its name alone. */
    public static ConfigFault of(Path file, int line, String reason) {
        return new ConfigFault(file.getFileName().toString(), line, reason);
    }

    /** {@code concerns.yaml:12: reason}. */
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + reason : file + ": " + reason;
    }
}
