package org.earlyhelp.hub.intake.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.intake.SampleText.INVOLVEMENT_HEADER;
import static org.earlyhelp.hub.intake.SampleText.involvement;
import static org.earlyhelp.hub.intake.envelope.Zips.bomb;
import static org.earlyhelp.hub.intake.envelope.Zips.zip;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.earlyhelp.hub.intake.IntakeHub;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files as GnuPG encrypts and signs them, dropped over SFTP where the agreement asks for both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PgpFileTests {
    private static final String COUNCIL = "avonford-council";
    private static final String HUB = "Early Help Hub, incoming files";
    /** The hub makes its key first: on a busy machine that alone takes a minute. */
    private static final Duration LIMIT = Duration.ofMinutes(3);
    @TempDir
    private static Path folder;
    private IntakeHub hub;
    private Gpg gpg;
    private int number;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(Gpg.isHere(), "GnuPG is not installed");
        gpg = new Gpg();
        gpg.makeKey("council@example.org");
        gpg.makeKey("stranger@example.org");
        hub = new IntakeHub(folder);
        agree(gpg.publicKey("council@example.org"));
        hub.start();
        await().atMost(LIMIT).until(() -> hub.listing(COUNCIL, "/help").contains("hub-public-key.asc"));
        gpg.importKey(hub.download(COUNCIL, "/help/hub-public-key.asc"));
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            hub.close();
            gpg.close();
        }
    }

    @Test
    void takesWhatIsEncryptedForTheHubAndSignedByTheSender() {
        JsonNode binary = send(encrypted(csv("C-1"), "council@example.org"));
        JsonNode armoured = send(gpg.over(csv("C-2"), "--armor", "--sign", "--local-user", "council@example.org", "--encrypt", "--recipient", HUB));

        assertThat(stage(binary)).isEqualTo("ACCEPTED");
        assertThat(stage(armoured)).isEqualTo("ACCEPTED");
        assertThat(hub.count("SELECT count(*) FROM record WHERE source_ref LIKE 'C-1#%' OR source_ref LIKE 'C-2#%'")).isEqualTo(2);
    }

    @Test
    void readsAZipThatIsEncrypted() {
        assertThat(stage(send(encrypted(zip("week47.csv", new String(csv("C-3"), StandardCharsets.UTF_8)), "council@example.org")))).isEqualTo("ACCEPTED");
    }

    @Test
    void refusesAMessageForSomebodyElseOrForAPassword() {
        byte[] toStranger = gpg.over(csv("C-4"), "--encrypt", "--sign", "--local-user", "council@example.org", "--recipient", "stranger@example.org");
        byte[] toPassword = gpg.over(csv("C-4"), "--symmetric", "--passphrase", "secret");

        assertThat(code(send(toStranger))).isEqualTo("WRONG_KEY");
        assertThat(code(send(toPassword))).isEqualTo("WRONG_KEY");
    }

    @Test
    void refusesAMissingOrStrangeSignature() {
        assertThat(code(send(gpg.over(csv("C-5"), "--encrypt", "--recipient", HUB)))).isEqualTo("BAD_SIGNATURE");
        assertThat(code(send(encrypted(csv("C-5"), "stranger@example.org")))).isEqualTo("BAD_SIGNATURE");
        assertThat(hub.count("SELECT count(*) FROM record WHERE source_ref LIKE 'C-5#%'")).isZero();
    }

    @Test
    void refusesAPlainOrMerelySignedFile() {
        assertThat(code(send(csv("C-6")))).isEqualTo("NOT_ENCRYPTED");
        assertThat(code(send(gpg.over(csv("C-6"), "--sign", "--local-user", "council@example.org")))).isEqualTo("NOT_ENCRYPTED");
    }

    @Test
    void refusesWhatIsCutOrChanged() {
        byte[] whole = encrypted(csv("C-7"), "council@example.org");
        Random random = new Random(7);

        for (int i = 0; i < 6; i++) {
            byte[] cut = Arrays.copyOf(whole, 50 + random.nextInt(whole.length - 51));
            byte[] changed = whole.clone();
            changed[whole.length - 1 - random.nextInt(100)] ^= 4;
            assertThat(stage(send(cut))).as("cut to %s of %s", cut.length, whole.length).isEqualTo("REJECTED");
            assertThat(stage(send(changed))).isEqualTo("REJECTED");
        }
        assertThat(hub.count("SELECT count(*) FROM record WHERE source_ref LIKE 'C-7#%'")).isZero();
    }

    @Test
    void refusesABombAndAMessageInAMessage() {
        byte[] inner = encrypted(csv("C-8"), "council@example.org");

        assertThat(code(send(encrypted(new byte[64 << 20], "council@example.org")))).isEqualTo("LIMIT_EXCEEDED");
        assertThat(code(send(encrypted(bomb(64), "council@example.org")))).isEqualTo("LIMIT_EXCEEDED");
        assertThat(code(send(encrypted(inner, "council@example.org")))).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void tellsTheSenderHowToEncrypt() {
        assertThat(hub.download(COUNCIL, "/help/how-to-send.txt")).contains("encrypted with PGP and signed, zipped or not", "gpg --encrypt --sign", ".recall");
        await().atMost(LIMIT).until(() -> hub.listing("avonford-police", "/help").contains("how-to-send.txt"));
        assertThat(hub.listing("avonford-police", "/help")).doesNotContain("hub-public-key.asc");
    }

    private byte[] encrypted(byte[] content, String signer) {
        return gpg.over(content, "--sign", "--local-user", signer, "--encrypt", "--recipient", HUB);
    }

    private JsonNode send(byte[] content) {
        number++;
        return hub.send(COUNCIL, "open-involvements/week" + number + ".pgp", content);
    }

    private void agree(String publicKey) throws IOException {
        Path file = hub.config.resolve("agreements").resolve(COUNCIL + ".yaml");
        String text = Files.readString(file);
        String feed = text.lines().filter(line -> line.strip().startsWith("open-involvements:")).findFirst().orElseThrow();
        String block = publicKey.indent(12);
        Files.writeString(file, text.replace(feed, """
                  open-involvements:
                    mapping: open-involvements
                    live: 2025-04-01
                    lane: bulk
                    files:
                      zip: true
                      pgp: required
                      signedBy:
                        - |
                """ + block));
    }

    private static byte[] csv(String caseRef) {
        return (INVOLVEMENT_HEADER + involvement(caseRef, "")).getBytes(StandardCharsets.UTF_8);
    }

    private static String stage(JsonNode receipt) {
        return receipt.at("/stage").asString();
    }

    private static String code(JsonNode receipt) {
        return receipt.at("/errors/0/code").asString();
    }
}
