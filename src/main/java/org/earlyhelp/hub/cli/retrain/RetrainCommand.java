package org.earlyhelp.hub.cli.retrain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.cli.generate.BoroughPlan;
import org.earlyhelp.hub.cli.outside.QuietLog;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.linkage.learned.ModelSource;
import org.earlyhelp.hub.linkage.learned.ModelTraining;
import org.earlyhelp.hub.linkage.weight.WeightModel;
import org.earlyhelp.hub.linkage.weight.WeightModelFile;
import org.earlyhelp.hub.mapping.MappingTime;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ehub retrain}: exit code 0 done, 1 too little to learn from, 2 wrong usage, 3 something could not be read or written. */
@Command(name = "retrain", description = "Learns the weights by which people are matched, from feed files, from the hub's own database, or from a made-up borough. "
        + "Nothing changes until HUB_LINKAGE_MODEL names the file.", mixinStandardHelpOptions = true)
public final class RetrainCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int DATA_HAS_ERRORS = 1;
    private static final double MILLIS = 1000.0;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;
    @Option(names = "--out", required = true, paramLabel = "MODEL.json", description = "The file to write.")
    private Path out;
    @Option(names = "--from", paramLabel = "FEEDS_DIR", description = "Learn from feed files: a folder an agency, in it a folder a feed.")
    private Path from;
    @Option(names = "--households", paramLabel = "N", description = "Learn from a made-up borough of so many households, 1 to " + BoroughPlan.MOST_FAMILIES + ".")
    private Integer households;
    @Option(names = "--seed", paramLabel = "S", description = "The same seed makes the same borough; goes with --households.")
    private Long seed;

    /** On the settings of the environment. */
    public RetrainCommand() {
        this(System.getenv());
    }

    RetrainCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        refuseWrongUse();
        QuietLog.begin();
        WeightModel inUse = ModelSource.inUse(SettingsReader.linkageModel(environment));
        HubClock clock = SettingsReader.clock(environment).map(HubClock::fixedAt).orElseGet(HubClock::real);
        refuseUnwritable();
        Said said = gather(clock);
        if (said.isTooLittle()) {
            spec.commandLine().getErr().printf("There are %,d descriptions of people; at least %,d are needed to learn from. Nothing was written.%n",
                    said.descriptions().size(), Said.LEAST_DESCRIPTIONS);
            return DATA_HAS_ERRORS;
        }
        long begun = System.nanoTime();
        WeightModel learned = ModelTraining.learn(said.descriptions(), clock.today(), said.source());
        write(learned);
        tell(learned, inUse, Duration.ofNanos(System.nanoTime() - begun));
        return DONE;
    }

    private Said gather(HubClock clock) throws IOException {
        FeedsSource feeds = new FeedsSource(SettingsReader.configDir(environment, Path.of(System.getProperty("ehub.home", "."))), this::say);
        if (from != null) {
            return feeds.folder(from, MappingTime.of(clock));
        }
        return households != null ? feeds.borough(households, seed) : new DatabaseSource(environment, this::say).read();
    }

    /** Said before minutes of learning and not after them. */
    private void refuseUnwritable() {
        try {
            Files.writeString(draft(), "");
            Files.delete(draft());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Beside and moved: whoever reads the file meanwhile sees the old one or the new one. */
    private void write(WeightModel model) {
        try {
            Files.writeString(draft(), WeightModelFile.write(model));
            Files.move(draft(), out, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Path draft() {
        return out.resolveSibling(out.getFileName() + ".part");
    }

    private StartFailure unwritable(IOException reason) {
        return new StartFailure(out + " cannot be written (" + reason.getClass().getSimpleName() + ").", reason);
    }

    private void tell(WeightModel learned, WeightModel inUse, Duration took) {
        say("%,d descriptions, judged to be of %,d people; %.1f seconds of learning.".formatted(learned.records(), learned.people(), took.toMillis() / MILLIS));
        WeightTable.lines(learned).forEach(this::say);
        List<String> moved = WeightTable.moved(inUse, learned);
        say(moved.isEmpty() ? "No level's weight moves by more than a bit from the model in use (" + inUse.made() + ", " + inUse.learnedFrom() + ")."
                : "Levels whose weight moves by more than a bit from the model in use (" + inUse.made() + ", " + inUse.learnedFrom() + "):");
        moved.forEach(this::say);
        say("Written to " + out + "; nothing changes until HUB_LINKAGE_MODEL names this file and the hub is started again.");
    }

    private void refuseWrongUse() {
        if (from != null && households != null) {
            throw wrong("Learn from --from or from --households, not from both.");
        }
        if ((households == null) != (seed == null)) {
            throw wrong("--households and --seed go together.");
        }
        if (households != null && (households < 1 || households > BoroughPlan.MOST_FAMILIES)) {
            throw wrong("--households must be 1 to " + BoroughPlan.MOST_FAMILIES + ", not " + households + ".");
        }
        if (from != null && !Files.isDirectory(from)) {
            throw wrong("There is no folder " + from + ".");
        }
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(out)) {
            throw wrong(Files.isDirectory(out) ? out + " is a folder; --out names a file." : "There is no folder for " + out + ".");
        }
    }

    private CommandLine.ParameterException wrong(String line) {
        return new CommandLine.ParameterException(spec.commandLine(), line);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
