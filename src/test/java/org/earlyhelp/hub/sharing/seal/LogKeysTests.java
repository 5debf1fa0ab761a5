package org.earlyhelp.hub.sharing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.LogHub;
import org.earlyhelp.hub.sharing.seal.KnownKey.Kind;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogKeysTests {
    @TempDir
    private Path folder;
    private final DataSource database = TestDatabase.fresh();

    @ParameterizedTest
    @ValueSource(strings = {"sharing-log.key", "sharing-seal-1.key"})
    void makesTheFirstKeysForTheOwnerAlone(String name) throws IOException {
        hub();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key(name)))).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sharing-log.key", "sharing-seal-1.key"})
    void refusesToStartWithoutAKeyThatTheLogNeeds(String name) throws IOException {
        hub().with(1);
        Files.delete(key(name));

        assertThatThrownBy(this::hub).isInstanceOf(StartFailure.class).hasMessageContaining(name + " is missing").hasMessageContaining("no new key was made");
        assertThat(key(name)).doesNotExist();
    }

    @Test
    void refusesToStartWithoutKeysAlthoughTheDatabaseForgotThem() throws IOException {
        hub().with(1).jdbc.update("DELETE FROM sharing_key");
        Files.delete(key("sharing-seal-1.key"));

        assertThatThrownBy(this::hub).isInstanceOf(StartFailure.class).hasMessageContaining("sharing-seal-1.key is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sharing-log.key", "sharing-seal-1.key"})
    void refusesToStartWithAnotherKeyThanTheLogs(String name) throws IOException {
        hub().with(1);
        LogHub other = new LogHub(TestDatabase.fresh(), folder.resolve("other"));
        Files.delete(key(name));
        Files.copy(other.settings.keyDir().resolve(name), key(name));

        assertThatThrownBy(this::hub).isInstanceOf(StartFailure.class).hasMessageContaining(name + " holds another key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sharing-log.key", "sharing-seal-1.key"})
    void refusesADamagedKey(String name) throws IOException {
        hub().with(1);
        byte[] key = Files.readAllBytes(key(name));
        Files.write(key(name), Arrays.copyOf(key, key.length - 3));

        assertThatThrownBy(this::hub).isInstanceOf(StartFailure.class).hasMessageContaining(name).hasMessageContaining("restore it from its backup");
    }

    @Test
    void neverOverwritesAKey() {
        LogKeys keys = hub().keys;
        keys.makeNext(Kind.SEAL, key -> { });

        assertThatThrownBy(() -> keys.makeNext(Kind.SEAL, key -> { })).isInstanceOf(StartFailure.class).hasMessageContaining("sharing-seal-2.key is there already");
    }

    @Test
    void sealsWithTheNewestAndOpensWithAll() {
        LogHub hub = hub();
        byte[] old = hub.seal.seal("01A", "{}");
        hub.keys.makeNext(Kind.SEAL, key -> { });

        assertThat(hub.keys.refresh()).isTrue();
        assertThat(EntrySeal.keyNumber(hub.seal.seal("01A", "{}"))).isEqualTo(2);
        assertThat(hub.seal.open("01A", old)).isEqualTo(new Unsealed.Open("{}"));
        assertThat(hub.seal.open("01A", hub.seal.rewrapped("01A", old).orElseThrow())).isEqualTo(new Unsealed.Open("{}"));
        assertThat(hub.keys.refresh()).isFalse();
    }

    private LogHub hub() {
        return new LogHub(database, folder);
    }

    private Path key(String name) {
        return folder.resolve("keys").resolve(name);
    }
}
