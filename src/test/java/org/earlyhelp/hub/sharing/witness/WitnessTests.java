package org.earlyhelp.hub.sharing.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.NoteSignature;
import org.earlyhelp.hub.sharing.log.SignedNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTests {
    private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");
    private final KeyPair pair = LogOnPaper.keyPair();
    private final NoteKey key = NoteKey.of("witness.example", NoteKey.Kind.WITNESS, pair.getPublic());
    private final LogOnPaper log = new LogOnPaper("hub.example/log").with(7, "entry ");
    @TempDir
    private Path folder;

    private Witness witness() {
        return witness(new WitnessFolder(folder));
    }

    private Witness witness(WitnessStore store) {
        return new Witness(key, pair.getPrivate(), List.of(log.key()), store, HubClock.fixedAt(NOW));
    }

    @Test
    void cosignsTheFirstCheckpointAndOneThatContinuesIt() {
        WitnessAnswer first = witness().add(log.request(0));
        assertThat(first.status()).isEqualTo(200);
        assertThat(seen(log.checkpoint().note(), first)).contains(NOW);
        log.with(30, "more ");
        WitnessAnswer second = witness().add(log.request(7));
        assertThat(seen(log.checkpoint().note(), second)).contains(NOW);
    }

    @Test
    void namesTheSizeItSawWhenAskedFromAnother() {
        witness().add(log.request(0));
        assertThat(witness().add(log.request(3))).isEqualTo(new WitnessAnswer(409, "text/x.tlog.size", "7\n"));
    }

    @Test
    void cosignsTheSameCheckpointAgain() {
        witness().add(log.request(0));
        assertThat(witness().add(log.request(7)).status()).isEqualTo(200);
    }

    @Test
    void refusesALogThatWasPutBack() {
        witness().add(log.request(0));
        LogOnPaper back = log.asOf(4);
        assertThat(witness().add(back.request(4))).isEqualTo(new WitnessAnswer(409, "text/x.tlog.size", "7\n"));
        back.with(3, "other ");
        assertThat(witness().add(back.request(7)).status()).isEqualTo(409);
        back.with(5, "other ");
        assertThat(witness().add(back.request(7)).status()).isEqualTo(422);
        assertThat(new WitnessFolder(folder).latest("hub.example/log").orElseThrow()).startsWith("hub.example/log\n7\n");
    }

    @Test
    void refusesAProofThatIsLeftOutOrBent() {
        witness().add(log.request(0));
        log.with(9, "more ");
        assertThat(witness().add(new AddCheckpoint(7, List.of(), log.checkpoint().note()).print()).status()).isEqualTo(422);
        List<org.earlyhelp.hub.sharing.log.TreeHash> proof = new java.util.ArrayList<>(log.proofFrom(7));
        java.util.Collections.swap(proof, 0, 1);
        assertThat(witness().add(new AddCheckpoint(7, proof, log.checkpoint().note()).print()).status()).isEqualTo(422);
    }

    @Test
    void refusesAProofFromNothing() {
        byte[] request = new AddCheckpoint(0, log.proofFrom(3), log.checkpoint().note()).print();
        assertThat(witness().add(request).status()).isEqualTo(422);
    }

    @Test
    void refusesAnOldSizeBeyondTheCheckpoint() {
        assertThat(witness().add(new AddCheckpoint(8, List.of(), log.checkpoint().note()).print()).status()).isEqualTo(400);
    }

    @Test
    void knowsNeitherOtherLogsNorOtherKeysOfItsLog() {
        assertThat(witness().add(new LogOnPaper("other.example/log").with(1, "x").request(0)).status()).isEqualTo(404);
        assertThat(witness().add(new LogOnPaper("hub.example/log").with(1, "x").request(0)).status()).isEqualTo(403);
    }

    @Test
    void refusesWhatIsNoRequest() {
        String good = new String(log.request(0), StandardCharsets.UTF_8);
        for (String bad : List.of("", "\n", "old 0\n", good.replace("old 0", "old 00"), good.replace("old 0", "old -1"), good.replace("old 0", "new 0"), good.replace("old 0\n", "old 0\nAAAA\n"),
                good.replace("\n7\n", "\n07\n"), good.substring(0, good.length() - 2), "old 0\n" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n".repeat(64) + good.substring(6), "x".repeat(AddCheckpoint.LIMIT_BYTES + 1))) {
            assertThat(witness().add(bad.getBytes(StandardCharsets.UTF_8)).status()).as(bad.length() > 80 ? bad.substring(0, 80) : bad).isEqualTo(400);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void cosignsNothingThatItCannotKeep() {
        WitnessStore full = new WitnessStore() {
            @Override
            public Optional<String> latest(String origin) {
                return Optional.empty();
            }

            @Override
            public void keep(String origin, String note) {
                throw new UncheckedIOException(new IOException("no space left"));
            }
        };
        Witness witness = witness(full);
        assertThatThrownBy(() -> witness.add(log.request(0))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void signsNothingMoreWhenItsStoreWasChanged() throws IOException {
        witness().add(log.request(0));
        Path kept = folder.resolve(WitnessFolder.name("hub.example/log") + ".checkpoint");
        Files.writeString(kept, log.asOf(3).checkpoint().note().print());
        Witness witness = witness();
        assertThatThrownBy(() -> witness.add(log.request(3))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void letsOneOfManyAtOnceContinue() {
        witness().add(log.request(0));
        Witness witness = witness();
        List<byte[]> forks = IntStream.range(0, 16).mapToObj(i -> log.asOf(7).with(1 + i, "fork " + i + " ").request(7)).toList();
        List<Integer> statuses = forks.parallelStream().map(request -> witness.add(request).status()).toList();
        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
    }

    private Optional<Instant> seen(SignedNote note, WitnessAnswer answer) {
        return note.with(NoteSignature.parse(answer.body().strip()).orElseThrow()).seenBy(key);
    }
}
