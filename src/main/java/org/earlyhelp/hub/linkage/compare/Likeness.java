package org.earlyhelp.hub.linkage.compare;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Jaro-Winkler similarity, from 0 to 1 (Winkler 1990), with a cheap upper bound before it: most pairs differ too much
 * to be worth the work.
 */
final class Likeness {
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final int PREFIX_CHARACTERS = 4;
    private static final double PREFIX_SCALE = 0.1;

    private Likeness() {
    }

    /** The similarity of two forms, or 0 when it is below {@code least}. */
    static double of(Form one, Form other, double least) {
        if (one.isEmpty() || other.isEmpty() || upperBound(one, other) < least) {
            return 0;
        }
        double likeness = JARO_WINKLER.apply(one.joined(), other.joined());
        return likeness < least ? 0 : likeness;
    }

    /** No more characters can match than are not of letters the other lacks; transpositions are left out. */
    private static double upperBound(Form one, Form other) {
        double matches = Math.min(one.length() - one.lettersMissingIn(other), other.length() - other.lettersMissingIn(one));
        double jaro = (matches / one.length() + matches / other.length() + 1) / 3;
        return jaro + PREFIX_SCALE * commonPrefix(one.joined(), other.joined()) * (1 - jaro);
    }

    private static int commonPrefix(String one, String other) {
        int longest = Math.min(PREFIX_CHARACTERS, Math.min(one.length(), other.length()));
        int shared = 0;
        while (shared < longest && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared;
    }
}
