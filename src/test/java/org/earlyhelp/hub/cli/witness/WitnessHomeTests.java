package org.earlyhelp.hub.cli.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessHomeTests {
    @TempDir
    private Path root;
    private Path folder;

    @BeforeEach
    void name() {
        folder = root.resolve("witness");
    }

    @Test
    void keepsTheKeyItMadeFirst() throws IOException {
        NoteKey made = key("one.example");
        assertThat(key("another.example")).isEqualTo(made).extracting(NoteKey::name).isEqualTo("one.example");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("witness.key")))).isEqualTo("rw-------");
    }

    @Test
    void letsOneWitnessInAtATime() throws IOException {
        try (WitnessHome first = WitnessHome.open(folder, "one.example")) {
            assertThat(first.folder()).isEqualTo(folder);
            assertThatThrownBy(() -> WitnessHome.open(folder, "one.example")).isInstanceOf(StartFailure.class).hasMessageContaining("Another witness");
        }
        assertThat(key("one.example")).isNotNull();
    }

    @Test
    void makesNoNewKeyWhereCheckpointsAre() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("00.checkpoint"), "x");
        assertThatThrownBy(() -> WitnessHome.open(folder, "one.example")).isInstanceOf(StartFailure.class).hasMessageContaining("restore it");
    }

    @Test
    void refusesADamagedKey() throws IOException {
        key("one.example");
        Files.writeString(folder.resolve("witness.key"), "name: one.example\n");
        assertThatThrownBy(() -> WitnessHome.open(folder, "one.example")).isInstanceOf(StartFailure.class).hasMessageContaining("damaged");
    }

    private NoteKey key(String name) throws IOException {
        try (WitnessHome home = WitnessHome.open(folder, name)) {
            return home.key();
        }
    }
}
