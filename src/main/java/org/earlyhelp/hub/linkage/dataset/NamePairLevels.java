package org.earlyhelp.hub.linkage.dataset;

import org.earlyhelp.hub.linkage.compare.NameComparison;
import org.earlyhelp.hub.linkage.compare.NameLevel;

/**
 * Reads the levels of forename and surname of a pair together, as each may stand in the other's place. Where they do,
 * the forename's level says so and the surname's says nothing: one fact counts once. Not thread-safe.
 */
final class NamePairLevels {
    private static final int MISSING = NameLevel.values().length;
    /** Levels of each of both, "not stated" included. */
    static final int SIZE = MISSING + 1;
    private static final int WEAK = NameLevel.WEAK.ordinal();
    private static final int SIMILAR = NameLevel.SIMILAR.ordinal();
    private static final int CLOSE = NameLevel.CLOSE.ordinal();

    private final CodedColumn forenames;
    private final CodedColumn surnames;
    private final CodedColumn knownAs;
    private final LevelMemory forename;
    private final LevelMemory surname;

    NamePairLevels(CodedRecords records) {
        forenames = records.forenames();
        surnames = records.surnames();
        knownAs = records.knownAs();
        forename = new LevelMemory(NameComparison.FORENAME, forenames.codes());
        surname = new LevelMemory(NameComparison.SURNAME, forenames.codes());
    }

    void read(int one, int other, int[] into) {
        int forenameLevel = bestForename(one, other);
        int surnameLevel = level(surname, surnames.value(one), surnames.value(other));
        NameLevel exchanged = forenameLevel >= WEAK && surnameLevel >= WEAK ? exchanged(one, other) : null;
        into[PairLevels.FORENAME] = exchanged == null ? forenameLevel : exchanged.ordinal();
        into[PairLevels.SURNAME] = exchanged == null ? surnameLevel : MISSING;
    }

    private int bestForename(int one, int other) {
        int level = level(forename, forenames.value(one), forenames.value(other));
        if (knownAs == null || level == 0) {
            return level;
        }
        int inUse = Math.min(level(forename, knownAs.value(one), forenames.value(other)), level(forename, forenames.value(one), knownAs.value(other)));
        return Math.min(level, Math.min(inUse, level(forename, knownAs.value(one), knownAs.value(other))));
    }

    private NameLevel exchanged(int one, int other) {
        int here = level(forename, forenames.value(one), surnames.value(other));
        int there = level(forename, surnames.value(one), forenames.value(other));
        if (here != MISSING && there != MISSING) {
            return here == 0 && there == 0 ? NameLevel.SWAPPED : here <= SIMILAR && there <= SIMILAR ? NameLevel.SWAPPED_CLOSE : null;
        }
        boolean oneNameEach = !forenames.isStated(one) || !surnames.isStated(one) || !forenames.isStated(other) || !surnames.isStated(other);
        return oneNameEach && Math.min(here, there) <= CLOSE ? NameLevel.CROSSED : null;
    }

    private static int level(LevelMemory memory, int one, int other) {
        return one == Codes.NONE || other == Codes.NONE ? MISSING : memory.level(one, other);
    }
}
