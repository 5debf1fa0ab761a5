package org.earlyhelp.hub.linkage.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.dataset.Matched;
import org.earlyhelp.hub.linkage.weight.Aspect;
import org.earlyhelp.hub.linkage.weight.Levels;
import org.earlyhelp.hub.linkage.weight.Mixture;

/**
 * How often the records of one agency agree at each level with others of the same person: the common probabilities,
 * moved by what the agency's own pairs show. An agency with few pairs keeps the common ones.
 */
final class AgencyLevels {
    /** Imaginary pairs by which an agency is drawn to the common probabilities. */
    private static final double SHRINKAGE_PAIRS = 300;
    private static final double LEAST_PROBABILITY = 1e-6;

    /** Reads the levels of two descriptions, by number. */
    interface PairReader {
        int[] levels(int one, int other);
    }

    private final List<Description> descriptions;
    private final Mixture mixture;
    private final PairReader reader;
    private final Map<String, double[][]> seen = new TreeMap<>();

    AgencyLevels(List<Description> descriptions, Mixture mixture, PairReader reader) {
        this.descriptions = descriptions;
        this.mixture = mixture;
        this.reader = reader;
    }

    Map<String, Map<Aspect, List<Double>>> learn(Matched matched) {
        matched.forEachCandidate((earlier, later, weight) -> {
            if (weight > 0) {
                count(earlier, later);
            }
        });
        Map<String, Map<Aspect, List<Double>>> agencies = new TreeMap<>();
        seen.forEach((agency, counts) -> agencies.put(agency, levels(counts)));
        return agencies;
    }

    private void count(int one, int other) {
        int[] levels = reader.levels(one, other);
        double match = mixture.match(levels);
        double share = match / (match + mixture.household(levels) + mixture.chance(levels));
        count(descriptions.get(one).agency(), levels, share);
        count(descriptions.get(other).agency(), levels, share);
    }

    private void count(String agency, int[] levels, double share) {
        double[][] counts = seen.computeIfAbsent(agency, key -> mixture.comparisons().stream().map(it -> new double[it.size()]).toArray(double[][]::new));
        for (int k = 0; k < levels.length; k++) {
            counts[k][levels[k]] += share;
        }
    }

    private Map<Aspect, List<Double>> levels(double[][] counts) {
        Map<Aspect, List<Double>> levels = new TreeMap<>();
        for (int k = 0; k < DescriptionComparison.ASPECTS.size(); k++) {
            // A place has combinations that state different parts: its common probabilities stand.
            if (DescriptionComparison.ASPECTS.get(k) != Aspect.PLACE) {
                levels.put(DescriptionComparison.ASPECTS.get(k), drawn(mixture.comparisons().get(k), counts[k]));
            }
        }
        return levels;
    }

    private static List<Double> drawn(Levels common, double[] counts) {
        double total = SHRINKAGE_PAIRS;
        for (int level = 0; level < counts.length - 1; level++) {
            total += counts[level];
        }
        List<Double> own = new ArrayList<>();
        for (int level = 0; level < counts.length - 1; level++) {
            own.add(ModelTraining.rounded(Math.max(LEAST_PROBABILITY, (counts[level] + SHRINKAGE_PAIRS * common.match(level)) / total)));
        }
        own.add(1.0);
        return own;
    }
}
