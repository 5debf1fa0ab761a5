package org.earlyhelp.hub.intake.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.intake.envelope.Zips.bomb;
import static org.earlyhelp.hub.intake.envelope.Zips.zip;
import static org.earlyhelp.hub.intake.envelope.Zips.zipOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.sharing.FileForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files come wrapped in, and every way in which that goes wrong. */
class EnvelopeCheckTests {
    private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");
    private static final FileForm ZIPPED = new FileForm(true, FileForm.Pgp.NO, List.of(), false);
    private static final String CSV = "a,b\n1,2\n";

    @TempDir
    private Path folder;
    private final HubClock clock = HubClock.fixedAt(NOW);
    private RawStore raw;
    private EnvelopeCheck check;

    @BeforeEach
    void start() {
        HubSettings settings = new HubSettings(folder.resolve("data"), folder, folder.resolve("keys"), true);
        raw = new RawStore(settings);
        check = new EnvelopeCheck(raw, new HubPgpKey(settings, clock), clock);
    }

    @Test
    void leavesAPlainFileAsItIs() {
        assertThat(codeOf(CSV.getBytes(StandardCharsets.UTF_8), ZIPPED)).isEmpty();
        assertThat(raw.kept()).hasSize(1);
    }

    @Test
    void readsWhatIsInAZip() {
        assertThat(contentOf(zip("export/", "", "export/week47.csv", CSV, "__MACOSX/._week47.csv", "x"), ZIPPED)).isEqualTo(CSV);
        assertThat(raw.kept()).hasSize(2);
    }

    @Test
    void refusesAZipThatIsNotAgreed() {
        assertThat(codeOf(zip("week47.csv", CSV), FileForm.PLAIN)).isEqualTo("NOT_AGREED");
        assertThat(raw.kept()).hasSize(1);
    }

    @Test
    void refusesABombBeforeItBursts() {
        assertThat(codeOf(bomb(64), ZIPPED)).isEqualTo("LIMIT_EXCEEDED");
        assertThat(raw.kept()).hasSize(1);
    }

    @Test
    void refusesABombInWhatIsPassedOver() {
        for (String name : List.of("__MACOSX/._week47.csv", "export/Thumbs.db", ".DS_Store", "export/")) {
            assertThat(codeOf(bomb(name, 64), ZIPPED)).as(name).isEqualTo("LIMIT_EXCEEDED");
        }
    }

    @Test
    void readsASmallFileThatRepeatsItself() {
        assertThat(codeOf(bomb(1), ZIPPED)).isEmpty();
    }

    @Test
    void refusesSeveralFilesAnEmptyZipAndTooManyEntries() {
        String[] folders = new String[2 * (ZipOpening.ENTRIES_LIMIT + 1)];
        for (int i = 0; i < folders.length; i += 2) {
            folders[i] = "f" + i + "/";
            folders[i + 1] = "";
        }

        assertThat(codeOf(zip("a.csv", CSV, "b.csv", CSV), ZIPPED)).isEqualTo("LIMIT_EXCEEDED");
        assertThat(codeOf(zip("export/", ""), ZIPPED)).isEqualTo("EMPTY_FILE");
        assertThat(codeOf(zip(folders), ZIPPED)).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void refusesNamesThatLeadOutOfTheZip() {
        for (String name : List.of("../../etc/cron.d/x", "a/../../x", "/etc/passwd", "C:\\x.csv", "..\\x.csv", "\\\\host\\x")) {
            assertThat(codeOf(zip(name, CSV), ZIPPED)).as(name).isEqualTo("BAD_ENVELOPE");
        }
    }

    @Test
    void refusesAZipInAZip() {
        assertThat(codeOf(zipOf("inner.zip", zip("week47.csv", CSV)), ZIPPED)).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void refusesAZipThatIsCutAnywhere() {
        byte[] whole = zip("week47.csv", CSV.repeat(100));

        for (int length = 4; length < whole.length; length += 7) {
            assertThat(codeOf(Arrays.copyOf(whole, length), ZIPPED)).as("%s of %s bytes", length, whole.length).isEqualTo("BAD_ENVELOPE");
        }
    }

    @Test
    void takesNoBrokenZipForGood() {
        byte[] whole = zip("week47.csv", CSV.repeat(100));
        Random random = new Random(47);

        for (int i = 0; i < 200; i++) {
            byte[] broken = whole.clone();
            int at = 4 + random.nextInt(broken.length - 4);
            broken[at] ^= (byte) (1 << random.nextInt(8));
            Delivery file = file(broken);
            if (check.refusal(file, ZIPPED).isEmpty()) {
                assertThat(read(file)).as("bit %s", at).isEqualTo(CSV.repeat(100));
            }
        }
    }

    @Test
    void readsItOnceAndFindsItAgain() {
        Delivery file = file(zip("week47.csv", CSV));
        assertThat(check.refusal(file, ZIPPED)).isEmpty();

        assertThat(check.refusal(file, FileForm.PLAIN)).isEmpty();
        assertThat(read(file)).isEqualTo(CSV);
        raw.forget(file.upload(), file.receivedAt());
        assertThat(raw.kept()).isEmpty();
    }

    @Test
    void refusesAPlainFileWhereEncryptionIsAgreed() {
        FileForm encrypted = new FileForm(true, FileForm.Pgp.REQUIRED, List.of(), false);

        assertThat(codeOf(CSV.getBytes(StandardCharsets.UTF_8), encrypted)).isEqualTo("NOT_ENCRYPTED");
        assertThat(codeOf(zip("week47.csv", CSV), encrypted)).isEqualTo("NOT_ENCRYPTED");
        assertThat(codeOf("-----BEGIN PGP MESSAGE-----\n\nAAAA\n-----END PGP MESSAGE-----\n".getBytes(StandardCharsets.UTF_8), encrypted)).isEqualTo("BAD_ENVELOPE");
    }

    private String codeOf(byte[] content, FileForm form) {
        return check.refusal(file(content), form).map(DeliveryError::code).orElse("");
    }

    private String contentOf(byte[] content, FileForm form) {
        Delivery file = file(content);
        assertThat(check.refusal(file, form)).isEmpty();
        return read(file);
    }

    private String read(Delivery file) {
        try (var in = raw.open(file.upload(), file.receivedAt())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Delivery file(byte[] content) {
        String upload = Ids.ulid(clock);
        try {
            RawStore.Content kept = raw.keep(upload, NOW, new ByteArrayInputStream(content));
            return new Delivery(1, "R-20261123-7F3KQ2", upload, "avonford-schools", null, "school-attendance", false, null, null, "week47.csv", kept.bytes(), kept.sha256(),
                    Stage.RECEIVED, null, null, NOW, null, 0, Counts.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
