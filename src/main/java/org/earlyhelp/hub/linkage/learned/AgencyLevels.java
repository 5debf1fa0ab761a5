package org.earlyhelp.hub.linkage.learned;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.dataset.Matched;
import org.earlyhelp.hub.linkage.weight.Aspect;
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
    private final List<SoberLevels> common;
    private final PairReader reader;
    private final Map<String, double[][]> seen = new TreeMap<>();

    /** {@code mixture} judges pairs; {@code common} holds, aspect by aspect, what agencies are drawn to. */
    AgencyLevels(List<Description> descriptions, Mixture mixture, List<SoberLevels> common, PairReader reader) {
        this.descriptions = descriptions;
        this.mixture = mixture;
        this.common = common;
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
            // A place has combinations that state different parts, and other parents say nothing: their common probabilities stand.
            Aspect aspect = DescriptionComparison.ASPECTS.get(k);
            if (aspect != Aspect.PLACE && aspect != Aspect.PARENTS) {
                levels.put(aspect, Arrays.stream(common.get(k).inOrder(aspect, drawn(common.get(k).match(), counts[k]))).map(ModelTraining::rounded).boxed().toList());
            }
        }
        return levels;
    }

    private static double[] drawn(double[] common, double[] counts) {
        int stated = counts.length - 1;
        double total = SHRINKAGE_PAIRS + Arrays.stream(counts, 0, stated).sum();
        double[] own = new double[counts.length];
        for (int level = 0; level < stated; level++) {
            own[level] = Math.max(LEAST_PROBABILITY, (counts[level] + SHRINKAGE_PAIRS * common[level]) / total);
        }
        own[stated] = 1;
        return own;
    }
}
