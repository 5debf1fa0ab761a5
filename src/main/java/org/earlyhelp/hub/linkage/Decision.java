package org.earlyhelp.hub.linkage;

/** What the model says of a mention and a known person. */
public sealed interface Decision {
    /** They are one; {@code match} is CERTAIN or PROBABLE. */
    record Join(Match match, Reason reason) implements Decision {
    }

    /** An identifier says one, the rest says two: kept apart, and a steward is told. */
    record Contradiction(Reason reason) implements Decision {
    }

    /** Nothing joins them. */
    record Apart() implements Decision {
    }

    Decision APART = new Apart();

    /** The stronger of two: a join before a contradiction, CERTAIN before PROBABLE, then by ground. */
    default Decision strongest(Decision other) {
        return rank(this) <= rank(other) ? this : other;
    }

    private static int rank(Decision decision) {
        if (decision instanceof Join join) {
            return (join.match() == Match.CERTAIN ? 0 : 100) + join.reason().ordinal();
        }
        return decision instanceof Contradiction contradiction ? 200 + contradiction.reason().ordinal() : 1000;
    }
}
