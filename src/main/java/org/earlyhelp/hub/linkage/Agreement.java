package org.earlyhelp.hub.linkage;

import java.util.Objects;

/** How two statements about one field stand to each other; silence on either side is UNKNOWN, never a difference. */
public enum Agreement {
    AGREES, DIFFERS, UNKNOWN;

    /** Compares two values of which either may be null. */
    public static Agreement of(Object one, Object other) {
        if (one == null || other == null) {
            return UNKNOWN;
        }
        return Objects.equals(one, other) ? AGREES : DIFFERS;
    }
}
