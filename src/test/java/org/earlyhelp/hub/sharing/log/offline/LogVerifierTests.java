package org.earlyhelp.hub.sharing.log.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.earlyhelp.hub.sharing.log.TreeHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogVerifierTests {
    private static final long SEED = 5;
    private static final int FLIPS = 300;

    @TempDir
    private Path home;

    @Test
    void acceptsWhatItExported() throws IOException {
        Path folder = exported(ofThreeThousand(), true);
        assertThat(LogVerifier.verify(new LogFolder(folder), Trust.inTheFolder())).hasToString("3000 verified, 12 erased, 0 bad, payloads with");
    }

    @Test
    void acceptsAnExportWithoutPayloads() throws IOException {
        Path folder = exported(ofThreeThousand(), false);
        assertThat(LogVerifier.verify(new LogFolder(folder), Trust.inTheFolder())).hasToString("3000 verified, 0 erased, 0 bad, payloads without");
        assertThat(Files.readString(folder.resolve("entries.jsonl"))).contains("\"salt\":null,\"payload\":null").doesNotContain("\"payload\":\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 511, 512, 700})
    void acceptsEverySize(int size) throws IOException {
        Path folder = exported(new MemoryLog(SEED).grown(size, 100).checkpointed(), true);
        assertThat(LogVerifier.verify(new LogFolder(folder), Trust.inTheFolder()))
                .hasToString(size + " verified, 0 erased, 0 bad, payloads " + (size == 0 ? "without" : "with"));
    }

    @ParameterizedTest
    @EnumSource
    void namesTheFirstBadIndex(Mutation mutation) throws IOException {
        MemoryLog log = ofThreeThousand();
        Path folder = exported(log, true);
        mutation.apply(log, folder);
        assertThat(LogVerifier.verify(new LogFolder(folder), Trust.inTheFolder())).isInstanceOfSatisfying(Verdict.Bad.class,
                bad -> assertThat(bad.fault().index()).as(bad.fault().toString()).isEqualTo(mutation.index));
    }

    @Test
    void noBitOfAnExportCanBeFlippedUnseen() throws IOException {
        Path folder = exported(new MemoryLog(SEED).grown(4, 2).erase(1L).checkpointed(), true);
        Random random = new Random(SEED);
        for (String file : List.of("checkpoint", "log.vkey", "entries.jsonl", "checkpoints.jsonl", "tile/0/000.p/5", "tile/entries/000.p/5")) {
            byte[] whole = Files.readAllBytes(folder.resolve(file));
            for (int i = 0; i < FLIPS; i++) {
                int bit = random.nextInt(whole.length * Byte.SIZE);
                byte[] flipped = whole.clone();
                flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                Files.write(folder.resolve(file), flipped);
                assertThat(LogVerifier.verify(new LogFolder(folder), Trust.inTheFolder())).as("%s, bit %s, seed %s", file, bit, SEED).isInstanceOf(Verdict.Bad.class);
            }
            Files.write(folder.resolve(file), whole);
        }
        assertThat(LogVerifier.verify(new LogFolder(folder), Trust.inTheFolder())).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void namesWhereARewritingMayHaveBegun() throws IOException {
        MemoryLog log = new MemoryLog(SEED).grown(1_000, 100);
        Path folder = exported(log, true);
        String forked = new String(CheckpointLine.print(log.signed(500, TreeHash.leaf(new byte[] {1}))), StandardCharsets.UTF_8);
        Mutation.change(folder, "checkpoints.jsonl", bytes -> replacedLine(bytes, 4, forked));
        assertThat(LogVerifier.verify(new LogFolder(folder), Trust.inTheFolder())).isInstanceOfSatisfying(Verdict.Bad.class,
                bad -> assertThat(bad.fault().toString()).startsWith("index 400: checkpoints.jsonl: the checkpoint of size 500 states another root"));
    }

    @Test
    void showsWhatAnEditWhereTheLogIsKeptHasChanged() throws IOException {
        MemoryLog log = ofThreeThousand();
        log.tiles.get("0/3")[40] ^= 1;
        assertThat(badIndex(log)).isEqualTo(3 * 256 + 1);
        MemoryLog deleted = ofThreeThousand();
        deleted.leaves.remove(900);
        assertThat(badIndex(deleted)).isEqualTo(900);
    }

    @Test
    void refusesMissingFilesAndOverlongLines() throws IOException {
        for (String file : List.of("checkpoint", "log.vkey", "entries.jsonl")) {
            Path folder = exported(new MemoryLog(SEED).grown(10, 5), true);
            Files.delete(folder.resolve(file));
            assertThat(LogVerifier.verify(new LogFolder(folder), Trust.inTheFolder())).isInstanceOfSatisfying(Verdict.Bad.class, bad -> assertThat(bad.fault().where()).isEqualTo(file));
        }
        Path folder = exported(new MemoryLog(SEED).grown(10, 5), true);
        Mutation.changeLines(folder, lines -> lines.set(4, "x".repeat(EntryLine.LIMIT_BYTES + 1)));
        assertThat(LogVerifier.verify(new LogFolder(folder), Trust.inTheFolder())).isInstanceOfSatisfying(Verdict.Bad.class,
                bad -> assertThat(bad.fault()).hasToString("index 4: entries.jsonl: line 5 is longer than 1048576 bytes"));
    }

    @Test
    void refusesALastLineWithoutItsEndAndALineTooMany() throws IOException {
        Path folder = exported(new MemoryLog(SEED).grown(10, 5), true);
        Mutation.change(folder, "entries.jsonl", bytes -> Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(LogVerifier.verify(new LogFolder(folder), Trust.inTheFolder())).isInstanceOfSatisfying(Verdict.Bad.class,
                bad -> assertThat(bad.fault()).hasToString("index 9: entries.jsonl: line 10 is cut off"));
        Path full = exported(new MemoryLog(SEED).grown(512, 256), true);
        Mutation.changeLines(full, lines -> lines.add(lines.get(511).replace("\"index\":511,", "\"index\":512,")));
        assertThat(LogVerifier.verify(new LogFolder(full), Trust.inTheFolder())).isInstanceOfSatisfying(Verdict.Bad.class,
                bad -> assertThat(bad.fault()).hasToString("index 512: entries.jsonl: there are more entries than the checkpoint states: expected 512 entries, found more"));
    }

    @Test
    void writesOnlyIntoAnEmptyFolderAndForItsOwner() throws IOException {
        MemoryLog log = new MemoryLog(SEED).grown(300, 100);
        Path folder = exported(log, true);
        assertThatThrownBy(() -> LogExport.write(log, folder, true)).hasMessage("the folder is not empty");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tile/entries/000")))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tile/entries")))).isEqualTo("rwx------");
        assertThatThrownBy(() -> LogExport.write(new MemoryLog(SEED), home.resolve("none"), true)).hasMessage("the log has no checkpoint yet");
        assertThat(home.resolve("none")).doesNotExist();
    }

    /** With twelve entries erased by two others. */
    static MemoryLog ofThreeThousand() {
        MemoryLog log = new MemoryLog(SEED).grown(600, 400).erase(5L).grown(999, 400);
        return log.erase(300L, 301L, 302L, 303L, 304L, 305L, 306L, 307L, 308L, 309L, 1_500L).grown(1_399, 400).checkpointed();
    }

    private Path exported(MemoryLog log, boolean withPayloads) throws IOException {
        Path folder = Files.createTempDirectory(home, "log");
        LogExport.write(log, folder, withPayloads);
        return folder;
    }

    private Long badIndex(MemoryLog log) throws IOException {
        return LogVerifier.verify(new LogFolder(exported(log, true)), Trust.inTheFolder()) instanceof Verdict.Bad bad ? bad.fault().index() : null;
    }

    private static byte[] replacedLine(byte[] bytes, int number, String line) {
        List<String> lines = new ArrayList<>(new String(bytes, StandardCharsets.UTF_8).lines().toList());
        lines.set(number, line.stripTrailing());
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
