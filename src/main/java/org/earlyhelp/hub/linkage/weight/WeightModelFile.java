package org.earlyhelp.hub.linkage.weight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.earlyhelp.hub.linkage.weight.WeightModel.Comparison;
import org.earlyhelp.hub.linkage.weight.WeightModel.Level;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes a model of weights as JSON. */
public final class WeightModelFile {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();
    private static final double SUM_TOLERANCE = 0.02;

    private WeightModelFile() {
    }

    /** The model as it is read again, in JSON. */
    public static String write(WeightModel model) {
        return JSON.writeValueAsString(model) + "\n";
    }

    /**
     * Reads a model.
     *
     * @throws IllegalArgumentException when it is no model, with all that is wrong
     */
    public static WeightModel read(String json) {
        WeightModel model = parse(json);
        List<String> faults = faults(model);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("is no model of weights that can be used: " + String.join("; ", faults));
        }
        return model;
    }

    /** Reads a model whose numbers are not looked at yet. Throws IllegalArgumentException when it has not the form of one. */
    public static WeightModel parse(String json) {
        try {
            WeightModel model = JSON.readValue(json, WeightModel.class);
            if (model == null) {
                throw new IllegalArgumentException("is no model of weights: it holds nothing");
            }
            return model;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("is no model of weights: " + reason(e), e);
        }
    }

    /** What is wrong, without the reader's own advice. */
    private static String reason(JacksonException e) {
        return e.getOriginalMessage().split("[;\\n]| \\(index")[0].replace("creator property", "property");
    }

    /** All numbers that cannot be; empty when there are none. */
    public static List<String> faults(WeightModel model) {
        List<String> faults = new ArrayList<>();
        share(model.matchShare(), "matchShare", faults);
        share(model.householdShare(), "householdShare", faults);
        share(model.rareShare(), "rareShare", faults);
        if (!(model.matchShare() + model.householdShare() < 1)) {
            faults.add("matchShare and householdShare are " + (model.matchShare() + model.householdShare()) + " together, expected below 1");
        }
        if (!(model.nameLift() > 0 && model.nameLift() < Double.POSITIVE_INFINITY)) {
            faults.add("nameLift is " + model.nameLift() + ", expected above 0");
        }
        names(model.forenames(), "a forename", faults);
        names(model.surnames(), "a surname", faults);
        model.comparisons().forEach(comparison -> levels(comparison, faults));
        return faults;
    }

    /** Does not say which name: the file may be a borough's own. */
    private static void names(Map<String, Double> shares, String what, List<String> faults) {
        if (shares.values().stream().anyMatch(share -> share == null || !(share > 0 && share < 1))) {
            faults.add("the share of " + what + " is not between 0 and 1");
        }
    }

    private static void levels(Comparison comparison, List<String> faults) {
        if (comparison.levels().isEmpty()) {
            faults.add(comparison.aspect() + " has no levels");
            return;
        }
        comparison.levels().forEach(level -> probabilities(comparison, level, faults));
        if (comparison.aspect() != Aspect.PLACE && Math.abs(stated(comparison) - 1) > SUM_TOLERANCE) {
            faults.add(comparison.aspect() + ": the match probabilities of the stated levels add up to " + stated(comparison) + ", expected 1");
        }
    }

    private static double stated(Comparison comparison) {
        return comparison.levels().subList(0, comparison.levels().size() - 1).stream().mapToDouble(Level::match).sum();
    }

    private static void probabilities(Comparison comparison, Level level, List<String> faults) {
        String where = comparison.aspect() + " " + level.name();
        probability(level.match(), where + " match", faults);
        probability(level.household(), where + " household", faults);
        probability(level.chance(), where + " chance", faults);
    }

    private static void share(double value, String what, List<String> faults) {
        if (!(value > 0 && value < 1)) {
            faults.add(what + " is " + value + ", expected between 0 and 1");
        }
    }

    private static void probability(double value, String what, List<String> faults) {
        if (!(value > 0 && value <= 1)) {
            faults.add(what + " is " + value + ", expected above 0 and at most 1");
        }
    }
}
