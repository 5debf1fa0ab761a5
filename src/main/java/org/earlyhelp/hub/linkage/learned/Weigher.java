package org.earlyhelp.hub.linkage.learned;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.earlyhelp.hub.linkage.compare.NameLevel;
import org.earlyhelp.hub.linkage.weight.Aspect;
import org.earlyhelp.hub.linkage.weight.MatchWeight;
import org.earlyhelp.hub.linkage.weight.WeightModel;
import org.earlyhelp.hub.linkage.weight.WeightModel.Comparison;
import org.earlyhelp.hub.linkage.weight.WeightModel.Level;

/** The weight of compared descriptions by a model. Thread-safe. */
final class Weigher {
    /** The probability that two children of one home bear the same forename: a guess on the safe side. */
    private static final double SIBLINGS_OF_ONE_NAME = 0.001;

    /** The probability that the forenames of twins are a slip apart or alike in sound: a guess on the safe side. */
    private static final double TWINS_NAMED_ALIKE = 0.03;

    private final WeightModel model;
    private final double[][] match;
    private final double[][] household;
    private final double[][] chance;
    private final Map<String, double[][]> matchByAgency = new HashMap<>();

    /** Throws IllegalArgumentException when the model's comparisons are not those of descriptions. */
    Weigher(WeightModel model) {
        this.model = model;
        List<Aspect> aspects = model.comparisons().stream().map(Comparison::aspect).toList();
        if (!aspects.equals(DescriptionComparison.ASPECTS)) {
            throw new IllegalArgumentException("the model compares " + aspects + ", expected " + DescriptionComparison.ASPECTS);
        }
        match = table(Level::match);
        household = table(Level::household);
        chance = table(Level::chance);
        model.agencies().forEach((agency, levels) -> matchByAgency.put(agency, ofAgency(levels)));
    }

    private double[][] table(java.util.function.ToDoubleFunction<Level> column) {
        double[][] table = new double[model.comparisons().size()][];
        for (int k = 0; k < table.length; k++) {
            Comparison comparison = model.comparisons().get(k);
            if (comparison.levels().size() != DescriptionComparison.size(comparison.aspect())) {
                throw new IllegalArgumentException("the model has " + comparison.levels().size() + " levels of " + comparison.aspect() + ", expected "
                        + DescriptionComparison.size(comparison.aspect()));
            }
            table[k] = comparison.levels().stream().mapToDouble(column).toArray();
        }
        return table;
    }

    private double[][] ofAgency(Map<Aspect, List<Double>> levels) {
        double[][] own = match.clone();
        levels.forEach((aspect, values) -> {
            int at = DescriptionComparison.ASPECTS.indexOf(aspect);
            if (at < 0 || values.size() != match[at].length) {
                throw new IllegalArgumentException("the model has " + values.size() + " levels of " + aspect + " for an agency, expected as many as in common");
            }
            own[at] = values.stream().mapToDouble(it -> it).toArray();
        });
        return own;
    }

    /** The weight of what was compared, between records of the given agencies. */
    double weight(Compared compared, String agency, String otherAgency) {
        return weight(compared, matchByAgency.getOrDefault(agency, match), matchByAgency.getOrDefault(otherAgency, match));
    }

    private double weight(Compared compared, double[][] mine, double[][] theirs) {
        double matching = model.matchShare();
        double housemates = model.householdShare();
        double strangers = 1 - matching - housemates;
        for (int k = 0; k < match.length; k++) {
            int level = compared.levels()[k];
            matching *= (mine[k][level] + theirs[k][level]) / 2;
            housemates *= k == 0 && compared.areBornTogether() ? Math.max(household[k][level], twinNames(level)) : household[k][level];
            strangers *= chance[k][level];
        }
        strangers *= compared.forename() != null && compared.surname() != null ? model.nameLift() : 1;
        strangers *= rarity(compared.forename(), model.forenames(), 0) * rarity(compared.surname(), model.surnames(), 1);
        housemates *= compared.forename() == null ? 1 : namesakeAtHome(compared) / household[0][0];
        return MatchWeight.ofOdds(matching / (housemates + strangers));
    }

    private static double twinNames(int level) {
        return level == NameLevel.CLOSE.ordinal() || level == NameLevel.SIMILAR.ordinal() ? TWINS_NAMED_ALIKE : 0;
    }

    /** Fathers and sons, mothers and daughters bear one name; two children of one home do not. */
    private double namesakeAtHome(Compared compared) {
        return compared.children() ? SIBLINGS_OF_ONE_NAME : Math.max(share(compared.forename(), model.forenames()), Aspect.FORENAME.leastAtHome());
    }

    /** The weight a comparison adds: what would be lost were it not stated. */
    double part(Compared compared, int comparison, String agency, String otherAgency) {
        int[] silent = compared.levels().clone();
        silent[comparison] = match[comparison].length - 1;
        Compared without = new Compared(silent, comparison == 0 ? null : compared.forename(), comparison == 1 ? null : compared.surname(), compared.children());
        return weight(compared, agency, otherAgency) - weight(without, agency, otherAgency);
    }

    /** The weight before anything is compared. */
    double start() {
        return MatchWeight.ofProbability(model.matchShare());
    }

    private double rarity(String name, Map<String, Double> common, int comparison) {
        return name == null ? 1 : share(name, common) / chance[comparison][0];
    }

    private double share(String name, Map<String, Double> common) {
        return common.getOrDefault(name, model.rareShare());
    }
}
