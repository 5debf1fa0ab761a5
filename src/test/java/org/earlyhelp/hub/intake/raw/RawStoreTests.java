package org.earlyhelp.hub.intake.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawStoreTests {
    private static final Instant AT = Instant.parse("2026-11-23T08:40:00Z");
    private static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_001})
    void readsBackWhatItKept(int length) throws IOException {
        byte[] content = bytes(length);

        RawStore.Content kept = store().keep("U1", AT, new ByteArrayInputStream(content));

        assertThat(kept.bytes()).isEqualTo(length);
        assertThat(read()).isEqualTo(content);
        assertThat(length == 0).isEqualTo(kept.sha256().equals(EMPTY_SHA256));
    }

    @Test
    void noticesAFlippedBitAnywhere() throws IOException {
        store().keep("U1", AT, new ByteArrayInputStream(bytes(70_000)));
        byte[] sealed = Files.readAllBytes(copy());
        for (int at : new int[] {0, 7, 40_000, 65_560, sealed.length - 1}) {
            byte[] flipped = sealed.clone();
            flipped[at] ^= 1;
            Files.write(copy(), flipped);

            assertThatThrownBy(this::read).isInstanceOf(IOException.class);
        }
    }

    @Test
    void noticesACopyCutAtAChunk() throws IOException {
        store().keep("U1", AT, new ByteArrayInputStream(bytes(140_000)));
        byte[] sealed = Files.readAllBytes(copy());
        Files.write(copy(), Arrays.copyOf(sealed, ChunkCipher.PREFIX_BYTES + ChunkCipher.CHUNK_BYTES + ChunkCipher.TAG_BYTES));

        assertThatThrownBy(this::read).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, ChunkCipher.PREFIX_BYTES, ChunkCipher.PREFIX_BYTES + 1, ChunkCipher.PREFIX_BYTES + ChunkCipher.TAG_BYTES - 1})
    void noticesACopyOfWhichLittleIsLeft(int bytes) throws IOException {
        store().keep("U1", AT, new ByteArrayInputStream(bytes(100)));
        Files.write(copy(), Arrays.copyOf(Files.readAllBytes(copy()), bytes));

        assertThatThrownBy(this::read).isInstanceOf(IOException.class);
    }

    @Test
    void keepsTheKeyToItself() throws IOException {
        store();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/raw.key")))).isEqualTo("rw-------");
    }

    @Test
    void refusesADamagedKeyRatherThanMakingANewOne() throws IOException {
        store();
        Files.write(folder.resolve("keys/raw.key"), new byte[5]);

        assertThatThrownBy(this::store).isInstanceOf(StartFailure.class).hasMessageContaining("raw.key");
    }

    @Test
    void opensAFreeTextOnlyUnderItsRecord() {
        TextVault vault = new TextVault(settings());
        byte[] sealed = vault.seal("01A", Map.of("narrative", "text"));

        assertThat(vault.open("01A", sealed)).containsEntry("narrative", "text");
        assertThatThrownBy(() -> vault.open("01B", sealed)).isInstanceOf(IllegalStateException.class);
    }

    private RawStore store() {
        return new RawStore(settings());
    }

    private HubSettings settings() {
        return new HubSettings(folder.resolve("data"), folder, folder.resolve("keys"), true);
    }

    private byte[] read() throws IOException {
        try (InputStream in = store().open("U1", AT)) {
            return in.readAllBytes();
        }
    }

    private Path copy() {
        return folder.resolve("data/raw/2026-11/U1.bin");
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(20261123).nextBytes(bytes);
        return bytes;
    }
}
