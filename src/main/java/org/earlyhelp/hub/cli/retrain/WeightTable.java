package org.earlyhelp.hub.cli.retrain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        lines.add(String.format("%-14s %-24s %11s %11s %11s %8s", "compared", "level", "match", "household", "chance", "weight"));
        for (Comparison comparison : model.comparisons()) {
            comparison.levels().stream().filter(level -> !saysNothing(level)).forEach(level -> lines.add(line(comparison, level)));
        }
        return lines;
    }

    /** The levels whose weight moves by more than {@value #WORTH_A_LOOK_BITS} bit from one model to the other. */
    static List<String> moved(WeightModel from, WeightModel to) {
        List<String> moved = new ArrayList<>();
        for (int k = 0; k < to.comparisons().size(); k++) {
            Comparison comparison = to.comparisons().get(k);
            for (int level = 0; level < comparison.levels().size(); level++) {
                double before = bits(from.comparisons().get(k).levels().get(level));
                double after = bits(comparison.levels().get(level));
                if (Math.abs(after - before) > WORTH_A_LOOK_BITS) {
                    moved.add(String.format(Locale.UK, "%-14s %-24s %+.1f -> %+.1f", comparison.aspect().words(), comparison.levels().get(level).name(), before, after));
                }
            }
        }
        return moved;
    }

    private static String line(Comparison comparison, Level level) {
        return String.format(Locale.UK, "%-14s %-24s %11.4g %11.4g %11.4g %+8.1f", comparison.aspect().words(), level.name(), level.match(), level.household(),
                level.chance(), bits(level));
    }

    private static boolean saysNothing(Level level) {
        return level.match() == 1 && level.chance() == 1;
    }

    private static double bits(Level level) {
        return MatchWeight.ofOdds(level.match() / level.chance());
    }
}
