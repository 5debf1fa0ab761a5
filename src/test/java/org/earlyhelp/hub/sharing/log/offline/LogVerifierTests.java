package org.earlyhelp.hub.sharing.log.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.NoteSigner;
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
    void aRewrittenLogContradictsItsOlderCheckpoints() throws IOException {
        MemoryLog honest = ofThreeThousand();
        MemoryLog rewritten = ofThreeThousand();
        String old = honest.checkpoints.get(1);
        Path folder = exported(rewritten, true);
        assertThat(verdictSince(folder, old)).isInstanceOf(Verdict.Bad.class);
        Path own = exported(honest, true);
        assertThat(verdictSince(own, old)).isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.checkpoints()).isEqualTo(honest.checkpoints.size() + 1));
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
    void aLogSetBackContradictsACheckpointKeptElsewhere() throws IOException {
        MemoryLog log = new MemoryLog(SEED).grown(500, 100);
        Path yesterday = exported(log, true);
        String today = log.grown(200, 100).checkpoint().orElseThrow();
        assertThat(verdictSince(yesterday, today)).isInstanceOfSatisfying(Verdict.Bad.class, bad -> assertThat(bad.fault()).hasToString(
                "index 500: the older checkpoint: this checkpoint states more entries than there are: some were lost or the log was set back: expected 700 entries, found 500 entries"));
    }

    @Test
    void believesOnlyTheKeyThatIsKnownFromElsewhere() throws IOException {
        Path folder = exported(new MemoryLog(SEED).grown(10, 5), true);
        NoteKey other = NoteKey.of(MemoryLog.ORIGIN, NoteKey.Kind.LOG, MemoryLog.freshKeys().getPublic());
        assertThat(LogVerifier.verify(new LogFolder(folder), new Trust(List.of(other), Optional.empty(), List.of())))
                .isInstanceOfSatisfying(Verdict.Bad.class, bad -> assertThat(bad.fault().what()).startsWith("no key of the log"));
    }

    @Test
    void saysWhatAWitnessSawLast() throws IOException {
        KeyPair pair = MemoryLog.freshKeys();
        NoteKey witness = NoteKey.of("witness.example/w1", NoteKey.Kind.WITNESS, pair.getPublic());
        Instant at = Instant.parse("2026-11-23T09:00:00Z");
        MemoryLog log = new MemoryLog(SEED).grown(200, 100).cosigned(NoteSigner.witness(witness, pair.getPrivate(), at)).grown(100, 100);
        Trust trust = new Trust(List.of(), Optional.empty(), List.of(witness));
        assertThat(LogVerifier.verify(new LogFolder(exported(log, true)), trust)).isInstanceOfSatisfying(Verdict.Sound.class,
                sound -> assertThat(sound.seen()).containsExactly(new Verdict.Seen("witness.example/w1", 200, at)));
        assertThat(LogVerifier.verify(new LogFolder(exported(new MemoryLog(SEED).grown(200, 100), true)), trust)).isInstanceOfSatisfying(Verdict.Bad.class,
                bad -> assertThat(bad.fault().what()).isEqualTo("the witness witness.example/w1 cosigned none of the checkpoints"));
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
        Mutation.change(folder, "entries.jsonl", bytes -> Arrays.copyOf(bytes, 700));
        assertThat(LogVerifier.verify(new LogFolder(folder), Trust.inTheFolder())).isInstanceOf(Verdict.Bad.class);
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

    private static Verdict verdictSince(Path folder, String old) {
        return LogVerifier.verify(new LogFolder(folder), new Trust(List.of(), Optional.of(old.getBytes(StandardCharsets.UTF_8)), List.of()));
    }

    private static byte[] replacedLine(byte[] bytes, int number, String line) {
        List<String> lines = new ArrayList<>(new String(bytes, StandardCharsets.UTF_8).lines().toList());
        lines.set(number, line.stripTrailing());
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
