package org.earlyhelp.hub.need.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an assessment could not decide, and what its reader must know. Each is said once. Not thread-safe. */
final class Doubts {
    private final Set<String> undecided = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();

    /** A rule that could not be evaluated: it is not "no". */
    void undecided(String rule, String why) {
        undecided.add(rule + ": " + why);
    }

    /** Takes over what others could not decide. */
    void addAll(Doubts others) {
        undecided.addAll(others.undecided);
    }

    /** Whether the rule could not be evaluated for anybody of the family. */
    boolean isUndecided(String rule) {
        return undecided.stream().anyMatch(sentence -> sentence.startsWith(rule + ": "));
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    List<String> undecided() {
        return new ArrayList<>(undecided);
    }

    List<String> notes() {
        return new ArrayList<>(notes);
    }
}
