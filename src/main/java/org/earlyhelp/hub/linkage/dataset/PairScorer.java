package org.earlyhelp.hub.linkage.dataset;

import java.util.List;

import org.earlyhelp.hub.linkage.weight.Levels;
import org.earlyhelp.hub.linkage.weight.MatchWeight;
import org.earlyhelp.hub.linkage.weight.Mixture;

/**
 * The weight of a pair: what its levels say, and that agreeing on a rare value says more than agreeing on a common one
 * (term frequency). Not thread-safe.
 */
final class PairScorer {
    private final CodedRecords records;
    private final PairLevels reader;
    private final Mixture mixture;
    private final List<Levels> comparisons;
    private final CodedColumn[] place;
    private final double[] placeAgreement;
    private final int[] levels;

    PairScorer(CodedRecords records, PairLevels reader, Mixture mixture) {
        this.records = records;
        this.reader = reader;
        this.mixture = mixture;
        this.comparisons = mixture.comparisons();
        this.place = new CodedColumn[] {records.line(), records.postcode(), records.town()};
        this.placeAgreement = new double[place.length];
        for (int part = 0; part < place.length; part++) {
            placeAgreement[part] = place[part] == null ? 1 : place[part].agreementByChance();
        }
        this.levels = new int[comparisons.size()];
    }

    /** The weight of any two records. */
    double weight(int one, int other) {
        reader.read(one, other, levels);
        return weight(one, levels, mixture.match(levels), mixture.household(levels), mixture.chance(levels));
    }

    /** The weight of a pair whose pattern is known, with the joint probabilities of that pattern. */
    double weight(int record, int[] pattern, double match, double household, double chance) {
        double strangers = chance;
        double housemates = household;
        for (int k = 0; k < pattern.length; k++) {
            if (k == PairLevels.PLACE) {
                strangers *= rarityOfPlace(record, pattern[k]);
            } else if (pattern[k] == 0) {
                double share = column(k).share(column(k).value(record));
                strangers *= Math.min(share, comparisons.get(k).mostShare()) / comparisons.get(k).chance(0);
                housemates *= atHome(comparisons.get(k), share);
            }
        }
        return MatchWeight.ofOdds(match / (housemates + strangers));
    }

    /** Housemates share by chance what is not shared at home: a rare value less often, but never less than twins do. */
    private static double atHome(Levels comparison, double share) {
        double rare = Math.min(comparison.mostShareAtHome(), Math.max(share, comparison.aspect().leastAtHome()));
        return comparison.aspect().isSharedAtHome() ? 1 : rare / comparison.household(0);
    }

    private double rarityOfPlace(int record, int level) {
        int[] parts = reader.placeParts(level);
        double rarity = 1;
        for (int part = 0; part < parts.length; part++) {
            if (parts[part] == 0 && place[part] != null) {
                rarity *= place[part].share(place[part].value(record)) / placeAgreement[part];
            }
        }
        return rarity;
    }

    private CodedColumn column(int comparison) {
        return switch (comparison) {
            case PairLevels.FORENAME -> records.forenames();
            case PairLevels.SURNAME -> records.surnames();
            default -> records.singles().get(comparison - PairLevels.FIRST_SINGLE).column();
        };
    }
}
