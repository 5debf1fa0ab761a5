package org.earlyhelp.hub.linkage;

/** The one thing that looks most like one child and is two. */
final class TwinGuard {
    private TwinGuard() {
    }

    /**
     * Born the same day and told apart by birth order; or with different forenames, where a sender says twin or
     * numbers of one kind differ.
     */
    static boolean areTwins(Description one, Description other) {
        if (Agreement.of(one.born(), other.born()) != Agreement.AGREES) {
            return false;
        }
        return Agreement.of(one.birthOrder(), other.birthOrder()) == Agreement.DIFFERS
                || one.name().compareForenames(other.name()) == Agreement.DIFFERS && (isSaidToBeTwin(one, other) || numbersDiffer(one, other));
    }

    private static boolean isSaidToBeTwin(Description one, Description other) {
        return one.multipleBirth() || other.multipleBirth();
    }

    private static boolean numbersDiffer(Description one, Description other) {
        return Agreement.of(one.nhsNumber(), other.nhsNumber()) == Agreement.DIFFERS
                || Agreement.of(one.upn(), other.upn()) == Agreement.DIFFERS
                || one.agency().equals(other.agency()) && Agreement.of(one.localRef(), other.localRef()) == Agreement.DIFFERS;
    }
}
