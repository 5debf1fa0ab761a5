package org.earlyhelp.hub.identity;

import java.time.LocalDate;
import java.util.List;

/** Looks children up by what a caller says of them. Places are never searched; sealed children are never found. */
public interface ChildSearch {
    /**
     * A child that fits.
     *
     * @param alike only by sound or another spelling of the name
     */
    record Hit(PersonView child, boolean alike) {
    }

    /**
     * The children that fit.
     *
     * @param more some who fit may be missing: more do than may be given, or more bear such a name than are looked at. A date of
     *             birth narrows it.
     */
    record Found(List<Hit> hits, boolean more) {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /**
     * Children of that surname and of the forename or date of birth given; at least one of the two must be given. Case,
     * marks and hyphens make no difference. A forename fits when it is, or begins, any forename or other name in use.
     * After these come children whose name only sounds like it or is spelled otherwise: a caller says a name, and the
     * hub holds what somebody wrote.
     *
     * @param forename null for any
     * @param born     null for any; a date is never taken for one that is like it
     * @param limit    the most that are given: those of that very name first, then by reference
     */
    Found find(String surname, String forename, LocalDate born, int limit);
}
