package org.earlyhelp.hub.linkage.dataset;

import java.util.ArrayList;
import java.util.List;

import org.earlyhelp.hub.linkage.compare.NameLevel;
import org.earlyhelp.hub.linkage.weight.Aspect;
import org.earlyhelp.hub.linkage.weight.CountedChances;
import org.earlyhelp.hub.linkage.weight.Levels;
import org.earlyhelp.hub.linkage.weight.PlaceLevels;

/**
 * How often any two records agree at each level: full agreement from how common the values are, the levels below from
 * pairs of records spread evenly over the data. The same data give the same chances: nothing is drawn at random.
 */
final class Chances {
    /** Pairs looked at for the levels below full agreement. */
    private static final int SAMPLE_PAIRS = 15_000;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final CodedRecords records;
    private final PairLevels levels;
    private final double[][] seen;

    private Chances(CodedRecords records, PairLevels levels) {
        this.records = records;
        this.levels = levels;
        int[] sizes = levels.sizes();
        seen = new double[sizes.length][];
        for (int k = 0; k < sizes.length; k++) {
            seen[k] = new double[sizes[k]];
        }
    }

    /** The levels of every comparison, with their chances, before learning. */
    static List<Levels> of(CodedRecords records, PairLevels levels) {
        Chances chances = new Chances(records, levels);
        chances.look();
        List<Levels> all = new ArrayList<>();
        all.add(new Levels(Aspect.FORENAME, chances.chance(PairLevels.FORENAME, records.forenames().agreementByChance()), NameLevel.DIFFERENT.ordinal()));
        all.add(new Levels(Aspect.SURNAME, chances.chance(PairLevels.SURNAME, records.surnames().agreementByChance()), NameLevel.DIFFERENT.ordinal()));
        all.add(chances.place());
        for (int k = 0; k < records.singles().size(); k++) {
            CodedRecords.Single single = records.singles().get(k);
            all.add(new Levels(single.aspect(), chances.chance(PairLevels.FIRST_SINGLE + k, single.column().agreementByChance())));
        }
        return all;
    }

    /** Part by part, which share nothing, so that they can be read side by side. */
    private void look() {
        levels.parts().parallelStream().forEach(this::look);
    }

    private void look(PairLevels.Part part) {
        int[] pair = new int[seen.length];
        for (long sample = 1; sample <= SAMPLE_PAIRS && records.size() > 1; sample++) {
            int one = at(sample * 2);
            int other = at(sample * 2 + 1);
            if (one != other) {
                part.reader().read(one, other, pair);
                for (int k : part.comparisons()) {
                    seen[k][pair[k]]++;
                }
            }
        }
    }

    private int at(long number) {
        long mixed = number * SPREAD;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        return (int) ((mixed ^ mixed >>> 27) >>> 33) % records.size();
    }

    private double[] chance(int comparison, double agreement) {
        return CountedChances.of(seen[comparison], agreement);
    }

    private Levels place() {
        int[] sizes = levels.placeSizes();
        double[][] parts = new double[sizes.length][];
        CodedColumn[] columns = {records.line(), records.postcode(), records.town()};
        for (int part = 0; part < sizes.length; part++) {
            parts[part] = CountedChances.of(margin(part, sizes[part]), columns[part] == null ? 1e-9 : columns[part].agreementByChance());
        }
        return new PlaceLevels(parts);
    }

    private double[] margin(int part, int size) {
        double[] margin = new double[size];
        for (int level = 0; level < seen[PairLevels.PLACE].length; level++) {
            margin[levels.placeParts(level)[part]] += seen[PairLevels.PLACE][level];
        }
        return margin;
    }

    /** Brings the chances of full agreement up to date after values were counted by person. */
    static void recount(CodedRecords records, List<Levels> levels) {
        levels.get(PairLevels.FORENAME).chanceOfAgreement(records.forenames().agreementByChance());
        levels.get(PairLevels.SURNAME).chanceOfAgreement(records.surnames().agreementByChance());
        for (int k = 0; k < records.singles().size(); k++) {
            levels.get(PairLevels.FIRST_SINGLE + k).chanceOfAgreement(records.singles().get(k).column().agreementByChance());
        }
    }
}
