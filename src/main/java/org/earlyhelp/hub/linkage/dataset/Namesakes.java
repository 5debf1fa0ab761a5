package org.earlyhelp.hub.linkage.dataset;

import java.util.Arrays;
import java.util.List;

import org.earlyhelp.hub.linkage.compare.BirthLevel;
import org.earlyhelp.hub.linkage.dataset.CodedRecords.Single;
import org.earlyhelp.hub.linkage.weight.Aspect;
import org.earlyhelp.hub.linkage.weight.Levels;

/**
 * How much more often two people bear the same forename and surname than the two names by themselves say: names go
 * together by origin and by fashion. Measured on records of one name whose dates of birth no slip explains: they are
 * surely two people, so that duplicates not yet found do not count.
 */
final class Namesakes {
    /** Of a name borne by more records so many are looked at. */
    private static final int BEARERS_LIMIT = 200;

    private final CodedRecords records;
    private final Single birth;
    private double pairs;

    private Namesakes(CodedRecords records, Single birth) {
        this.records = records;
        this.birth = birth;
    }

    /** The lift, at least 1; 1 where no dates of birth are given. */
    static double lift(CodedRecords records, List<Levels> comparisons) {
        for (int k = 0; k < records.singles().size(); k++) {
            if (records.singles().get(k).aspect() == Aspect.BIRTH) {
                Namesakes namesakes = new Namesakes(records, records.singles().get(k));
                return namesakes.lift(comparisons, comparisons.get(PairLevels.FIRST_SINGLE + k).chance(BirthLevel.DIFFERENT.ordinal()));
            }
        }
        return 1;
    }

    private double lift(List<Levels> comparisons, double differentByChance) {
        long[] bearers = bearers();
        for (int from = 0, to; from < bearers.length; from = to) {
            to = from;
            while (to < bearers.length && bearers[to] >>> 32 == bearers[from] >>> 32) {
                to++;
            }
            int looked = Math.min(to - from, BEARERS_LIMIT);
            pairs += looked < 2 ? 0 : bornApart(bearers, from, from + looked) * pairs(to - from) / pairs(looked);
        }
        double byThemselves = comparisons.get(PairLevels.FORENAME).chance(0) * comparisons.get(PairLevels.SURNAME).chance(0);
        double comparable = pairs(bearers.length) * differentByChance;
        return comparable == 0 ? 1 : Math.max(1, pairs / comparable / byThemselves);
    }

    /** Records that state names and birth, as the number of the full name and the record, in the order of names. */
    private long[] bearers() {
        Codes names = new Codes();
        long[] bearers = new long[records.size()];
        int size = 0;
        for (int record = 0; record < records.size(); record++) {
            if (records.forenames().isStated(record) && records.surnames().isStated(record) && birth.column().isStated(record)) {
                bearers[size++] = (long) names.code(records.forenames().value(record) + " " + records.surnames().value(record)) << 32 | record;
            }
        }
        long[] ordered = Arrays.copyOf(bearers, size);
        Arrays.sort(ordered);
        return ordered;
    }

    private static double pairs(double bearers) {
        return bearers * (bearers - 1) / 2;
    }

    private double bornApart(long[] bearers, int from, int to) {
        double apart = 0;
        for (int one = from + 1; one < to; one++) {
            for (int other = from; other < one; other++) {
                if (areBornApart((int) bearers[one], (int) bearers[other])) {
                    apart++;
                }
            }
        }
        return apart;
    }

    private boolean areBornApart(int one, int other) {
        int mine = birth.column().value(one);
        int theirs = birth.column().value(other);
        return mine != theirs && birth.comparison().level(birth.column().form(mine), birth.column().form(theirs)) == BirthLevel.DIFFERENT.ordinal();
    }
}
