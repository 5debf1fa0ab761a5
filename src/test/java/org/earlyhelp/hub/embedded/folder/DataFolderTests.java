package org.earlyhelp.hub.embedded.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.earlyhelp.hub.kernel.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:40:00Z");
    @TempDir
    private Path temp;

    @Test
    void givesAFolderToOneHubOnly() {
        Path root = temp.resolve("data");
        try (DataFolder held = DataFolder.take(root)) {
            assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> DataFolder.take(held.root()))
                    .withMessageContaining("in use by another hub (process " + ProcessHandle.current().pid() + ")");
        }

        DataFolder.take(root).close();
    }

    @Test
    void closesANewFolderToOthers() throws IOException {
        Path root = temp.resolve("data");
        try (DataFolder held = DataFolder.take(root)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(held.root()))).isEqualTo("rwx------");
        }
    }

    @Test
    void saysWhyAFolderCannotBeUsed() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));

        assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> DataFolder.take(file.resolve("data"))).withMessageContaining("cannot be used");
    }

    @Test
    void announcesEndpointsAsIntegers() throws IOException {
        new Endpoints(8080, 2222, 61616, 4711).announce(temp);

        assertThat(temp.resolve("endpoints.json")).hasContent("{\"http\":8080,\"sftp\":2222,\"broker\":61616,\"pid\":4711}");
    }

    @Test
    void believesNoEndpointsOfADeadHub() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        new Endpoints(8080, 2222, 61616, process.pid()).announce(temp);

        assertThat(Endpoints.of(temp)).isEmpty();
    }

    @Test
    void findsTheEndpointsOfALivingHub() throws IOException {
        Endpoints here = new Endpoints(1, 2, 3, ProcessHandle.current().pid());
        here.announce(temp);

        assertThat(Endpoints.of(temp)).contains(here);
        Endpoints.withdraw(temp);
        assertThat(Endpoints.of(temp)).isEmpty();
    }

    @Test
    void theClockGoesOnTickingAfterARestart() throws IOException {
        KeptClock first = KeptClock.startedAt(MONDAY, temp);

        assertThat(KeptClock.startedAt(MONDAY, temp)).isEqualTo(first);
        assertThat(KeptClock.in(temp)).contains(first);
        assertThat(Duration.between(MONDAY, first.clock().now())).isBetween(Duration.ZERO, Duration.ofMinutes(5));
    }

    @Test
    void anotherStartMovesTheClock() throws IOException {
        KeptClock.startedAt(MONDAY, temp);

        KeptClock later = KeptClock.startedAt(MONDAY.plus(Duration.ofDays(7)), temp);

        assertThat(KeptClock.in(temp)).contains(later);
    }

    @Test
    void namesADamagedClock() throws IOException {
        Files.writeString(temp.resolve("clock"), "yesterday\n");

        assertThatExceptionOfType(StartFailure.class).isThrownBy(() -> KeptClock.in(temp)).withMessageContaining("is damaged");
    }

    @Test
    void keepsASecretForItsOwnerAlone() throws IOException {
        KeyFolder keys = KeyFolder.open(temp.resolve("keys"));
        String secret = keys.secretOrNew("postgres-hub");

        assertThat(keys.secretOrNew("postgres-hub")).isEqualTo(secret).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("keys/postgres-hub")))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("keys")))).isEqualTo("rwx------");
    }
}
