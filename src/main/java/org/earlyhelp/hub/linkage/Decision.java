package org.earlyhelp.hub.linkage;

/** What the model says of a mention and a known person. */
public sealed interface Decision {
    /** They are one; {@code match} is CERTAIN or PROBABLE, {@code weight} in bits, infinite for a rule. */
    record Join(Match match, Reason reason, double weight) implements Decision {
        /** A join by a rule. */
        public Join(Match match, Reason reason) {
            this(match, reason, Double.POSITIVE_INFINITY);
        }
    }

    /** An identifier says one, the rest says two: kept apart, and a steward is told. */
    record Contradiction(Reason reason) implements Decision {
    }

    /** They may be one: kept apart until a steward has looked. {@code weight} in bits. */
    record Unsure(double weight) implements Decision {
    }

    /** Nothing joins them. */
    record Apart() implements Decision {
    }

    /** The only one needed. */
    Decision APART = new Apart();

    /** The stronger of two: a join before a contradiction before a doubt, CERTAIN before PROBABLE, then by ground, then by weight. */
    default Decision strongest(Decision other) {
        int difference = rank(this) - rank(other);
        return difference < 0 || difference == 0 && weight(this) >= weight(other) ? this : other;
    }

    private static int rank(Decision decision) {
        if (decision instanceof Join join) {
            return (join.match() == Match.CERTAIN ? 0 : 100) + join.reason().ordinal();
        }
        if (decision instanceof Contradiction contradiction) {
            return 200 + contradiction.reason().ordinal();
        }
        return decision instanceof Unsure ? 300 : 1000;
    }

    private static double weight(Decision decision) {
        return decision instanceof Join join ? join.weight() : decision instanceof Unsure unsure ? unsure.weight() : 0;
    }
}
