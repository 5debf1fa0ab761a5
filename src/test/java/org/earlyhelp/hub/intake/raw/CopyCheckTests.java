package org.earlyhelp.hub.intake.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.kernel.HubSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyCheckTests {
    private static final Instant AT = Instant.parse("2026-11-23T08:40:00Z");
    private static final String TEXT = "as it came";

    @TempDir
    private Path folder;
    private RawStore raw;
    private CopyCheck check;
    private Delivery delivery;

    @BeforeEach
    void keep() throws IOException {
        raw = new RawStore(settings("keys"));
        check = new CopyCheck(raw);
        delivery = delivery(raw.keep("U1", AT, stream(TEXT)));
    }

    @Test
    void findsNothingWrongWithWhatCame() throws IOException {
        raw.keepOpened("U1", AT, out -> out.write(1));

        assertThat(check.damage(delivery)).isEmpty();
        assertThat(check.isWhole(delivery)).isTrue();
    }

    @Test
    void tellsACopyThatWasChangedCutOffOrDeleted() throws IOException {
        byte[] sealed = Files.readAllBytes(copy());
        sealed[sealed.length - 1] ^= 1;
        Files.write(copy(), sealed);
        assertThat(check.damage(delivery)).contains("was changed or cut off, or belongs to another key");
        Files.write(copy(), new byte[4]);
        assertThat(check.damage(delivery)).contains("was cut off");
        Files.delete(copy());
        assertThat(check.damage(delivery)).contains("is gone");
        assertThat(check.isWhole(delivery)).isFalse();
    }

    @Test
    void tellsTheCopyOfAnotherFile() throws IOException {
        raw.keep("U1", AT, stream("another"));

        assertThat(check.damage(delivery)).contains("is that of another file");
    }

    @Test
    void tellsACopyOfAnotherKey() {
        assertThat(new CopyCheck(new RawStore(settings("other-keys"))).damage(delivery)).contains("was changed or cut off, or belongs to another key");
    }

    @Test
    void isNotSureOfADiskThatCannotBeReadNow() throws IOException {
        Files.delete(copy());
        Files.createDirectory(copy());
        assertThatThrownBy(() -> check.damage(delivery)).isInstanceOf(UncheckedIOException.class).matches(fault -> !DamagedCopy.isBehind(fault));
        Files.delete(copy());
        Files.delete(copy().getParent());
        assertThatThrownBy(() -> check.damage(delivery)).isInstanceOf(UncheckedIOException.class).matches(fault -> !DamagedCopy.isBehind(fault));
    }

    @Test
    void forgetsDamagedContentAndNoOther() throws IOException {
        Path content = copy().resolveSibling("U1.opened.bin");
        raw.keepOpened("U1", AT, out -> out.write(1));
        check.forgetDamagedContent(delivery);
        assertThat(content).exists();
        Files.write(content, new byte[3]);
        assertThat(check.damage(delivery)).contains("was cut off");

        check.forgetDamagedContent(delivery);

        assertThat(content).doesNotExist();
        assertThat(check.damage(delivery)).isEmpty();
    }

    @Test
    void isMadeGoodByTheSameContentOnly() throws IOException {
        Files.write(copy(), new byte[3]);
        assertThatThrownBy(() -> raw.keepAgain("U1", AT, stream("another"), delivery.sha256())).isInstanceOf(DamagedCopy.class);
        assertThat(copy()).hasBinaryContent(new byte[3]);

        raw.keepAgain("U1", AT, stream(TEXT), delivery.sha256());

        assertThat(check.isWhole(delivery)).isTrue();
    }

    private Path copy() {
        return folder.resolve("data/raw/2026-11/U1.bin");
    }

    private HubSettings settings(String keys) {
        return new HubSettings(folder.resolve("data"), folder, folder.resolve(keys), true);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Delivery delivery(RawStore.Content kept) {
        return new Delivery(1, "R-20261123-7F3KQ2", "U1", "a-school", null, "attendance", false, null, null, "a.csv", kept.bytes(), kept.sha256(), Stage.RECEIVED, null, null, AT, null, 0, Counts.NONE);
    }
}
