package org.earlyhelp.hub.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.cli.bench.alerts.AlertBench;
import org.earlyhelp.hub.cli.bench.borough.BoroughBench;
import org.earlyhelp.hub.cli.bench.identity.IdentityBench;
import org.earlyhelp.hub.cli.bench.linkage.LinkageBench;
import org.earlyhelp.hub.cli.bench.log.LogBench;
import org.earlyhelp.hub.cli.bench.morning.Morning;
import org.earlyhelp.hub.cli.bench.morning.MorningBench;
import org.earlyhelp.hub.cli.bench.rules.RulesBench;
import org.earlyhelp.hub.cli.generate.BoroughPlan;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.HubLaunch;
import org.earlyhelp.hub.cli.outside.QuietLog;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.linkage.learned.LearnedModel;
import org.earlyhelp.hub.linkage.learned.ModelSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ehub bench WHAT}: prints figures and its exit code judges none of them: 0 measured, 2 wrong usage, 3 something did not run. */
@Command(name = "bench", description = "Measures a hub of its own on this machine, beside the least that the same work costs.", mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int MOST_TRIES = 1_000;
    private static final int MOST_PUPILS = 99_000;
    private static final int MOST_DAYS = 190;
    private static final int MOST_ALERTS = 900_000;
    private static final int MOST_PEOPLE = 2_000_000;
    private static final int MOST_ENTRIES = 10_000_000;
    private static final int MOST_SECONDS = 3_600;

    @Spec
    private CommandSpec spec;

    /** One measure; works below the folder, which is removed after it. */
    private interface Measure {
        void run(HubFolder folder) throws Exception;
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to measure: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }

    @Command(description = "From an upload to its alert.", mixinStandardHelpOptions = true)
    int notice(@Option(names = "--tries", defaultValue = "50", paramLabel = "N", description = "Notices, 1 to " + MOST_TRIES + " (default: ${DEFAULT-VALUE})") int tries)
            throws Exception {
        refuseOutside("--tries", tries, MOST_TRIES);
        return measure(folder -> new NoticeBench(tries, this::say).run(folder));
    }

    @Command(description = "Rows of attendance a second.", mixinStandardHelpOptions = true)
    int attendance(@Option(names = "--pupils", defaultValue = "25000", paramLabel = "N", description = "1 to " + MOST_PUPILS + " (default: ${DEFAULT-VALUE})") int pupils,
                   @Option(names = "--days", defaultValue = "40", paramLabel = "N", description = "School days, 1 to " + MOST_DAYS + " (default: ${DEFAULT-VALUE})") int days)
            throws Exception {
        refuseOutside("--pupils", pupils, MOST_PUPILS);
        refuseOutside("--days", days, MOST_DAYS);
        return measure(folder -> new AttendanceBench(pupils, days, this::say).run(folder.root()));
    }

    @Command(description = "Until the hub is ready.", mixinStandardHelpOptions = true)
    int start(@Option(names = "--tries", defaultValue = "5", paramLabel = "N", description = "Starts of each kind, 1 to " + MOST_TRIES + " (default: ${DEFAULT-VALUE})") int tries)
            throws Exception {
        refuseOutside("--tries", tries, MOST_TRIES);
        return measure(folder -> new StartBench(tries, this::say).run(folder));
    }

    @Command(description = "How well people are matched in a made-up borough whose truth is known, or with --people how fast.", mixinStandardHelpOptions = true)
    int borough(@Option(names = "--households", defaultValue = "20000", paramLabel = "N", description = "1 to " + BoroughPlan.MOST_FAMILIES + " (default: ${DEFAULT-VALUE})") int households,
                @Option(names = "--seed", defaultValue = "20261123", paramLabel = "S", description = "The same seed makes the same borough (default: ${DEFAULT-VALUE})") long seed,
                @Option(names = "--people", defaultValue = "0", paramLabel = "N", description = "Instead measure the speed of one lane with so many people, up to "
                        + MOST_PEOPLE + "; a million takes EHUB_BENCH_MEMORY=12g") int people,
                @Option(names = "--out", defaultValue = ".", paramLabel = "DIR", description = "Folder for fairness.csv (default: the current one)") Path out) throws Exception {
        refuseOutside("--households", households, BoroughPlan.MOST_FAMILIES);
        refuseOutside("--people", Math.max(1, people), MOST_PEOPLE);
        return measure(folder -> borough(folder.root(), households, seed, people, out));
    }

    private void borough(Path folder, int households, long seed, int people, Path out) throws IOException {
        BoroughBench bench = new BoroughBench(new LearnedModel(ModelSource.inUse(SettingsReader.linkageModel(System.getenv()))), home(), this::say);
        if (people > 0) {
            bench.measureMany(households, seed, people, folder);
        } else {
            bench.measure(households, seed, folder, out);
        }
    }

    @Command(description = "Which alerts a made-up borough gets, beside those it should get.", mixinStandardHelpOptions = true)
    int alerts(@Option(names = "--households", defaultValue = "20000", paramLabel = "N", description = "1 to " + BoroughPlan.MOST_FAMILIES + " (default: ${DEFAULT-VALUE})") int households,
               @Option(names = "--seed", defaultValue = "20261123", paramLabel = "S", description = "The same seed makes the same borough (default: ${DEFAULT-VALUE})") long seed)
            throws Exception {
        refuseOutside("--households", households, BoroughPlan.MOST_FAMILIES);
        LearnedModel model = new LearnedModel(ModelSource.inUse(SettingsReader.linkageModel(System.getenv())));
        return measure(folder -> new AlertBench(model, home(), this::say).measure(households, seed, folder.root()));
    }

    @Command(description = "How soon pages answer from a full store while a feed loads.", mixinStandardHelpOptions = true)
    int pages(@Option(names = "--alerts", defaultValue = "100000", paramLabel = "N", description = "Alerts in the store, 1 to " + MOST_ALERTS + " (default: ${DEFAULT-VALUE})") int alerts,
              @Option(names = "--tries", defaultValue = "200", paramLabel = "N", description = "Pages of each kind, 1 to " + MOST_TRIES + " (default: ${DEFAULT-VALUE})") int tries,
              @Option(names = "--pupils", defaultValue = "25000", paramLabel = "N", description = "Pupils of the feed that loads, 1 to " + MOST_PUPILS + " (default: ${DEFAULT-VALUE})") int pupils)
            throws Exception {
        refuseOutside("--alerts", alerts, MOST_ALERTS);
        refuseOutside("--tries", tries, MOST_TRIES);
        refuseOutside("--pupils", pupils, MOST_PUPILS);
        return measure(folder -> new PagesBench(alerts, tries, pupils, this::say).run(folder));
    }

    @Command(description = "The index of who is who: memory, speed, and how soon it is filled again.", mixinStandardHelpOptions = true)
    int identity(@Option(names = "--people", defaultValue = "1000000", paramLabel = "N", description = "People known, 1 to " + MOST_PEOPLE + " (default: ${DEFAULT-VALUE})") int people)
            throws Exception {
        refuseOutside("--people", people, MOST_PEOPLE);
        return measure(folder -> new IdentityBench(people, this::say).run(folder.root()));
    }

    @Command(description = "The matcher on public data, beside the best open tool.", mixinStandardHelpOptions = true)
    int linkage(@Parameters(arity = "0..1", paramLabel = "DATA_FOLDER", description = "The public data (default: ../shared/data/linkage beside the hub)") Path data)
            throws Exception {
        Path folder = data == null ? home().resolve("../shared/data/linkage").normalize() : data;
        return measure(unused -> new LinkageBench(this::say).run(folder, home().resolve("src/docs/examples/match")));
    }

    @Command(description = "A changed rule tried on every household, before it comes into force.", mixinStandardHelpOptions = true)
    int rules(@Option(names = "--households", defaultValue = "20000", paramLabel = "N", description = "1 to " + BoroughPlan.MOST_FAMILIES + " (default: ${DEFAULT-VALUE})") int households)
            throws Exception {
        refuseOutside("--households", households, BoroughPlan.MOST_FAMILIES);
        return measure(folder -> new RulesBench(households, home(), this::say).run(folder.root()));
    }

    @Command(description = "The sharing log: entries a second, proofs, search by child, export, verification.", mixinStandardHelpOptions = true)
    int log(@Option(names = "--entries", defaultValue = "1000000", paramLabel = "N", description = "1 to " + MOST_ENTRIES + " (default: ${DEFAULT-VALUE})") int entries) throws Exception {
        refuseOutside("--entries", entries, MOST_ENTRIES);
        return measure(folder -> new LogBench(entries, this::say).run(folder.root()));
    }

    @Command(description = "A morning of a big borough: schools' files and police notices at once.", mixinStandardHelpOptions = true)
    int morning(@Option(names = "--files", defaultValue = "450", paramLabel = "N", description = "Schools, 1 to " + Morning.MOST_FILES + " (default: ${DEFAULT-VALUE})") int files,
                @Option(names = "--rows", defaultValue = "220000", paramLabel = "N", description = "Pupils of all schools, up to " + Morning.MOST_ROWS + " (default: ${DEFAULT-VALUE})") int rows,
                @Option(names = "--notices", defaultValue = "50", paramLabel = "N", description = "1 to " + Morning.MOST_NOTICES + " (default: ${DEFAULT-VALUE})") int notices,
                @Option(names = "--seconds", defaultValue = "300", paramLabel = "N", description = "From the first upload to the last, 1 to " + MOST_SECONDS
                        + " (default: ${DEFAULT-VALUE})") int seconds) throws Exception {
        refuseOutside("--files", files, Morning.MOST_FILES);
        refuseOutside("--rows", rows, Morning.MOST_ROWS);
        refuseOutside("--notices", notices, Morning.MOST_NOTICES);
        refuseOutside("--seconds", seconds, MOST_SECONDS);
        Morning morning = new Morning(files, Math.max(files, rows), notices, Duration.ofSeconds(seconds));
        return measure(folder -> new MorningBench(morning, this::say).run(HubLaunch.byScript(), folder));
    }

    private int measure(Measure measure) throws Exception {
        QuietLog.begin();
        HubFolder folder = HubFolder.temporary("bench");
        say("Machine: " + Runtime.getRuntime().availableProcessors() + " processors, Java " + System.getProperty("java.version") + ", load before "
                + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        measure.run(folder);
        folder.remove();
        return DONE;
    }

    private static Path home() {
        return Path.of(System.getProperty("ehub.home", "."));
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
