package org.earlyhelp.hub.cli.bench.borough;

import java.time.LocalDate;

/**
 * A true person of the borough.
 *
 * @param origin    of the household's names, in plain words
 * @param birthOrder above 0 for a twin
 */
public record Resident(String id, String household, Kind kind, LocalDate born, int birthOrder, String origin) {
    /** OUTSIDE: named in the borough's records, and member of none of its households. */
    public enum Kind { CHILD, CARER, OUTSIDE }

    /** Whether this is a child of its household. */
    public boolean isChild() {
        return kind == Kind.CHILD;
    }

    boolean isTwinOf(Resident other) {
        return birthOrder > 0 && other.birthOrder > 0 && !id.equals(other.id) && household.equals(other.household) && born.equals(other.born);
    }
}
