package org.earlyhelp.hub.identity.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whom no rule joins: pairs that a steward keeps apart, and the sealed. Few, each decided by a person. Not thread-safe. */
final class Exclusions {
    private final Map<Long, Set<Long>> others = new HashMap<>();
    private final Set<Long> sealed = new HashSet<>();
    private final UndoLog undo;

    Exclusions(UndoLog undo) {
        this.undo = undo;
    }

    /** Keeps two apart, either way round; nothing happens when they are. */
    void add(long one, long other) {
        if (put(one, other)) {
            undo.add(() -> take(one, other));
        }
    }

    /** Lets rules join two again; nothing happens when they may. */
    void remove(long one, long other) {
        if (take(one, other)) {
            undo.add(() -> put(one, other));
        }
    }

    /** In ascending order. */
    Set<Long> of(long person) {
        return others.getOrDefault(person, new TreeSet<>());
    }

    void seal(long person) {
        if (sealed.add(person)) {
            undo.add(() -> sealed.remove(person));
        }
    }

    boolean isSealed(long person) {
        return sealed.contains(person);
    }

    private boolean put(long one, long other) {
        boolean fresh = others.computeIfAbsent(one, key -> new TreeSet<>()).add(other);
        others.computeIfAbsent(other, key -> new TreeSet<>()).add(one);
        return fresh;
    }

    private boolean take(long one, long other) {
        boolean gone = of(one).remove(other);
        of(other).remove(one);
        return gone;
    }
}
