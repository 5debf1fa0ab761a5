package org.earlyhelp.hub.identity.household;

/** One record's word about one person. */
public record Sighting(Statement statement, Named named) {
    /** Whether it says where the person lives, to the dwelling. */
    boolean saysHome() {
        return named.dwelling() != null && named.dwelling().isComplete() && !isPlacement();
    }

    /** Whether its address is where a child in care is placed: no home of the family. */
    public boolean isPlacement() {
        return statement.inCare() && named.role().isSubject();
    }
}
