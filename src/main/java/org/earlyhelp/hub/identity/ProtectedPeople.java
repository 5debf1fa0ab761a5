package org.earlyhelp.hub.identity;

import java.util.Map;

/** The few people whose place is hidden or whose identity is sealed; whoever lists many people asks once. */
public interface ProtectedPeople {
    /** What protects a person; at least one of the two holds. */
    record Protection(boolean placeHidden, boolean sealed) {
        /** Of everyone else. */
        public static final Protection NONE = new Protection(false, false);
    }

    /** All of them by P- reference, as they stand now. */
    Map<String, Protection> all();
}
