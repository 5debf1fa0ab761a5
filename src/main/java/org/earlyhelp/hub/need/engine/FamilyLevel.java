package org.earlyhelp.hub.need.engine;

import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.need.rules.HarmRule;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.need.rules.Rules;

/** The level of a family: by its groups of needs, and 4 while a test of significant harm holds. Undecided is never "no". */
final class FamilyLevel {
    static final int OF_HARM = 4;

    private final Rules rules;
    private final Known known;
    private final Doubts doubts;

    /** {@code doubts} already holds what could not be decided, and is told what the reader must know of the level. */
    FamilyLevel(Rules rules, Known known, Doubts doubts) {
        this.rules = rules;
        this.known = known;
        this.doubts = doubts;
    }

    int of(List<ShownNeed> needs, List<ShownHarm> harms) {
        long groups = Stream.concat(needs.stream().map(need -> need.rule().group()), groupsStillHeld()).distinct().count();
        if (groups > rules.levels().managerAboveGroups()) {
            doubts.note("More than " + rules.levels().managerAboveGroups() + " kinds of need at once: ask a manager to look.");
        }
        return harms.isEmpty() && !isHarmStillHeld() ? rules.levels().ofGroups(groups) : OF_HARM;
    }

    /** What was held and cannot be evaluated now has not ended. */
    private Stream<String> groupsStillHeld() {
        return rules.needs().stream().filter(rule -> rule.on() && doubts.isUndecided(rule.id()))
                .filter(rule -> known.grades().keySet().stream().anyMatch(held -> held.need().equals(rule.id()))).map(NeedRule::group);
    }

    /** A family at level 4 stays there while a harm test that once held for it cannot be evaluated: a fault must not silence a child in danger. */
    private boolean isHarmStillHeld() {
        boolean held = known.level() == OF_HARM && rules.harmTests().stream().filter(HarmRule::on)
                .anyMatch(rule -> doubts.isUndecided(rule.id()) && known.hasSeenHarm(rule.id()));
        if (held) {
            doubts.note("A test of significant harm can no longer be evaluated: level 4 stands as last decided until a person has looked.");
        }
        return held;
    }
}
