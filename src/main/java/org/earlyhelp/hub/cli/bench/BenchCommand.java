package org.earlyhelp.hub.cli.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.cli.bench.linkage.LinkageBench;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.QuietLog;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ehub bench WHAT}: prints figures and its exit code judges none of them: 0 measured, 2 wrong usage, 3 something did not run. */
@Command(name = "bench", description = "Measures a hub of its own on this machine, beside the least that the same bytes cost.", mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int MOST_TRIES = 1_000;
    private static final int MOST_PUPILS = 99_000;
    private static final int MOST_DAYS = 190;

    /** What can be measured. */
    enum Subject {
        NOTICE, ATTENDANCE, START, LINKAGE
    }

    @Spec
    private CommandSpec spec;
    @Parameters(index = "0", paramLabel = "WHAT", description = "notice: from an upload to its alert; attendance: rows a second; "
            + "start: until the hub is ready; linkage: the matcher on public data")
    private Subject subject;
    @Parameters(index = "1", arity = "0..1", paramLabel = "DATA_FOLDER",
            description = "linkage: the public data (default: ../shared/data/linkage beside the hub)")
    private Path data;
    @Option(names = "--tries", paramLabel = "N", description = "notices (default: 50) or starts of each kind (default: 5), 1 to " + MOST_TRIES)
    private Integer tries;
    @Option(names = "--pupils", defaultValue = "25000", paramLabel = "N", description = "attendance: pupils, 1 to " + MOST_PUPILS + " (default: ${DEFAULT-VALUE})")
    private int pupils;
    @Option(names = "--days", defaultValue = "40", paramLabel = "N", description = "attendance: school days, 1 to " + MOST_DAYS + " (default: ${DEFAULT-VALUE})")
    private int days;

    @Override
    public Integer call() throws Exception {
        refuseOutside("--tries", tries == null ? 1 : tries, MOST_TRIES);
        refuseOutside("--pupils", pupils, MOST_PUPILS);
        refuseOutside("--days", days, MOST_DAYS);
        QuietLog.begin();
        say("Machine: " + Runtime.getRuntime().availableProcessors() + " processors, Java " + System.getProperty("java.version") + ", load before "
                + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        if (subject == Subject.LINKAGE) {
            return linkage();
        }
        HubFolder folder = HubFolder.temporary("bench");
        switch (subject) {
            case NOTICE -> new NoticeBench(tries == null ? 50 : tries, this::say).run(folder);
            case ATTENDANCE -> new AttendanceBench(pupils, days, this::say).run(folder.root());
            default -> new StartBench(tries == null ? 5 : tries, this::say).run(folder);
        }
        folder.remove();
        return DONE;
    }

    private int linkage() {
        Path home = Path.of(System.getProperty("ehub.home", "."));
        new LinkageBench(this::say).run(data == null ? home.resolve("../shared/data/linkage").normalize() : data, home.resolve("src/docs/examples/match"));
        return DONE;
    }

    private void refuseOutside(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new CommandLine.ParameterException(spec.commandLine(), option + " must be 1 to " + most + ", not " + value + ".");
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
