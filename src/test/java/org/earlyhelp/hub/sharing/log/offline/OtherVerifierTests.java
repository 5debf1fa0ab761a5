package org.earlyhelp.hub.sharing.log.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.earlyhelp.hub.sharing.log.TreeHash;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verifier in another language, {@code src/test/verifier/verify-log.mjs}, on what the hub exports and on what others make of it. */
class OtherVerifierTests {
    private static final Path VERIFIER = Path.of("src/test/verifier/verify-log.mjs");
    private static final int LIMIT_SECONDS = 60;

    @TempDir
    private Path home;

    @BeforeAll
    static void needsNode() {
        assumeTrue(runs("node", "--version"), "No node: the verifier in another language is not run. .ci/run installs it.");
    }

    @Test
    void acceptsWhatTheHubExported() throws IOException {
        Path folder = exported(LogVerifierTests.ofThreeThousand(), true);
        assertThat(verdict(folder)).isEqualTo("3000 verified, 12 erased, 0 bad, payloads with");
        assertThat(verdict(exported(LogVerifierTests.ofThreeThousand(), false))).isEqualTo("3000 verified, 0 erased, 0 bad, payloads without");
    }

    @ParameterizedTest
    @EnumSource
    void rejectsWhatWasTamperedWith(Mutation mutation) throws IOException {
        MemoryLog log = LogVerifierTests.ofThreeThousand();
        Path folder = exported(log, true);
        mutation.apply(log, folder);
        assertThat(verdict(folder)).startsWith("Bad: ");
    }

    @Test
    void rejectsALogThatDoesNotContinueAnOlderCheckpoint() throws IOException {
        MemoryLog log = LogVerifierTests.ofThreeThousand();
        Path old = Files.writeString(home.resolve("old"), log.checkpoints.get(1));
        assertThat(verdict(exported(log, true), old.toString())).startsWith("3000 verified");
        Path forked = Files.writeString(home.resolve("forked"), log.signed(1_200, TreeHash.EMPTY));
        assertThat(verdict(exported(log, true), forked.toString())).startsWith("Bad: the older checkpoint of size 1200");
    }

    private Path exported(MemoryLog log, boolean withPayloads) throws IOException {
        Path folder = Files.createTempDirectory(home, "log");
        LogExport.write(log, folder, withPayloads);
        return folder;
    }

    /** Its one line; the exit code must fit it. */
    private String verdict(Path folder, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("node", VERIFIER.toString(), folder.toString()));
        words.addAll(List.of(more));
        Path out = Files.createTempFile(home, "verdict", ".txt");
        int code = run(new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(out.toFile()));
        String line = Files.readString(out, StandardCharsets.UTF_8).strip();
        assertThat(code).as(line).isEqualTo(line.startsWith("Bad: ") ? 1 : 0);
        return line;
    }

    private static boolean runs(String... words) {
        try {
            return run(new ProcessBuilder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD)) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int run(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
