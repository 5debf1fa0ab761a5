package org.earlyhelp.hub.linkage.compare;

import java.util.List;

/** Compares two identifiers or telephone numbers. */
public final class NumberComparison implements FieldComparison {
    /** The only one: it has no state. */
    public static final NumberComparison NUMBER = new NumberComparison();

    private NumberComparison() {
    }

    @Override
    public List<ComparisonLevel> levels() {
        return List.of(NumberLevel.values());
    }

    @Override
    public int level(Form one, Form other) {
        if (one.isSame(other)) {
            return NumberLevel.EXACT.ordinal();
        }
        return (EditDistance.within(1, one, other) == 1 ? NumberLevel.ONE_SLIP : NumberLevel.DIFFERENT).ordinal();
    }
}
