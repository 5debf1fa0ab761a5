package org.earlyhelp.hub.cli.bench.alerts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.earlyhelp.hub.cli.bench.borough.BoroughBench;
import org.earlyhelp.hub.cli.bench.borough.Figure;
import org.earlyhelp.hub.cli.bench.borough.LinkingRun;
import org.earlyhelp.hub.cli.bench.borough.Truth;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.rules.Rules;

/** Writes a borough, raises its alerts by true and by real families, and compares both with the truth. */
public final class AlertBench {
    private final LinkageModel model;
    private final Path configDir;
    private final Consumer<String> say;

    /** {@code configDir} holds {@code agreements/}, {@code mappings/} and {@code rules/}. */
    public AlertBench(LinkageModel model, Path configDir, Consumer<String> say) {
        this.model = model;
        this.configDir = configDir;
        this.say = say;
    }

    /**
     * What one borough gave.
     *
     * @param byTruth with true households as families and every mention placed by the truth
     * @param byHub   with the hub's matching and its families
     */
    record Report(Comparison byTruth, Comparison byHub) {
    }

    /** Works below {@code folder}. Throws IOException when a file cannot be written or read, StartFailure for faulty rules. */
    Report run(int households, long seed, Path folder) throws IOException {
        Rules rules = rules();
        LinkingRun run = new BoroughBench(model, configDir, say).link(households, seed, folder);
        Truth truth = Truth.read(folder.resolve("truth"));
        List<TrueAlert> expected = TrueAlert.read(folder.resolve("truth/alerts.csv"));
        Frontdoor door = new Frontdoor(rules, BoroughBench.TODAY);
        Frontdoor.Day trueDay = door.raise(new TrueFamilies(run, truth).all());
        Map<String, String> codes = trueDay.codesByHousehold();
        return new Report(Comparison.of(expected, trueDay, codes),
                Comparison.of(expected, door.raise(new HubFamilies(run, truth, BoroughBench.TODAY).all()), codes));
    }

    /** As {@link #run}, then prints what was found. */
    public void measure(int households, long seed, Path folder) throws IOException {
        Report report = run(households, seed, folder);
        say.accept("An expected alert is found when any family of a child of that household has an alert on that queue;");
        say.accept("an alert is false when no household of a child of its family expects one on that queue. Counted strictly it is also false");
        say.accept("when every such household had an alert on that queue before it.");
        tell("families and links by the truth", report.byTruth, 1);
        tell("families and links by the hub", report.byHub, 0.97);
    }

    private void tell(String whose, Comparison found, double target) {
        say.accept(Figure.told(whose + ": expected, raised", "%,d, %,d".formatted(found.expected(), found.raised())).line());
        say.accept(Figure.atLeast(whose + ": precision", target, found.precision()).line());
        say.accept(Figure.atLeast(whose + ": recall", target, found.recall()).line());
        say.accept(Figure.told(whose + ": right to queue, rule, level, day", Figure.share(found.exact())).line());
        say.accept(Figure.atLeast(whose + ": precision, counted strictly", target, found.strictPrecision()).line());
        say.accept(Figure.told(whose + ": second alerts of a household", "%,d".formatted(found.second().count())).line());
        found.second().kinds().forEach((kind, count) -> say.accept("%8d  %s".formatted(count, kind)));
        found.kinds().forEach((kind, count) -> say.accept("%8d  %s".formatted(count, kind)));
    }

    private Rules rules() {
        RuleBook book = new RuleBook();
        book.load(configDir.resolve("rules"));
        return book.rules().orElseThrow(() -> new StartFailure("The rules cannot be read: " + book.faults()));
    }
}
