package org.earlyhelp.hub.linkage.compare;

import java.util.List;

/** Compares middle names: as text, and an initial is nearly the name it begins. */
public final class MiddleNameComparison implements FieldComparison {
    /** The only one: it has no state. */
    public static final MiddleNameComparison MIDDLE_NAME = new MiddleNameComparison();

    private MiddleNameComparison() {
    }

    @Override
    public List<ComparisonLevel> levels() {
        return List.of(TextLevel.values());
    }

    @Override
    public int level(Form one, Form other) {
        boolean initial = Math.min(one.length(), other.length()) == 1 && Math.max(one.length(), other.length()) > 1;
        if (initial) {
            return (one.joined().charAt(0) == other.joined().charAt(0) ? TextLevel.CLOSE : TextLevel.DIFFERENT).ordinal();
        }
        boolean part = one.sharedWords(other, 1) > 0;
        int level = TextComparison.TEXT.level(one, other);
        return level == TextLevel.DIFFERENT.ordinal() && part ? TextLevel.CLOSE.ordinal() : level;
    }
}
