package org.earlyhelp.hub.need.engine;

import java.util.EnumSet;
import java.util.Set;
import org.earlyhelp.hub.need.rules.NeedCondition.Join;

/** The verdicts on the parts of a combination, and the one they make together (Kleene's logic of three values). Not thread-safe. */
final class Verdicts {
    private final Set<Verdict> parts = EnumSet.noneOf(Verdict.class);

    void add(Verdict verdict) {
        parts.add(verdict);
    }

    Verdict joined(Join join) {
        return switch (join) {
            case ALL -> firstOf(Verdict.HOLDS_NOT, Verdict.HOLDS);
            case ANY -> firstOf(Verdict.HOLDS, Verdict.HOLDS_NOT);
            case NONE -> not(firstOf(Verdict.HOLDS, Verdict.HOLDS_NOT));
        };
    }

    /** {@code deciding} when any part says so; undecided when any is; else {@code otherwise}. */
    private Verdict firstOf(Verdict deciding, Verdict otherwise) {
        if (parts.contains(deciding)) {
            return deciding;
        }
        return parts.contains(Verdict.UNDECIDED) ? Verdict.UNDECIDED : otherwise;
    }

    private static Verdict not(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> Verdict.HOLDS_NOT;
            case HOLDS_NOT -> Verdict.HOLDS;
            case UNDECIDED -> Verdict.UNDECIDED;
        };
    }
}
