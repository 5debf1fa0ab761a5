package org.earlyhelp.hub.linkage.compare;

import java.util.List;

/** Compares two values of a field that has no rules of its own: by spelling alone. */
public final class TextComparison implements FieldComparison {
    /** The only one: it has no state. */
    public static final TextComparison TEXT = new TextComparison();
    private static final double CLOSE_LIKENESS = 0.92;

    private TextComparison() {
    }

    @Override
    public List<ComparisonLevel> levels() {
        return List.of(TextLevel.values());
    }

    @Override
    public int level(Form one, Form other) {
        if (one.isSame(other)) {
            return TextLevel.EXACT.ordinal();
        }
        int shorter = Math.min(one.length(), other.length());
        int edits = EditDistance.within(3, one, other);
        boolean close = edits == 1 || edits == 2 && shorter >= 6 || edits == 3 && shorter >= 8 || Likeness.of(one, other, CLOSE_LIKENESS) >= CLOSE_LIKENESS;
        return (close ? TextLevel.CLOSE : TextLevel.DIFFERENT).ordinal();
    }
}
