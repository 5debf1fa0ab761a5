package org.earlyhelp.hub.cli.retrain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.earlyhelp.hub.linkage.weight.Aspect;
import org.earlyhelp.hub.linkage.weight.MatchWeight;
import org.earlyhelp.hub.linkage.weight.WeightModel;
import org.earlyhelp.hub.linkage.weight.WeightModel.Comparison;
import org.earlyhelp.hub.linkage.weight.WeightModel.Level;

/** The weights of a model as lines for a person, and how two models differ. Speaks of levels, never of names. */
final class WeightTable {
    /** A level whose weight moves by less is not worth a look. */
    static final double WORTH_A_LOOK_BITS = 1;

    private WeightTable() {
    }

    /** A title, then a line a level; "weight" is against strangers. */
    static List<String> lines(WeightModel model) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%-18s %-24s %11s %11s %11s %8s", "compared", "level", "match", "household", "chance", "weight"));
        for (Comparison comparison : model.comparisons()) {
            comparison.levels().stream().filter(level -> !saysNothing(level)).forEach(level -> lines.add(line(comparison, level)));
        }
        return lines;
    }

    /** The levels whose weight moves by more than {@value #WORTH_A_LOOK_BITS} bit from one model to the other. */
    static List<String> moved(WeightModel from, WeightModel to) {
        List<String> moved = new ArrayList<>();
        for (Comparison comparison : to.comparisons()) {
            for (Level level : comparison.levels()) {
                level(from, comparison.aspect(), level.name()).filter(before -> Math.abs(bits(level) - bits(before)) > WORTH_A_LOOK_BITS)
                        .ifPresent(before -> moved.add(String.format(Locale.UK, "%-18s %-24s %+.1f -> %+.1f", comparison.aspect().words(), level.name(), bits(before), bits(level))));
            }
        }
        return moved;
    }

    /** Empty where a model of another version does not know the level. */
    private static Optional<Level> level(WeightModel model, Aspect aspect, String name) {
        return model.comparisons().stream().filter(comparison -> comparison.aspect() == aspect).flatMap(comparison -> comparison.levels().stream())
                .filter(level -> level.name().equals(name)).findFirst();
    }

    private static String line(Comparison comparison, Level level) {
        return String.format(Locale.UK, "%-18s %-24s %11.4g %11.4g %11.4g %+8.1f", comparison.aspect().words(), level.name(), level.match(), level.household(),
                level.chance(), bits(level));
    }

    private static boolean saysNothing(Level level) {
        return level.match() == 1 && level.chance() == 1;
    }

    private static double bits(Level level) {
        return MatchWeight.ofOdds(level.match() / level.chance());
    }
}
