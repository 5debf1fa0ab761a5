package org.earlyhelp.hub.linkage.compare;

import java.util.List;

/** Compares the sex, told by one letter. */
public final class SexComparison implements FieldComparison {
    /** The only one: it has no state. */
    public static final SexComparison SEX = new SexComparison();

    private SexComparison() {
    }

    @Override
    public List<ComparisonLevel> levels() {
        return List.of(SexLevel.values());
    }

    @Override
    public int level(Form one, Form other) {
        return (one.isSame(other) ? SexLevel.EXACT : SexLevel.DIFFERENT).ordinal();
    }
}
