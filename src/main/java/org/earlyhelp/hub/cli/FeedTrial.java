package org.earlyhelp.hub.cli;

import java.nio.file.Path;
import java.util.List;
import org.earlyhelp.hub.kernel.StartFailure;

/** Reads a file as a feed's mapping would, and keeps nothing. */
@FunctionalInterface
interface FeedTrial {
    /** Tries {@code file} as that agency's feed. Throws StartFailure when there is no such feed or its mapping is broken. */
    Result tryOut(Path configDir, Path file, String agency, String feed);

    /** What a receipt would say. */
    record Result(String mapping, long records, long accepted, long rejected, long warnings, List<Finding> findings) {
        boolean hasErrors() {
            return rejected > 0 || findings.stream().anyMatch(finding -> finding.severity().equals("error"));
        }
    }

    /** One fault by its place; never a value. Line and record count from 1, 0 = none. */
    record Finding(long line, long record, String field, String code, String severity, String message, String fix) {
    }

    /** A hub without a mapping room: it can try nothing and says so. */
    static FeedTrial none() {
        return (configDir, file, agency, feed) -> {
            throw new StartFailure("This hub has no mappings to try a file with.");
        };
    }
}
