package org.earlyhelp.hub.linkage.learned;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.earlyhelp.hub.linkage.compare.NameLevel;
import org.earlyhelp.hub.linkage.weight.Aspect;
import org.earlyhelp.hub.linkage.weight.MatchWeight;
import org.earlyhelp.hub.linkage.weight.WeightModel;
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
        List<String> faults = ModelFit.faults(model);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("the model of weights does not fit: " + String.join("; ", faults));
        }
        this.model = model;
        match = table(Level::match);
        household = table(Level::household);
        chance = table(Level::chance);
        model.agencies().forEach((agency, levels) -> matchByAgency.put(agency, ofAgency(levels)));
    }

    private double[][] table(ToDoubleFunction<Level> column) {
        return model.comparisons().stream().map(comparison -> comparison.levels().stream().mapToDouble(column).toArray()).toArray(double[][]::new);
    }

    private double[][] ofAgency(Map<Aspect, List<Double>> levels) {
        double[][] own = match.clone();
        levels.forEach((aspect, values) -> own[DescriptionComparison.ASPECTS.indexOf(aspect)] = values.stream().mapToDouble(it -> it).toArray());
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

    /** The weight of the first comparisons alone, as if the others were not stated; of none, the weight before comparing. */
    double weight(Compared compared, int comparisons, String agency, String otherAgency) {
        int[] heard = compared.levels().clone();
        for (int k = comparisons; k < heard.length; k++) {
            heard[k] = match[k].length - 1;
        }
        return weight(new Compared(heard, comparisons > 0 ? compared.forename() : null, comparisons > 1 ? compared.surname() : null, compared.children()),
                agency, otherAgency);
    }

    private double rarity(String name, Map<String, Double> common, int comparison) {
        return name == null ? 1 : share(name, common) / chance[comparison][0];
    }

    private double share(String name, Map<String, Double> common) {
        return common.getOrDefault(name, model.rareShare());
    }
}
