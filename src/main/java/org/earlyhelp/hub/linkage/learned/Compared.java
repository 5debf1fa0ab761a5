package org.earlyhelp.hub.linkage.learned;

import org.earlyhelp.hub.linkage.compare.AgeLevel;
import org.earlyhelp.hub.linkage.compare.BirthLevel;
import org.earlyhelp.hub.linkage.compare.NameLevel;
import org.earlyhelp.hub.linkage.compare.SexLevel;

/**
 * How two descriptions compare.
 *
 * @param levels   the level of each comparison, in the order of {@link DescriptionComparison#ASPECTS}
 * @param forename the forename both bear, folded, or null
 * @param surname  the surname both bear, folded, or null
 * @param children whether both are said to be children
 */
record Compared(int[] levels, String forename, String surname, boolean children) {
    private static final NameLevel[] NAMES = NameLevel.values();
    private static final BirthLevel[] BIRTHS = BirthLevel.values();

    /** How the forenames compare, or null when one is not stated. */
    NameLevel forenames() {
        return levels[0] < NAMES.length ? NAMES[levels[0]] : null;
    }

    /** How the surnames compare, or null when one is not stated. */
    NameLevel surnames() {
        return levels[1] < NAMES.length ? NAMES[levels[1]] : null;
    }

    /** How the dates of birth compare, or null when one is not stated. */
    BirthLevel births() {
        return levels[3] < BIRTHS.length ? BIRTHS[levels[3]] : null;
    }

    /** Whether both are children born on one day, as twins are, or perhaps so: by an age. */
    boolean areBornTogether() {
        return children && (births() == BirthLevel.EXACT || levels[6] == AgeLevel.AGREES.ordinal());
    }

    /** Whether nothing is said against the sex being one. */
    boolean agreesOnSex() {
        return levels[4] != SexLevel.DIFFERENT.ordinal();
    }

    /** Whether the first line and the postcode agree in full, or the one that both state. */
    boolean agreesOnPlace() {
        return AspectLevels.isOnePlace(levels[2]);
    }

    /** Whether both state the same telephone. */
    boolean agreesOnPhone() {
        return levels[5] == 0;
    }
}
