package org.earlyhelp.hub.linkage.learned;

import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.compare.AgeLevel;
import org.earlyhelp.hub.linkage.compare.UnverifiedLevel;

/** Compares what stands in for a better statement: an age for a date of birth, a number nobody verified for a verified one. */
final class StatedSparely {
    private StatedSparely() {
    }

    /** How a stated age compares with the other's date of birth or age; null when neither is known by age, or one by nothing. */
    static AgeLevel ages(Description one, Description other) {
        if (one.yearByAge() == null && other.yearByAge() == null || one.yearOfBirth() == null || other.yearOfBirth() == null) {
            return null;
        }
        return one.yearsApart(other) == 0 ? AgeLevel.AGREES : AgeLevel.CONTRADICTS;
    }

    /** How NHS numbers compare of which at least one is not verified; null when there are no two, or both are verified. */
    static UnverifiedLevel numbers(Description one, Description other) {
        String mine = one.nhsNumber() == null ? one.unverified() : one.nhsNumber();
        String theirs = other.nhsNumber() == null ? other.unverified() : other.nhsNumber();
        if (mine == null || theirs == null || one.nhsNumber() != null && other.nhsNumber() != null) {
            return null;
        }
        return mine.equals(theirs) ? UnverifiedLevel.AGREES : UnverifiedLevel.CONFLICTS;
    }
}
