package org.earlyhelp.hub.linkage.learned;

import java.util.Collections;

import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.compare.ParentLevel;

/** Compares the parents whom the records of two children name. */
final class NamedParents {
    private NamedParents() {
    }

    /** Null when one names none. */
    static ParentLevel compare(Description one, Description other) {
        if (one.parents().isEmpty() || other.parents().isEmpty()) {
            return null;
        }
        return Collections.disjoint(one.parents(), other.parents()) ? ParentLevel.OTHER_PARENT : ParentLevel.SAME_PARENT;
    }
}
