package org.earlyhelp.hub.linkage.dataset;

import org.earlyhelp.hub.linkage.compare.FieldComparison;

/** Reads the level of one column of a pair of records; "not stated" is the last level. Not thread-safe. */
final class PartLevels {
    private final CodedColumn column;
    private final LevelMemory memory;
    private final int missing;

    private PartLevels(CodedColumn column, FieldComparison comparison) {
        this.column = column;
        this.memory = column == null ? null : new LevelMemory(comparison, column.codes());
        this.missing = comparison.levels().size();
    }

    /** Levels of a column, which may be null: then nothing is stated. */
    static PartLevels of(CodedColumn column, FieldComparison comparison) {
        return new PartLevels(column, comparison);
    }

    /** The number of levels, "not stated" included. */
    int size() {
        return missing + 1;
    }

    int level(int one, int other) {
        if (column == null) {
            return missing;
        }
        int mine = column.value(one);
        int theirs = column.value(other);
        return mine == Codes.NONE || theirs == Codes.NONE ? missing : memory.level(mine, theirs);
    }
}
