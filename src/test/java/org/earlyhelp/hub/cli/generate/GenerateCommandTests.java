package org.earlyhelp.hub.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateCommandTests {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void printsWhatItUsed() {
        assertThat(run("--families", "40", "--seed", "5", "--today", "2026-11-23", "--out", folder.toString(), "--noise", "2")).isZero();
        assertThat(out.toString()).contains("40 families, seed 5, today 2026-11-23, noise 2.0", "surname misspelt 6.0%", "(domestic abuse 60.0%)",
                "NHS number in health 94.0%, in police 2.0%", "pupil number in schools 99.0%");
        assertThat(folder.resolve("truth/people.csv")).isNotEmptyFile();
        assertThat(folder.resolve("feeds/avonford-schools/school-attendance/attendance-0001.csv")).isNotEmptyFile();
    }

    @Test
    void wrongUsageIsExitCode2() {
        assertThat(run("--families", "0", "--seed", "5", "--today", "2026-11-23", "--out", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("families must be 1 to 150000, not 0");
        assertThat(run("--families", "5", "--seed", "5", "--out", folder.toString())).isEqualTo(2);
    }

    @Test
    void anUnwritableFolderIsExitCode3() throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));
        assertThat(run("--families", "5", "--seed", "5", "--today", "2026-11-23", "--out", file.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("Could not write below");
    }

    private int run(String... args) {
        return new CommandLine(new GenerateCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true)).execute(args);
    }
}
