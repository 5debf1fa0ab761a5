package org.earlyhelp.hub.intake.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.intake.IntakeHub;
import org.earlyhelp.hub.intake.envelope.Gpg;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreedKeysTests {
    private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";
    private final AgreementBook agreements = new AgreementBook();
    private final MovingClock clock = new MovingClock("2026-11-23T08:00:00Z");
    @TempDir
    private Path folder;

    @BeforeEach
    void copyAgreements() {
        IntakeHub.copy(Path.of("agreements"), folder.resolve("agreements"));
    }

    private List<Ending> endings(String agency, String instead, String of) throws IOException {
        Path file = folder.resolve("agreements/" + agency + ".yaml");
        String text = Files.readString(file);
        assertThat(text).contains(instead);
        Files.writeString(file, text.replace(instead, of));
        agreements.load(folder.resolve("agreements"));
        assertThat(agreements.faults()).isEmpty();
        return new AgreedKeys(agreements, clock.asHubClock()).look().endings();
    }

    @Test
    void tellsOfKeysWithALastDay() throws IOException {
        List<Ending> endings = endings("avonford-police", "keys: [] ", "accounts: [{name: North Supplier, keys: [\"" + KEY + "\"], until: 2026-12-24}] ");

        assertThat(endings).singleElement().satisfies(ending -> {
            assertThat(ending.end()).isEqualTo("2026-12-25T00:00:00Z");
            assertThat(ending.words()).startsWith("The SFTP access of North Supplier (avonford-police) ends on 25 December 2026 (in 31 days).");
        });
    }

    @Test
    void tellsOfPgpKeysThatEnd() throws IOException {
        assumeTrue(Gpg.isHere(), "GnuPG is not installed");
        try (Gpg gpg = new Gpg()) {
            gpg.makeKey("council@example.org", "2y");
            String signers = "lane: bulk, files: {pgp: required, signedBy: [\"" + gpg.publicKey("council@example.org").replace("\n", "\\n") + "\"]},";

            assertThat(endings("avonford-council", "lane: bulk,", signers)).isNotEmpty().allSatisfy(ending -> {
                assertThat(ending.key()).matches("pgp avonford-council/[a-z-]+ [0-9A-F]{16}");
                assertThat(ending.isNear()).isFalse();
            });
        }
    }

    @Test
    void saysNothingOfKeysThatStay() throws IOException {
        assertThat(endings("avonford-police", "keys: [] ", "keys: [\"" + KEY + "\"] ")).isEmpty();
    }
}
