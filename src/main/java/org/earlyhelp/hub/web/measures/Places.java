package org.earlyhelp.hub.web.measures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.earlyhelp.hub.need.rules.Localities;

/** The localities in the order in which pages show them: the borough's own, then out of area, not known and withheld. */
record Places(Map<String, Localities.Area> areas) {
    private static final Map<String, String> OF_THE_HUB = Map.of(Localities.OUT_OF_AREA, "Out of area", Localities.UNKNOWN, "Not known",
            Localities.WITHHELD, "Withheld");

    static Places of(List<Localities.Area> areas) {
        Map<String, Localities.Area> byId = new LinkedHashMap<>();
        areas.forEach(area -> byId.put(area.id(), area));
        return new Places(byId);
    }

    /** Ids of all, with those that only the figures still name, such as a locality that was given up. */
    List<String> ids(Set<String> named) {
        List<String> ids = new ArrayList<>(areas.keySet());
        new TreeSet<>(named).stream().filter(id -> !areas.containsKey(id) && !OF_THE_HUB.containsKey(id)).forEach(ids::add);
        ids.addAll(List.of(Localities.OUT_OF_AREA, Localities.UNKNOWN, Localities.WITHHELD));
        return ids;
    }

    /** In plain words; the id itself where there are none. */
    String title(String id) {
        return areas.containsKey(id) ? areas.get(id).title() : OF_THE_HUB.getOrDefault(id, id);
    }

    /** How many children live there; empty when the rules do not say. */
    OptionalInt children(String id) {
        return areas.containsKey(id) && areas.get(id).children() != null ? OptionalInt.of(areas.get(id).children()) : OptionalInt.empty();
    }
}
