package org.earlyhelp.hub.cli.bench.linkage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.linkage.dataset.DataSetMatcher;
import org.earlyhelp.hub.linkage.dataset.Matched;

/**
 * {@code bench linkage}: all public sets in one Java that is warm, training included and reading excluded. The speed is
 * the sum of records by the sum of seconds, the median of three rounds.
 */
public final class LinkageBench {
    private static final int WARM_ROUNDS = 2;
    private static final int MEASURED_ROUNDS = 3;
    private static final int WANTED_RECORDS_A_SECOND = 20_000;
    private static final double NANOS = 1e9;

    private final Consumer<String> say;

    /** {@code say} takes the lines to print. */
    public LinkageBench(Consumer<String> say) {
        this.say = say;
    }

    /**
     * Measures and prints.
     *
     * @param folder        the public data
     * @param columnsFolder their columns files
     */
    public void run(Path folder, Path columnsFolder) {
        if (!Files.isDirectory(folder)) {
            throw new StartFailure("There is no folder " + folder + ". Give the folder of the public data: ehub bench linkage FOLDER, with "
                    + String.join(", ", PublicSet.all().stream().map(set -> set.name() + ".csv").toList()) + " in it. Nothing was measured.");
        }
        List<LoadedSet> sets = PublicSet.all().stream().map(set -> LoadedSet.read(set, folder, columnsFolder)).toList();
        for (int round = 0; round < WARM_ROUNDS; round++) {
            round(sets);
        }
        List<double[]> rounds = new ArrayList<>();
        for (int round = 0; round < MEASURED_ROUNDS; round++) {
            rounds.add(round(sets));
        }
        for (int at = 0; at < sets.size(); at++) {
            int set = at;
            tell(sets.get(at), median(rounds.stream().mapToDouble(seconds -> seconds[set]).toArray()));
        }
        tellSpeed(sets, rounds);
    }

    private static double[] round(List<LoadedSet> sets) {
        return sets.stream().mapToDouble(set -> {
            long begun = System.nanoTime();
            DataSetMatcher.match(set.data(), DataSetMatcher.DEFAULT_THRESHOLD);
            return (System.nanoTime() - begun) / NANOS;
        }).toArray();
    }

    private void tell(LoadedSet loaded, double seconds) {
        int records = loaded.data().records();
        Matched matched = DataSetMatcher.match(loaded.data(), DataSetMatcher.DEFAULT_THRESHOLD);
        Score score = Score.of(matched, records, loaded.truth());
        say.accept(String.format(Locale.UK, "%s: %,d records, %,d candidate pairs, %.2f s", loaded.set().name(), records, matched.candidatePairs(), seconds));
        say.accept(String.format(Locale.UK, "  blocking recall %.4f; pairs %s; pairs inside clusters %s; largest cluster %d; false links within a household %s",
                score.blockingRecall(), score.pairs(), score.clusters(), score.largestCluster(),
                loaded.set().household().isEmpty() ? "not known"
                        : score.pairs().wrongAtHome() + " in pairs, " + score.clusters().wrongAtHome() + " in clusters"));
        loaded.set().targets().forEach(target -> say.accept("  " + target.told(score)));
        if (!loaded.set().reference().isEmpty()) {
            say.accept("  published for Splink 5.0.0.dev4: " + loaded.set().reference());
        }
    }

    private void tellSpeed(List<LoadedSet> sets, List<double[]> rounds) {
        int records = sets.stream().mapToInt(set -> set.data().records()).sum();
        double[] speeds = rounds.stream().mapToDouble(seconds -> records / Arrays.stream(seconds).sum()).toArray();
        double median = median(speeds);
        say.accept(String.format(Locale.UK, "speed: %,d records; records a second by round %s; median %,.0f, wanted at least %,d: %s", records,
                String.join(", ", Arrays.stream(speeds).mapToObj(speed -> String.format(Locale.UK, "%,.0f", speed)).toList()), median,
                WANTED_RECORDS_A_SECOND, median >= WANTED_RECORDS_A_SECOND ? "met" : "MISSED"));
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }
}
