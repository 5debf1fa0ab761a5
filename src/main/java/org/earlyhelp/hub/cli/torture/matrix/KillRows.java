package org.earlyhelp.hub.cli.torture.matrix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.torture.verdict.Finding;

/** Kills at random moments: one short trial kills hub, broker and database in turn and then all at once, and shows four rows. */
public final class KillRows {
    /** A trial below a folder, and what its referee found. */
    @FunctionalInterface
    public interface Trial {
        /** Throws IOException when the hub cannot be asked. */
        List<Finding> run(HubFolder folder) throws IOException;
    }

    private final Trial inTurn;
    private final Trial logAlone;
    private final List<Finding> found = new ArrayList<>();

    KillRows(Trial inTurn, Trial logAlone) {
        this.inTurn = inTurn;
        this.logAlone = logAlone;
    }

    List<Row> rows() {
        return List.of(
                Row.slow("F27", "kill -9 of the hub", this::once),
                Row.slow("F29", "kill -9 of the broker", this::once),
                Row.slow("F30", "kill -9 of all of PostgreSQL", this::once),
                Row.slow("F31", "kill -9 of all three at once", this::once),
                Row.slow("F62", "the log's sequencer is killed in the middle", place -> logAlone.run(place.folder())));
    }

    private List<Finding> once(Place place) throws IOException {
        if (found.isEmpty()) {
            found.addAll(inTurn.run(place.folder()));
        }
        return found;
    }
}
