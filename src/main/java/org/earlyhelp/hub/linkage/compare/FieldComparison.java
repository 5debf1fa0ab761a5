package org.earlyhelp.hub.linkage.compare;

import java.util.List;

/**
 * Compares two values of one field and says which level of agreement holds. Levels are ordered: the first is full
 * agreement, the last full difference. Symmetric, stateless, thread-safe.
 */
public interface FieldComparison {
    /** The names of the levels, from full agreement to full difference; at most 31. */
    List<ComparisonLevel> levels();

    /** The place in {@link #levels()} of the first level that holds for two stated values. */
    int level(Form one, Form other);
}
