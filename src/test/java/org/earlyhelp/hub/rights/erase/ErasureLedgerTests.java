package org.earlyhelp.hub.rights.erase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.intake.raw.HmacMarks;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureLedgerTests {
    private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");
    private static final List<String> BY = List.of("ig", "manager");
    @TempDir
    private Path folder;

    private ErasureLedger ledger() {
        HubSettings settings = new HubSettings(folder.resolve("data"), folder, folder.resolve("keys"), true);
        return new ErasureLedger(settings, new HmacMarks(settings));
    }

    private Path file() {
        return folder.resolve("keys").resolve(ErasureLedger.FILE);
    }

    @Test
    void remembersPeopleWithoutTheirReferences() throws IOException {
        ledger().add("E-2026-000001", List.of("P-7Q2MXA", "P-48KQ2M"), BY, NOW);

        ErasureLedger again = ledger();
        assertThat(again.lines()).singleElement().satisfies(line -> {
            assertThat(line.people()).containsExactlyInAnyOrder(again.mark("P-7Q2MXA"), again.mark("P-48KQ2M"));
            assertThat(line.by()).isEqualTo(BY);
        });
        assertThat(Files.readString(file())).doesNotContain("7Q2MXA", "48KQ2M");
    }

    @Test
    void addsTheSameErasureOnce() {
        ledger().add("E-2026-000001", List.of("P-7Q2MXA"), BY, NOW);
        ledger().add("E-2026-000001", List.of("P-7Q2MXA"), BY, NOW.plusSeconds(9));

        assertThat(ledger().lines()).hasSize(1);
    }

    @Test
    void goesOnAfterALineThatACrashCutOff() throws IOException {
        ledger().add("E-2026-000001", List.of("P-7Q2MXA"), BY, NOW);
        Files.writeString(file(), "{\"erasure\":\"E-2026-0000", StandardOpenOption.APPEND);
        assertThat(ledger().lines()).hasSize(1);

        ledger().add("E-2026-000003", List.of("P-48KQ2M"), BY, NOW);

        assertThat(ledger().lines()).extracting(ErasureLedger.Line::erasure).containsExactly("E-2026-000001", "E-2026-000003");
    }

    @Test
    void refusesToStartUnderAnotherKey() throws IOException {
        ledger().add("E-2026-000001", List.of("P-7Q2MXA"), BY, NOW);
        Files.delete(folder.resolve("keys/erasure.key"));

        assertThatThrownBy(() -> ledger().lines()).isInstanceOf(StartFailure.class).hasMessageContaining("erasure.key");
    }

    @Test
    void refusesToStartOnADamagedLine() throws IOException {
        ledger().add("E-2026-000001", List.of("P-7Q2MXA"), BY, NOW);
        Files.writeString(file(), "nonsense\n" + Files.readString(file()));

        assertThatThrownBy(() -> ledger().lines()).isInstanceOf(StartFailure.class).hasMessageContaining("line 1");
    }
}
