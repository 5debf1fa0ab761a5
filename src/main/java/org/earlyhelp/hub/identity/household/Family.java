package org.earlyhelp.hub.identity.household;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** People who form a family now, by person id, and whether one statement hides where they live. */
public record Family(SortedMap<Long, FamilyRole> members, boolean placeHidden) {
    public Family {
        members = new TreeMap<>(members);
    }

    long children() {
        return members.values().stream().filter(role -> role == FamilyRole.CHILD).count();
    }

    static Family of(Map<Long, FamilyRole> members, boolean placeHidden) {
        return new Family(new TreeMap<>(members), placeHidden);
    }
}
