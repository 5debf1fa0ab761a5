package org.earlyhelp.hub.sharing.log.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.NoteSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever verifies brings along: an older checkpoint, the log's key, witnesses. */
class TrustTests {
    private static final long SEED = 5;

    @TempDir
    private Path home;

    @Test
    void aRewrittenLogContradictsItsOlderCheckpoints() throws IOException {
        MemoryLog honest = LogVerifierTests.ofThreeThousand();
        MemoryLog rewritten = LogVerifierTests.ofThreeThousand();
        String old = honest.checkpoints.get(1);
        Path folder = exported(rewritten, true);
        assertThat(verdictSince(folder, old)).isInstanceOf(Verdict.Bad.class);
        Path own = exported(honest, true);
        assertThat(verdictSince(own, old)).isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.checkpoints()).isEqualTo(honest.checkpoints.size() + 1));
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
    void takesTheNewestOfAWitnessAndNoWrongOne() throws IOException {
        KeyPair pair = MemoryLog.freshKeys();
        NoteKey witness = NoteKey.of("witness.example/w1", NoteKey.Kind.WITNESS, pair.getPublic());
        Trust trust = new Trust(List.of(), Optional.empty(), List.of(witness));
        Instant at = Instant.parse("2026-11-23T09:00:00Z");
        MemoryLog log = new MemoryLog(SEED).grown(100, 100).cosigned(NoteSigner.witness(witness, pair.getPrivate(), at))
                .grown(100, 100).cosigned(NoteSigner.witness(witness, pair.getPrivate(), at.plusSeconds(60)));
        assertThat(LogVerifier.verify(new LogFolder(exported(log, true)), trust)).isInstanceOfSatisfying(Verdict.Sound.class,
                sound -> assertThat(sound.seen()).containsExactly(new Verdict.Seen("witness.example/w1", 200, at.plusSeconds(60))));
        log.grown(100, 100).cosigned(NoteSigner.witness(witness, MemoryLog.freshKeys().getPrivate(), at));
        assertThat(LogVerifier.verify(new LogFolder(exported(log, true)), trust)).isInstanceOfSatisfying(Verdict.Bad.class,
                bad -> assertThat(bad.fault().what()).isEqualTo("the cosignature of witness.example/w1 is not of the checkpoint of size 300"));
    }

    private Path exported(MemoryLog log, boolean withPayloads) throws IOException {
        Path folder = Files.createTempDirectory(home, "log");
        LogExport.write(log, folder, withPayloads);
        return folder;
    }

    private static Verdict verdictSince(Path folder, String old) {
        return LogVerifier.verify(new LogFolder(folder), new Trust(List.of(), Optional.of(old.getBytes(StandardCharsets.UTF_8)), List.of()));
    }
}
