package org.earlyhelp.hub.identity.household;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Connected groups: everybody starts alone, each tie joins two groups. */
final class Groups {
    private final Map<Long, Long> above = new TreeMap<>();

    Groups(Collection<Long> people) {
        people.forEach(person -> above.put(person, person));
    }

    void join(long one, long other) {
        above.put(top(one), top(other));
    }

    List<Set<Long>> all() {
        Map<Long, Set<Long>> groups = new TreeMap<>();
        above.keySet().forEach(person -> groups.computeIfAbsent(top(person), key -> new TreeSet<>()).add(person));
        return List.copyOf(groups.values());
    }

    private long top(long person) {
        long top = person;
        while (above.get(top) != top) {
            top = above.get(top);
        }
        above.put(person, top);
        return top;
    }
}
