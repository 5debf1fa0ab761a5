package org.earlyhelp.hub.cli.retrain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.linkage.Description;

/** Takes descriptions in, each different one once. */
final class Gathering {
    /** With more, learning would outgrow the memory of one machine. */
    static final int MOST_DESCRIPTIONS = 3_000_000;
    private final Set<Description> descriptions = new LinkedHashSet<>();
    private final int most;

    Gathering() {
        this(MOST_DESCRIPTIONS);
    }

    Gathering(int most) {
        this.most = most;
    }

    /** Throws StartFailure at the limit. */
    void take(Description description) {
        if (descriptions.add(description) && descriptions.size() > most) {
            throw new StartFailure("There are more than %,d descriptions: learn from a part of the feeds (--from).".formatted(most));
        }
    }

    List<Description> all() {
        return List.copyOf(descriptions);
    }
}
