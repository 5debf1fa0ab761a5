package org.earlyhelp.hub.intake.raw;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.earlyhelp.hub.intake.Delivery;
import org.springframework.stereotype.Component;

/** Reads raw copies to their end to tell whether they are what came. Thread-safe for different uploads. */
@Component
public final class CopyCheck {
    private final RawStore raw;

    public CopyCheck(RawStore raw) {
        this.raw = raw;
    }

    /**
     * What is wrong for good with what is kept of a delivery, such as "is gone"; empty when it is what came.
     *
     * @throws UncheckedIOException when the disk, or the folder of that month, cannot be read just now
     */
    public Optional<String> damage(Delivery delivery) {
        Path sent = raw.file(delivery.upload(), delivery.receivedAt());
        try {
            if (!held(sent).equals(delivery.sha256())) {
                return Optional.of("is that of another file");
            }
            if (raw.hasOpened(delivery.upload(), delivery.receivedAt())) {
                held(raw.opened(delivery.upload(), delivery.receivedAt()));
            }
            return Optional.empty();
        } catch (DamagedCopy e) {
            return Optional.of(e.found());
        } catch (NoSuchFileException e) {
            return isThere(sent.getParent(), e);
        } catch (IOException e) {
            throw unreadable(delivery, e);
        }
    }

    /** Whether what came is kept and can be read. Throws UncheckedIOException when the disk cannot be read just now. */
    public boolean isWhole(Delivery delivery) {
        return raw.has(delivery.upload(), delivery.receivedAt()) && damage(delivery).isEmpty();
    }

    /** Forgets the content of a wrapped file if it is damaged: it is unwrapped anew from what came. */
    public void forgetDamagedContent(Delivery delivery) {
        Path content = raw.opened(delivery.upload(), delivery.receivedAt());
        try {
            if (Files.exists(content)) {
                held(content);
            }
        } catch (DamagedCopy e) {
            raw.forget(new RawStore.Kept(delivery.upload(), content));
        } catch (IOException e) {
            throw unreadable(delivery, e);
        }
    }

    /** Where the whole folder is away, a disk may be. */
    private static Optional<String> isThere(Path folder, NoSuchFileException gone) {
        if (Files.isDirectory(folder)) {
            return Optional.of("is gone");
        }
        throw new UncheckedIOException("a folder of raw copies cannot be found", gone);
    }

    private static UncheckedIOException unreadable(Delivery delivery, IOException cause) {
        return new UncheckedIOException("the raw copy of " + delivery.receipt() + " cannot be read now", cause);
    }

    private String held(Path copy) throws IOException {
        try (InputStream content = raw.openCopy(copy)) {
            return RawStore.copy(content, OutputStream.nullOutputStream()).sha256();
        }
    }
}
