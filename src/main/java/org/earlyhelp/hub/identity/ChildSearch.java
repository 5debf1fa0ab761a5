package org.earlyhelp.hub.identity;

import java.time.LocalDate;
import java.util.List;

/** Looks children up by what a caller says of them. Places are never searched; sealed children are never found. */
public interface ChildSearch {
    /**
     * Children of that surname, whatever case, and of the forename or date of birth given; at least one of the two must be
     * given. A forename fits when it is, or begins, any forename or other name in use.
     *
     * @param forename null for any
     * @param born     null for any
     * @param limit    the most that are given, by reference
     */
    List<PersonView> find(String surname, String forename, LocalDate born, int limit);
}
