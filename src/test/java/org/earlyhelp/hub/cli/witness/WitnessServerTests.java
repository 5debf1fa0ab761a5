package org.earlyhelp.hub.cli.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.witness.Cosigning;
import org.earlyhelp.hub.sharing.witness.LogOnPaper;
import org.earlyhelp.hub.sharing.witness.Witness;
import org.earlyhelp.hub.sharing.witness.WitnessClient;
import org.earlyhelp.hub.sharing.witness.WitnessFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The witness and the hub's side of it, over a real port. */
class WitnessServerTests {
    private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");
    private final KeyPair pair = LogOnPaper.keyPair();
    private final NoteKey key = NoteKey.of("witness.example", NoteKey.Kind.WITNESS, pair.getPublic());
    private final LogOnPaper log = new LogOnPaper("hub.example/log").with(5, "entry ");
    @TempDir
    private Path folder;
    private WitnessServer server;
    private WitnessClient client;

    @BeforeEach
    void start() throws IOException {
        Witness witness = new Witness(key, pair.getPrivate(), List.of(log.key()), new WitnessFolder(folder), HubClock.fixedAt(NOW));
        server = new WitnessServer(new InetSocketAddress("127.0.0.1", 0), witness, List.of(log.key()), line -> { });
        client = new WitnessClient(URI.create("http://127.0.0.1:" + server.port() + "/"), key);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Cosigning send(LogOnPaper log, long oldSize) {
        return client.cosign(log.checkpoint(), oldSize, log.proofFrom(oldSize));
    }

    @Test
    void cosignsAndRemembersBeyondARestart() throws IOException {
        assertThat(send(log, 0)).isInstanceOfSatisfying(Cosigning.Cosigned.class, cosigned -> assertThat(cosigned.note().seenBy(key)).contains(NOW));
        stop();
        start();
        assertThat(client.latest("hub.example/log", List.of(log.key())).map(SignedCheckpoint::size)).contains(5L);
        log.with(300, "more ");
        assertThat(send(log, 0)).isEqualTo(new Cosigning.SeenLast(5));
        assertThat(send(log, 5)).isInstanceOf(Cosigning.Cosigned.class);
    }

    @Test
    void tellsALogThatWasPutBackFromOneThatGrew() {
        log.with(10, "more ");
        send(log, 0);
        LogOnPaper back = log.asOf(9).with(8, "other ");
        assertThat(send(back, 9)).isEqualTo(new Cosigning.SeenLast(15));
        assertThat(send(back, 15)).isInstanceOfSatisfying(Cosigning.Refused.class, refused -> assertThat(refused.changed()).isTrue());
        assertThat(client.latest("hub.example/log", List.of(log.key())).map(SignedCheckpoint::size)).contains(15L);
    }

    @Test
    void saysWhenItDoesNotKnowTheLog() {
        assertThat(send(new LogOnPaper("other.example/log").with(1, "x"), 0)).isInstanceOfSatisfying(Cosigning.Refused.class, refused -> assertThat(refused.changed()).isFalse());
    }

    @Test
    void believesNoOtherWitness() {
        NoteKey other = NoteKey.of("witness.example", NoteKey.Kind.WITNESS, LogOnPaper.keyPair().getPublic());
        client = new WitnessClient(URI.create("http://127.0.0.1:" + server.port()), other);
        assertThat(send(log, 0)).isInstanceOf(Cosigning.NoAnswer.class);
        assertThat(client.latest("hub.example/log", List.of(log.key()))).isEmpty();
    }

    @Test
    void hasNoVerdictWhileItCannotBeReached() {
        server.close();
        assertThat(send(log, 0)).isInstanceOf(Cosigning.NoAnswer.class);
        assertThat(client.latest("hub.example/log", List.of(log.key()))).isEmpty();
    }

    @Test
    void cosignsNothingWhenItsFolderIsGone() throws IOException {
        Files.delete(folder);
        assertThat(send(log, 0)).isInstanceOf(Cosigning.NoAnswer.class);
        Files.createDirectory(folder);
        assertThat(send(log, 0)).isInstanceOf(Cosigning.Cosigned.class);
    }

    @Test
    void goesOnAfterAnUploadThatNeverEnds() throws IOException {
        try (Socket half = new Socket("127.0.0.1", server.port()); OutputStream out = half.getOutputStream()) {
            out.write("POST /add-checkpoint HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\nold 0\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(send(log, 0)).isInstanceOf(Cosigning.Cosigned.class);
        }
    }
}
