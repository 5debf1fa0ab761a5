package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alarm rules and the dashboard as Prometheus's own tool reads them, and when each rule goes off. */
class PromtoolTests {
    private static final Path PROGRAM = Path.of("/usr/bin/promtool");
    private static final long LIMIT_SECONDS = 60;
    @TempDir
    private Path folder;

    @BeforeEach
    void needsTheTool() {
        assumeTrue(Files.isExecutable(PROGRAM), "No " + PROGRAM + ": the alarm rules are not tried. .ci/run installs it (prometheus).");
    }

    @Test
    void takesTheRulesAndTheSettings() throws IOException, InterruptedException {
        promtool("check", "config", MonitoringFiles.SETTINGS.toString());

        assertThat(promtool("check", "rules", MonitoringFiles.RULES.toString())).contains(MonitoringFiles.rules().size() + " rules found");
    }

    @Test
    void takesEveryQuestionOfTheDashboard() throws IOException, InterruptedException {
        Path questions = Files.writeString(folder.resolve("dashboard.yaml"), MonitoringFiles.dashboardAsRules());

        assertThat(promtool("check", "rules", questions.toString())).contains(MonitoringFiles.expressions(MonitoringFiles.DASHBOARD).size() + " rules found");
    }

    /** In its minute and not before, with its labels and sentences. */
    @Test
    void everyRuleGoesOffWhenItShould() throws IOException, InterruptedException {
        assertThat(MonitoringFiles.trials()).extracting(trial -> trial.at("/alert")).containsAll(MonitoringFiles.rules().stream().map(rule -> rule.at("/alert")).toList());
        Path trials = Files.writeString(folder.resolve("trials.yaml"), MonitoringFiles.trialsForPromtool());

        assertThat(promtool("test", "rules", trials.toString())).contains("SUCCESS");
    }

    /** What it said; fails when it found a fault. */
    private String promtool(String... arguments) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(Stream.concat(Stream.of(PROGRAM.toString()), List.of(arguments).stream()).toList()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }
}
