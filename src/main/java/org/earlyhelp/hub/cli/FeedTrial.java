package org.earlyhelp.hub.cli;

import java.nio.file.Path;
import java.util.List;
import org.earlyhelp.hub.kernel.HubClock;

/** Reads a file as a feed's mapping would, and keeps nothing. */
@FunctionalInterface
interface FeedTrial {
    /** Tries {@code file} as that agency's feed, by the time of {@code clock}. Throws StartFailure when the file cannot be read from its disk. */
    Outcome tryOut(Path configDir, Path file, String agency, String feed, HubClock clock);

    /** What came of it. */
    sealed interface Outcome permits Result, UnknownFeed, Unready {
    }

    /** No agreement names the feed; {@code known} are all that are named, as {@code agency/feed}. */
    record UnknownFeed(List<String> known) implements Outcome {
    }

    /** The feed's agreement or mapping is missing or broken, so that nothing can be tried: why. */
    record Unready(List<ConfigDoctor.Finding> faults) implements Outcome {
    }

    /**
     * What a receipt would say, for a file that never came before.
     *
     * @param stage             ACCEPTED, PARTIAL or REJECTED, or HELD while the agreement is not in force
     * @param findingsTruncated there were more than are listed
     */
    record Result(String mapping, String stage, long records, long accepted, long rejected, long warnings, List<Finding> findings,
                  boolean findingsTruncated) implements Outcome {
        boolean hasErrors() {
            return rejected > 0 || findings.stream().anyMatch(finding -> finding.severity().equals("error"));
        }
    }

    /** One fault by its place; never a value. Line and record count from 1, 0 = none. */
    record Finding(long line, long record, String field, String code, String severity, String message, String fix) {
    }
}
