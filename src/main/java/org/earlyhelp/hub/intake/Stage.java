package org.earlyhelp.hub.intake;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a delivery stands (contract, section 3). Only RECEIVED and HELD may still change, and DUPLICATE when what it repeats is recalled. */
public enum Stage {
    RECEIVED, ACCEPTED, PARTIAL, REJECTED, DUPLICATE, HELD, INCOMPLETE;

    private static final Map<Stage, Set<Stage>> NEXT = Map.of(
            RECEIVED, EnumSet.of(ACCEPTED, PARTIAL, REJECTED, DUPLICATE, HELD),
            HELD, EnumSet.of(RECEIVED),
            DUPLICATE, EnumSet.of(RECEIVED));

    /** Whether the stage may become {@code next}. */
    public boolean mayBecome(Stage next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether the hub has made up its mind about the file. */
    public boolean isDecided() {
        return this != RECEIVED;
    }

    /** Whether something of the file was taken. */
    public boolean isKept() {
        return this == ACCEPTED || this == PARTIAL;
    }
}
