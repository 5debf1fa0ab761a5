package org.earlyhelp.hub.linkage.compare;

import java.util.List;

/** Compares two first lines of an address: house number and street, in which words are often cut or left out. */
public final class LineComparison implements FieldComparison {
    /** The only one: it has no state. */
    public static final LineComparison LINE = new LineComparison();
    private static final double CLOSE_LIKENESS = 0.94;
    private static final double SIMILAR_LIKENESS = 0.85;
    private static final double CLOSE_SHARE = 0.6;
    private static final double SIMILAR_SHARE = 0.4;

    private LineComparison() {
    }

    @Override
    public List<ComparisonLevel> levels() {
        return List.of(LineLevel.values());
    }

    @Override
    public int level(Form one, Form other) {
        return compare(one, other).ordinal();
    }

    private static LineLevel compare(Form one, Form other) {
        if (one.isSame(other)) {
            return LineLevel.EXACT;
        }
        double shared = shareOfWords(one, other);
        int edits = EditDistance.within(4, one, other);
        double likeness = Likeness.of(one, other, SIMILAR_LIKENESS);
        if (edits <= 2 || likeness >= CLOSE_LIKENESS || shared >= CLOSE_SHARE) {
            return LineLevel.CLOSE;
        }
        boolean similar = likeness >= SIMILAR_LIKENESS || shared >= SIMILAR_SHARE || edits <= 4 && Math.min(one.length(), other.length()) > 8;
        return similar ? LineLevel.SIMILAR : LineLevel.DIFFERENT;
    }

    private static double shareOfWords(Form one, Form other) {
        // A word that one side repeats counts as often as the other has it, at most.
        int shared = Math.min(one.sharedWords(other, 0), other.sharedWords(one, 0));
        return shared == 0 ? 0 : (double) shared / (one.wordCount() + other.wordCount() - shared);
    }
}
