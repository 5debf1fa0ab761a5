package org.earlyhelp.hub.web.measures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.alert.HelpFigures.Change;

/** What became of a need by some time after a decision. */
enum NeedCourse {
    ENDED("Ended"), BACK("Ended and came back"), HOLDS("Never ended");

    private final String label;

    NeedCourse(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** How the need stood at {@code then}; empty when nobody knows that it held at the decision. */
    static Optional<NeedCourse> of(List<Change> changes, Instant decidedAt, Instant then) {
        if (!held(changes, decidedAt)) {
            return Optional.empty();
        }
        if (!held(changes, then)) {
            return Optional.of(ENDED);
        }
        boolean paused = changes.stream().anyMatch(change -> !change.holds() && change.at().isAfter(decidedAt) && !change.at().isAfter(then));
        return Optional.of(paused ? BACK : HOLDS);
    }

    private static boolean held(List<Change> changes, Instant when) {
        return changes.stream().filter(change -> !change.at().isAfter(when)).reduce((earlier, later) -> later).map(Change::holds).orElse(false);
    }
}
