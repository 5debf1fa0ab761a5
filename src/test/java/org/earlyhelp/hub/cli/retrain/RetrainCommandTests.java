package org.earlyhelp.hub.cli.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.cli.generate.BoroughGenerator;
import org.earlyhelp.hub.cli.generate.BoroughPlan;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.DescriptionMaker;
import org.earlyhelp.hub.linkage.learned.ModelSource;
import org.earlyhelp.hub.linkage.weight.Aspect;
import org.earlyhelp.hub.linkage.weight.WeightModel;
import org.earlyhelp.hub.linkage.weight.WeightModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The verb on boroughs so small that figures stray, but not by much. */
class RetrainCommandTests {
    private static final int HOUSEHOLDS = 300;
    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>(Map.of("HUB_CLOCK", "2026-11-23T08:40:00Z"));

    private int run(String... arguments) {
        return new CommandLine(new RetrainCommand(environment)).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure instanceof StartFailure ? failure.getMessage() : failure.toString());
                    return 3;
                }).execute(arguments);
    }

    private int learn(Path model, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--out", model.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private WeightModel.Level exact(WeightModel model, Aspect aspect) {
        return model.comparisons().stream().filter(it -> it.aspect() == aspect).findFirst().orElseThrow().levels().get(0);
    }

    @Test
    void learnsFromAMadeUpBorough() {
        Path file = folder.resolve("model.json");
        assertThat(learn(file, "--households", "" + HOUSEHOLDS, "--seed", "7")).as(err.toString()).isZero();
        WeightModel model = ModelSource.read(file);

        assertThat(model.learnedFrom()).isEqualTo("a generated borough of 300 households, seed 7");
        assertThat(model.made()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(List.of(Aspect.FORENAME, Aspect.SURNAME, Aspect.PLACE, Aspect.BIRTH, Aspect.SEX, Aspect.PHONE)).allSatisfy(aspect ->
                assertThat(exact(model, aspect).match()).as("%s", aspect).isGreaterThan(exact(model, aspect).chance()));
        assertThat(model.people()).isBetween(HOUSEHOLDS * 2L, HOUSEHOLDS * 5L);
        assertThat(model.matchShare() * model.records()).as("matches a record").isBetween(0.2, 5.0);
        assertThat(model.householdShare()).isBetween(model.matchShare() / 10, model.matchShare() * 10);
    }

    @Test
    void tellsWhatItLearnedAndThatNothingChanges() {
        Path file = folder.resolve("model.json");
        learn(file, "--households", "" + HOUSEHOLDS, "--seed", "7");

        assertThat(out.toString()).containsPattern("[\\d,]+ descriptions, judged to be of [\\d,]+ people; [\\d.]+ seconds of learning").contains("date of birth      EXACT")
                .contains("from the model in use (").contains("nothing changes until HUB_LINKAGE_MODEL names this file and the hub is started again");
        assertThat(folder.toFile().list()).containsExactly("model.json");
    }

    @Test
    void learnsTheSameFromTheFilesOfABorough() throws IOException {
        new BoroughGenerator(new BoroughPlan(HOUSEHOLDS, 7, FeedsSource.BOROUGH_DAY, folder.resolve("borough"), 1)).generate();

        assertThat(learn(folder.resolve("made.json"), "--households", "" + HOUSEHOLDS, "--seed", "7")).isZero();
        assertThat(learn(folder.resolve("read.json"), "--from", folder.resolve("borough/feeds").toString())).as(err.toString()).isZero();

        assertThat(withoutSource("read.json")).isEqualTo(withoutSource("made.json"));
        assertThat(ModelSource.read(folder.resolve("read.json")).learnedFrom()).doesNotContain(folder.toString());
    }

    private String withoutSource(String file) throws IOException {
        return Files.readString(folder.resolve(file)).replaceFirst("\"learnedFrom\".*", "");
    }

    @Test
    void refusesToLearnFromLittle() {
        assertThat(learn(folder.resolve("model.json"), "--households", "20", "--seed", "7")).isEqualTo(1);
        assertThat(err.toString()).containsPattern("There are \\d+ descriptions of people; at least 1,000 are needed to learn from. Nothing was written.");
        assertThat(folder.resolve("model.json")).doesNotExist();
    }

    @Test
    void saysBeforeLearningThatItCannotWrite() throws IOException {
        Files.createDirectories(folder.resolve("m.json.part"));

        assertThat(learn(folder.resolve("m.json"), "--households", "20", "--seed", "7")).isEqualTo(3);
        assertThat(err.toString()).startsWith(folder.resolve("m.json") + " cannot be written (");
    }

    @Test
    void takesNoMoreThanItCanHold() {
        Gathering gathering = new Gathering(1);
        Description child = DescriptionMaker.aChild().make();
        gathering.take(child);
        gathering.take(child);

        assertThat(gathering.all()).containsExactly(child);
        assertThatThrownBy(() -> gathering.take(DescriptionMaker.aChild().make())).isInstanceOf(StartFailure.class)
                .hasMessage("There are more than 1 descriptions: learn from a part of the feeds (--from).");
    }

    @Test
    void refusesWrongUse() {
        assertThat(run()).isEqualTo(2);
        assertThat(learn(folder.resolve("none/model.json"), "--households", "20", "--seed", "7")).isEqualTo(2);
        assertThat(learn(folder, "--households", "20", "--seed", "7")).isEqualTo(2);
        assertThat(learn(folder.resolve("m.json"), "--from", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(learn(folder.resolve("m.json"), "--households", "20")).isEqualTo(2);
        assertThat(learn(folder.resolve("m.json"), "--households", "0", "--seed", "7")).isEqualTo(2);
        assertThat(learn(folder.resolve("m.json"), "--from", folder.toString(), "--households", "20", "--seed", "7")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no folder for " + folder.resolve("none/model.json"), folder + " is a folder; --out names a file.",
                "There is no folder " + folder.resolve("none") + ".", "--households and --seed go together", "--households must be 1 to 150000, not 0",
                "not from both");
    }

    @Test
    void namesAFeedThatNoAgreementKnows() throws IOException {
        Path feed = Files.createDirectories(folder.resolve("feeds/nobody/nothing"));
        Files.writeString(feed.resolve("a.csv"), "x\n1\n");

        assertThat(learn(folder.resolve("m.json"), "--from", folder.resolve("feeds").toString())).isEqualTo(3);
        assertThat(err.toString()).contains("no agreement and layout for nobody/nothing");
    }

    @Test
    void saysWhereNoDatabaseIs() {
        environment.put("HUB_DATA_DIR", folder.resolve("data").toString());

        assertThat(learn(folder.resolve("m.json"))).isEqualTo(3);
        assertThat(err.toString()).startsWith("There is no database in the data folder " + folder.resolve("data"));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void learnsNothingBesideABrokenModelInUse() throws IOException {
        environment.put("HUB_LINKAGE_MODEL", Files.writeString(folder.resolve("broken.json"), "{}").toString());

        assertThat(learn(folder.resolve("m.json"), "--households", "20", "--seed", "7")).isEqualTo(3);
        assertThat(err.toString()).startsWith("HUB_LINKAGE_MODEL: " + folder.resolve("broken.json") + " is no model of weights");
    }

    @Test
    void comparesWithTheModelInUse() throws IOException {
        String shifted = WeightModelFile.write(ModelSource.shipped()).replaceFirst("(\"name\" : \"DIFFERENT\",\\s+\"match\" : )[0-9.E-]+", "$10.02");
        environment.put("HUB_LINKAGE_MODEL", Files.writeString(folder.resolve("used.json"), shifted).toString());

        learn(folder.resolve("m.json"), "--households", "" + HOUSEHOLDS, "--seed", "7");

        assertThat(out.toString()).contains("Levels whose weight moves by more than a bit").containsPattern("forename +DIFFERENT +-5.6 -> ");
    }
}
