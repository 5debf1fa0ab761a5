package org.earlyhelp.hub.linkage.weight;

import java.util.ArrayList;
import java.util.List;

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

    public static String write(WeightModel model) {
        return JSON.writeValueAsString(model) + "\n";
    }

    /**
     * Reads a model.
     *
     * @throws IllegalArgumentException when it is no model, with all that is wrong
     */
    public static WeightModel read(String json) {
        WeightModel model;
        try {
            model = JSON.readValue(json, WeightModel.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the model of weights is not as expected: " + e.getOriginalMessage(), e);
        }
        List<String> faults = faults(model);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("the model of weights cannot be used: " + String.join("; ", faults));
        }
        return model;
    }

    private static List<String> faults(WeightModel model) {
        List<String> faults = new ArrayList<>();
        share(model.matchShare(), "matchShare", faults);
        share(model.householdShare(), "householdShare", faults);
        share(model.rareShare(), "rareShare", faults);
        for (Comparison comparison : model.comparisons()) {
            comparison.levels().forEach(level -> probabilities(comparison, level, faults));
            if (comparison.aspect() != Aspect.PLACE && Math.abs(stated(comparison) - 1) > SUM_TOLERANCE) {
                faults.add(comparison.aspect() + ": the match probabilities of the stated levels add up to " + stated(comparison) + ", expected 1");
            }
        }
        return faults;
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
