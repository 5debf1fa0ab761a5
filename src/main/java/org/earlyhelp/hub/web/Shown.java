package org.earlyhelp.hub.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.identity.ProtectedPeople.Protection;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureSubject;

/** Collects who a list or export would show and what of them, so that one act asks for all. Not thread-safe. */
public final class Shown {
    private final Map<String, Set<DisclosedField>> fields = new LinkedHashMap<>();
    private final Map<String, Protection> protections;

    /** {@code protections} as they stand in the same state of the database. */
    public Shown(Map<String, Protection> protections) {
        this.protections = protections;
    }

    /** One field of one person; {@code sourceAgency} null for what the hub worked out. */
    public void add(String person, String field, DataClass dataClass, String sourceAgency) {
        fields.computeIfAbsent(person, any -> new LinkedHashSet<>()).add(new DisclosedField(field, dataClass, sourceAgency));
    }

    /** Everyone collected, in the order first named. */
    public List<DisclosureSubject> subjects() {
        return fields.entrySet().stream().map(entry -> {
            Protection protection = protections.getOrDefault(entry.getKey(), Protection.NONE);
            return new DisclosureSubject(entry.getKey(), protection.placeHidden(), protection.sealed(), false, entry.getValue());
        }).toList();
    }
}
