package org.earlyhelp.hub.linkage.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.earlyhelp.hub.linkage.weight.Aspect;
import org.earlyhelp.hub.linkage.weight.WeightModel;
import org.earlyhelp.hub.linkage.weight.WeightModel.Comparison;
import org.earlyhelp.hub.linkage.weight.WeightModel.Level;

/** Whether a model speaks of just those comparisons and levels that the hub reads: numbers under other names would be misread. */
final class ModelFit {
    private ModelFit() {
    }

    /** All that does not fit; empty when the hub can run on the model. */
    static List<String> faults(WeightModel model) {
        List<Aspect> aspects = model.comparisons().stream().map(Comparison::aspect).toList();
        if (!aspects.equals(DescriptionComparison.ASPECTS)) {
            return List.of("it compares " + aspects + ", expected " + DescriptionComparison.ASPECTS);
        }
        List<String> faults = new ArrayList<>();
        model.comparisons().forEach(comparison -> levels(comparison, faults));
        model.agencies().forEach((agency, levels) -> agency(agency, levels, faults));
        return faults;
    }

    private static void levels(Comparison comparison, List<String> faults) {
        List<String> found = comparison.levels().stream().map(Level::name).toList();
        List<String> expected = IntStream.range(0, AspectLevels.size(comparison.aspect()))
                .mapToObj(level -> AspectLevels.name(comparison.aspect(), level)).toList();
        if (!found.equals(expected)) {
            faults.add("the levels of " + comparison.aspect() + " are " + found + ", expected " + expected);
        }
    }

    private static void agency(String agency, Map<Aspect, List<Double>> levels, List<String> faults) {
        levels.forEach((aspect, values) -> {
            int expected = DescriptionComparison.ASPECTS.contains(aspect) ? AspectLevels.size(aspect) : 0;
            if (values.size() != expected) {
                faults.add("agency " + agency + " has " + values.size() + " levels of " + aspect + ", expected " + expected);
            } else if (values.stream().anyMatch(value -> !(value > 0 && value <= 1))) {
                faults.add("agency " + agency + " has a probability of " + aspect + " that is not above 0 and at most 1");
            }
        });
    }
}
