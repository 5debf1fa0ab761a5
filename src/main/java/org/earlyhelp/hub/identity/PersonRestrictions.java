package org.earlyhelp.hub.identity;

import java.util.Set;

/**
 * People who objected, or whose data may only be kept: used to keep a child safe and for nothing else. No rule joins new records to
 * them by likeness but those of missing children and domestic abuse; no need below safeguarding is raised. Set and lifted by the room
 * of rights, in two people's hands. It follows a person along merges.
 */
public interface PersonRestrictions {
    /** Those among the people, by P- reference as they stand. */
    Set<String> among(Set<String> people);

    /**
     * Restricts a person who stands, and has the family assessed anew.
     *
     * @param request reference of the request it is granted on
     * @throws IllegalArgumentException when the person is unknown or merged into another
     */
    void restrict(String request, String person);

    /** Lifts what was granted on the request, and has the family assessed anew; nothing happens when there is none. */
    void lift(String request);
}
