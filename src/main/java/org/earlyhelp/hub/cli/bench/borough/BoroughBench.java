package org.earlyhelp.hub.cli.bench.borough;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.earlyhelp.hub.cli.feeds.Arrival;
import org.earlyhelp.hub.cli.feeds.BoroughReader;
import org.earlyhelp.hub.cli.generate.BoroughGenerator;
import org.earlyhelp.hub.cli.generate.BoroughPlan;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.earlyhelp.hub.mapping.MappingTime;

/** Writes a borough, links everybody in it, and compares the hub's people and families with the truth. */
public final class BoroughBench {
    /** The day on which the borough's files are dropped. */
    public static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Duration MORNING = Duration.ofMinutes(8 * 60 + 40);
    private final LinkageModel model;
    private final Path configDir;
    private final Consumer<String> say;

    /** {@code configDir} holds {@code agreements/} and {@code mappings/}. */
    public BoroughBench(LinkageModel model, Path configDir, Consumer<String> say) {
        this.model = model;
        this.configDir = configDir;
        this.say = say;
    }

    /** Works below {@code folder}, which will hold the borough. Throws IOException when a file cannot be written or read. */
    BoroughReport run(int households, long seed, Path folder) throws IOException {
        LinkingRun run = link(households, seed, folder);
        List<Linked> linked = run.linked(Truth.read(folder.resolve("truth")));
        say.accept("%,d mentions linked to %,d people, %,d of them with a known truth".formatted(run.index().size(), run.newPeople(), linked.size()));
        return BoroughReport.of(run, linked, FamilyPairs.count(run, linked, TODAY), FamilyPairs.ofTrueIdentity(run, linked, TODAY), BlockingCheck.of(model, run.index(), linked));
    }

    /** Links the borough, then copies of it until there are that many people, and prints what one lane does with them. */
    public void measureMany(int households, long seed, int people, Path folder) throws IOException {
        List<Arrival> borough = List.copyOf(link(households, seed, folder).records());
        ManyPeople.measure(model, borough, people).figures().forEach(figure -> say.accept(figure.line()));
    }

    /** Writes the borough below {@code folder} and links everybody in it. Throws IOException when a file cannot be written or read. */
    public LinkingRun link(int households, long seed, Path folder) throws IOException {
        BoroughGenerator.Written written = new BoroughGenerator(new BoroughPlan(households, seed, TODAY, folder, 1)).generate();
        say.accept("%,d households, %,d people, seed %d; model %s".formatted(households, written.people(), seed, model.getClass().getSimpleName()));
        BoroughReader reader = new BoroughReader(configDir, folder.resolve("feeds"), new MappingTime(London.startOf(TODAY).plus(MORNING), TODAY));
        LinkingRun run = new LinkingRun(model, true);
        reader.read(run::link);
        say.accept("%,d records read, %d refused by their layout".formatted(run.records().size(), reader.rejected()));
        return run;
    }

    /** As {@link #run}, then prints the report and writes {@code fairness.csv} into {@code out}. */
    public void measure(int households, long seed, Path folder, Path out) throws IOException {
        tell(run(households, seed, folder), new FairnessTable.About(model.getClass().getSimpleName(), HubClock.real().today(), households, seed), out);
    }

    private void tell(BoroughReport report, FairnessTable.About about, Path out) throws IOException {
        report.figures().forEach(figure -> say.accept(figure.line()));
        say.accept("Pairs missed, by what differs:");
        report.missed().forEach(say);
        say.accept("Pairs falsely joined:");
        report.falsely().forEach(say);
        Files.createDirectories(out);
        Files.writeString(out.resolve("fairness.csv"), report.fairness().csv(about));
        say.accept("By origin of names and by agency: " + out.resolve("fairness.csv"));
    }
}
