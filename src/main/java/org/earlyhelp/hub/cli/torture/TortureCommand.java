package org.earlyhelp.hub.cli.torture;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.HubLaunch;
import org.earlyhelp.hub.cli.outside.QuietLog;
import org.earlyhelp.hub.cli.torture.matrix.MatrixRun;
import org.earlyhelp.hub.cli.torture.verdict.Finding;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ehub torture}: exit code 0 all promises kept, 1 one is broken, 2 wrong usage, 3 a hub did not start or did not get through. */
@Command(name = "torture", description = "Kills a hub of its own again and again while files load, and judges what is left.", mixinStandardHelpOptions = true)
public final class TortureCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int BROKEN = 1;
    private static final int MOST_KILLS = 1_000;
    private static final int MOST_FAMILIES = 1_000;
    private static final int MATRIX_KILLS = 8;
    private static final int MATRIX_FAMILIES = 10;
    private static final int MATRIX_LOG_KILLS = 10;
    @Spec
    private CommandSpec spec;
    @Option(names = "--kills", defaultValue = "20", paramLabel = "N", description = "how often something is killed, 1 to " + MOST_KILLS + " (default: ${DEFAULT-VALUE})")
    private int kills;
    @Option(names = "--families", defaultValue = "100", paramLabel = "F", description = "families whose files are sent before each kill, 1 to " + MOST_FAMILIES + " (default: ${DEFAULT-VALUE})")
    private int families;
    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "the same seed sends the same files and kills at the same moments (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--what", defaultValue = "hub", paramLabel = "LIST", description = "what is killed in turn and all at once, of hub,broker,database; the latter two as servers of their own (default: ${DEFAULT-VALUE})")
    private String what;

    @Option(names = "--log", description = "kill a program that does nothing but act and log, and judge the sharing log alone")
    private boolean log;

    @Option(names = "--matrix", description = "inject every fault of the fault matrix that this machine allows, row by row")
    private boolean matrix;

    @Option(names = "--rows", split = ",", paramLabel = "F1,F2", description = "with --matrix: only these rows")
    private Set<String> rows = Set.of();

    @Option(names = "--quick", description = "with --matrix: only rows that share one hub")
    private boolean quick;

    @Override
    public Integer call() throws IOException {
        refuseOutside("--kills", kills, MOST_KILLS);
        refuseOutside("--families", families, MOST_FAMILIES);
        Set<Victim> victims = victims();
        QuietLog.begin();
        HubFolder root = HubFolder.temporary("torture");
        say("Everything lies below " + root.root() + " and stays there unless all goes well.");
        if (matrix) {
            return matrix(root);
        }
        List<Finding> findings = log ? new LogTrial(kills, seed, this::say).run(root) : new Trial(HubLaunch.likeThisProcess(), victims, kills, families, seed, this::say).run(root);
        findings.forEach(finding -> finding.lines().forEach(this::say));
        boolean kept = findings.stream().allMatch(Finding::isKept);
        say(kept ? "Verdict: nothing was lost, nothing came twice." : "Verdict: NOT all promises were kept; repeat it with " + (log ? "--log " : "--what " + what + " ") + "--kills " + kills + " --families " + families + " --seed " + seed + ".");
        if (kept) {
            root.remove();
        }
        return kept ? DONE : BROKEN;
    }

    private int matrix(HubFolder root) throws IOException {
        Set<String> unknown = new TreeSet<>(rows);
        MatrixRun.ids().forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--rows: the matrix has no row " + String.join(", ", unknown) + ".");
        }
        HubLaunch launch = HubLaunch.likeThisProcess();
        boolean kept = new MatrixRun(launch, root, this::say,
                folder -> new Trial(launch, EnumSet.allOf(Victim.class), MATRIX_KILLS, MATRIX_FAMILIES, seed, this::say).run(folder),
                folder -> new LogTrial(MATRIX_LOG_KILLS, seed, this::say).run(folder)).run(rows, quick);
        if (kept) {
            root.remove();
        }
        return kept ? DONE : BROKEN;
    }

    private void refuseOutside(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new CommandLine.ParameterException(spec.commandLine(), option + " must be 1 to " + most + ", not " + value + ".");
        }
    }

    private Set<Victim> victims() {
        try {
            return Victim.parse(what);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--what: " + e.getMessage() + ".", e);
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
