package org.earlyhelp.hub.cli.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.earlyhelp.hub.cli.outside.QuietLog;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.linkage.dataset.DataSetMatcher;
import org.earlyhelp.hub.linkage.dataset.Matched;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ehub match}: exit code 0 done, 1 the data have errors (nothing is written, or rows are left out and named), 2 wrong
 * usage, 3 a result could not be written.
 */
@Command(name = "match", description = "Finds the records of one person, in one file or across two, with weights learned from these data.",
        mixinStandardHelpOptions = true)
public final class MatchCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int DATA_HAS_ERRORS = 1;
    private static final int SHOWN_FAULTS = 20;
    private static final double MILLIS = 1000.0;
    /** As near to 0 and 1 as a threshold is taken; weights further out say no more. */
    private static final double NEARLY = 1e-9;

    @Spec
    private CommandSpec spec;
    @Parameters(index = "0", paramLabel = "LEFT.csv", description = "The records; alone, duplicates are sought within it.")
    private Path left;
    @Parameters(index = "1", arity = "0..1", paramLabel = "RIGHT.csv", description = "Records to be linked with those of the first file.")
    private Path right;
    @Option(names = "--columns", required = true, paramLabel = "COLUMNS.yaml", description = "Which column holds what; serves both files.")
    private Path columns;
    @Option(names = "--pairs", paramLabel = "PAIRS.csv", description = "Where to write left,right,weight,probability.")
    private Path pairs;
    @Option(names = "--clusters", paramLabel = "CLUSTERS.csv", description = "Where to write record,cluster.")
    private Path clusters;
    @Option(names = "--min-probability", defaultValue = "0.01", paramLabel = "P",
            description = "Least probability of a pair written (default: ${DEFAULT-VALUE}).")
    private double minProbability;
    @Option(names = "--threshold", defaultValue = "0.9", paramLabel = "P",
            description = "Least probability of a pair that makes clusters (default: ${DEFAULT-VALUE}).")
    private double threshold;
    @Option(names = "--explain", arity = "2", paramLabel = "ID", description = "Instead of writing files, say how two records compare.")
    private List<String> explained;

    @Override
    public Integer call() {
        refuseWrongUse();
        QuietLog.begin();
        MatchInput input = MatchInput.read(left, Optional.ofNullable(right), ColumnsFile.read(columns));
        if (!input.faults().isEmpty()) {
            tell(input.faults());
            return DATA_HAS_ERRORS;
        }
        tell(input.leftOut());
        if (explained == null) {
            match(input);
        } else {
            explain(input);
        }
        return input.leftOut().isEmpty() ? DONE : DATA_HAS_ERRORS;
    }

    private void match(MatchInput input) {
        long begun = System.nanoTime();
        try (ResultFiles results = ResultFiles.open(pairs, clusters)) {
            Matched matched = matched(input);
            long written = results.writePairs(matched, input.ids(), minProbability);
            int people = results.writeClusters(matched, input.ids());
            say(String.format(Locale.UK, "%,d records, %,d rows left out, %,d candidate pairs, %,d times a key was too common to be followed",
                    input.ids().size(), input.leftOut().size(), matched.candidatePairs(), matched.keysNotFollowed()));
            say(String.format(Locale.UK, "%,d pairs in %s, %,d clusters in %s", written, pairs, people, clusters));
            say(String.format(Locale.UK, "%.1f seconds without reading, at most %,d MB of memory",
                    Duration.ofNanos(System.nanoTime() - begun).toMillis() / MILLIS, PeakMemory.megabytes()));
        } catch (IOException | UncheckedIOException e) {
            throw new StartFailure("The results cannot be written to " + pairs + " and " + clusters + " (" + e.getClass().getSimpleName()
                    + "); what stands in them is not complete.", e);
        }
    }

    private void explain(MatchInput input) {
        int one = find(explained.get(0), MatchInput.LEFT, input);
        int other = find(explained.get(1), right == null ? MatchInput.LEFT : MatchInput.RIGHT, input);
        if (one == other) {
            throw wrong("--explain wants two different records.");
        }
        new PairReport(matched(input), this::say).tell(one, other);
    }

    private int find(String id, String prefix, MatchInput input) {
        return Stream.of(id, prefix + id).mapToInt(input.ids()::indexOf).filter(at -> at >= 0).findFirst()
                .orElseThrow(() -> wrong("--explain: no record has the id " + id + "; expected one of the column that the columns file calls record."));
    }

    private Matched matched(MatchInput input) {
        return DataSetMatcher.match(input.data(), Math.max(NEARLY, Math.min(1 - NEARLY, threshold)));
    }

    private void refuseWrongUse() {
        refuseOutside("--threshold", threshold);
        refuseOutside("--min-probability", minProbability);
        Stream.of(left, right, columns).filter(path -> path != null && !Files.isRegularFile(path)).findFirst().ifPresent(path -> {
            throw wrong("There is no file " + path + ".");
        });
        if (right != null && areOne(left, right)) {
            throw wrong("LEFT.csv and RIGHT.csv are the same file; to find duplicates within it, give it once.");
        }
        if (explained == null && (pairs == null || clusters == null)) {
            throw wrong("Say where the results go: --pairs PAIRS.csv and --clusters CLUSTERS.csv; or --explain two records.");
        }
        if (explained == null && (areOne(pairs, clusters) || isRead(pairs) || isRead(clusters))) {
            throw wrong("--pairs and --clusters must be two files, and none of those that are read.");
        }
    }

    private boolean isRead(Path result) {
        return Stream.of(left, right, columns).anyMatch(path -> path != null && areOne(path, result));
    }

    private void refuseOutside(String option, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw wrong(option + " must be 0 to 1, not " + value + ".");
        }
    }

    private static boolean areOne(Path one, Path other) {
        try {
            return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
                    || Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    private CommandLine.ParameterException wrong(String line) {
        return new CommandLine.ParameterException(spec.commandLine(), line);
    }

    private void tell(List<ConfigFault> faults) {
        faults.stream().limit(SHOWN_FAULTS).forEach(spec.commandLine().getErr()::println);
        if (faults.size() > SHOWN_FAULTS) {
            spec.commandLine().getErr().println("… and " + (faults.size() - SHOWN_FAULTS) + " more.");
        }
        spec.commandLine().getErr().flush();
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
