package org.earlyhelp.hub.cli.torture.matrix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.HubLaunch;
import org.earlyhelp.hub.cli.outside.Surroundings;
import org.earlyhelp.hub.cli.torture.verdict.Finding;

/** Goes through rows of the matrix, prints each with its findings, and counts. Used once, by one thread. */
public final class MatrixRun {
    private final HubLaunch launch;
    private final HubFolder root;
    private final Consumer<String> say;
    private final KillRows kills;
    private final List<String> notHere = new ArrayList<>();
    private Bench shared;
    private int passed;
    private int failed;
    private int byTest;

    /**
     * Everything lies below {@code root}.
     *
     * @param inTurn   kills hub, broker and database in turn and at once, and judges
     * @param logAlone kills who appends to the sharing log, and judges that
     */
    public MatrixRun(HubLaunch launch, HubFolder root, Consumer<String> say, KillRows.Trial inTurn, KillRows.Trial logAlone) {
        this.kills = new KillRows(inTurn, logAlone);
        this.launch = launch;
        this.root = root;
        this.say = say;
    }

    /** Numbers of all rows, such as {@code F35}. */
    public static List<String> ids() {
        return all().map(Row::id).toList();
    }

    /** The tests that rows name: {@code ClassName.method}. */
    public static List<String> tests() {
        return all().map(Row::shown).filter(Row.ByTest.class::isInstance).flatMap(shown -> ((Row.ByTest) shown).tests().stream()).toList();
    }

    private static Stream<Row> all() {
        return FaultMatrix.rows(new KillRows(folder -> List.of(), folder -> List.of())).stream();
    }

    /**
     * Runs the rows with those numbers, all when there are none; only those that share a hub when {@code quick}. True when
     * none failed. Throws StartFailure when the shared hub does not start.
     */
    public boolean run(Set<String> ids, boolean quick) throws IOException {
        List<Row> rows = FaultMatrix.rows(kills).stream().filter(row -> ids.isEmpty() || ids.contains(row.id())).filter(row -> !quick || row.kind() == Row.Kind.QUICK).toList();
        try {
            rows.forEach(this::run);
        } finally {
            if (shared != null) {
                shared.close();
            }
        }
        say.accept("%d of %d rows were injected here and pass%s, %d are shown by tests of every build, %d cannot be injected here%s".formatted(passed, rows.size(),
                failed == 0 ? "" : ", " + failed + " FAIL", byTest, notHere.size(), notHere.isEmpty() ? "." : ":"));
        notHere.forEach(say);
        return failed == 0;
    }

    private void run(Row row) {
        if (row.shown() instanceof Row.ByTest tests) {
            byTest++;
            say.accept(row.id() + " " + row.fault() + ": shown by " + String.join(", ", tests.tests()));
        } else if (row.shown() instanceof Row.Missing missing) {
            notHere.add("  " + row.id() + " " + row.fault() + ": " + missing.why());
        } else {
            strike(row, ((Row.Injected) row.shown()).fault());
        }
    }

    private void strike(Row row, Fault fault) {
        long begun = System.nanoTime();
        try {
            List<String> words = new ArrayList<>();
            List<Finding> findings = fault.strike(new Place(launch, root.root().resolve(row.id()), row.kind() == Row.Kind.QUICK ? Optional.of(shared()) : Optional.empty(), words::add));
            boolean kept = findings.stream().allMatch(Finding::isKept);
            count(kept);
            say.accept("%s %s: %s (%.1f s)".formatted(row.id(), row.fault(), kept ? "passes" : "FAILS", (System.nanoTime() - begun) / 1e9));
            words.forEach(line -> say.accept("          " + line));
            findings.stream().flatMap(finding -> finding.lines().stream()).forEach(line -> say.accept("    " + line));
        } catch (NotHere e) {
            notHere.add("  " + row.id() + " " + row.fault() + ": " + e.getMessage());
        } catch (Exception e) {
            count(false);
            say.accept("%s %s: FAILS (%s)".formatted(row.id(), row.fault(), e));
        }
    }

    private void count(boolean kept) {
        passed += kept ? 1 : 0;
        failed += kept ? 0 : 1;
    }

    private Bench shared() throws IOException {
        if (shared == null) {
            shared = Bench.start(launch, new HubFolder(root.root().resolve("shared")), Optional.of(Place.MONDAY), Surroundings.none());
        }
        return shared;
    }
}
