package org.earlyhelp.hub.intake.raw;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.seal.KeyFile;
import org.springframework.stereotype.Component;

/**
 * Every file as it came, encrypted: {@code raw/<yyyy-MM>/<upload>.bin}, and beside it {@code <upload>.opened.bin}, what was in
 * it where it came wrapped. Written once, in full or not at all. The plain
 * bytes never touch this disk. Thread-safe for different uploads.
 */
@Component
public final class RawStore {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneOffset.UTC);
    private static final String ENDING = ".bin";
    private final Path root;
    private final SecretKey key;

    /** What a stream held: its SHA-256 as lower-case hexadecimal, and its length. */
    public record Content(String sha256, long bytes) {
    }

    /** A copy that is there. */
    public record Kept(String upload, Path file) {
    }

    public RawStore(HubSettings settings) {
        this.root = settings.dataDir().resolve("raw");
        this.key = KeyFile.readOrMake(settings.keyDir().resolve("raw.key"));
    }

    /** Keeps the stream under the upload id, replacing what a crash may have left, and says what it held. On disk when it returns. */
    public Content keep(String upload, Instant receivedAt, InputStream content) throws IOException {
        Content[] held = new Content[1];
        write(file(upload, receivedAt), sealed -> held[0] = copy(content, sealed));
        return held[0];
    }

    /** Keeps the stream in the place of a damaged copy. Throws {@link DamagedCopy} when it has another SHA-256; what is there stays then. */
    public void keepAgain(String upload, Instant receivedAt, InputStream content, String sha256) throws IOException {
        write(file(upload, receivedAt), sealed -> {
            if (!copy(content, sealed).sha256().equals(sha256)) {
                throw new DamagedCopy("and what is there to replace it are not what came");
            }
        });
    }

    /** Copies to the end, and says what it was. */
    static Content copy(InputStream from, OutputStream to) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[ChunkCipher.CHUNK_BYTES];
        long bytes = 0;
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
            digest.update(buffer, 0, n);
            to.write(buffer, 0, n);
            bytes += n;
        }
        return new Content(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    /** What fills a copy; when it throws, nothing is kept. */
    public interface Filling {
        void fill(OutputStream out) throws IOException;
    }

    /** Keeps the content of a file that came wrapped beside the file itself: {@link #open(String, Instant)} gives it from then on. */
    public void keepOpened(String upload, Instant receivedAt, Filling filling) throws IOException {
        write(opened(upload, receivedAt), filling);
    }

    /** Whether the content of a wrapped file is kept. */
    public boolean hasOpened(String upload, Instant receivedAt) {
        return Files.exists(opened(upload, receivedAt));
    }

    private void write(Path file, Filling filling) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = file.resolveSibling(file.getFileName().toString().replace(ENDING, ".draft"));
        try {
            try (FileOutputStream disk = new FileOutputStream(draft.toFile()); BufferedOutputStream out = new BufferedOutputStream(disk)) {
                SealingOutput sealed = new SealingOutput(out, key);
                filling.fill(sealed);
                sealed.finish();
                disk.getFD().sync();
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Whether the copy is still kept. */
    public boolean has(String upload, Instant receivedAt) {
        return Files.exists(file(upload, receivedAt));
    }

    /** The plain bytes again, of a wrapped file its content once that is kept. The caller closes. UncheckedIOException when the copy is gone or damaged. */
    public InputStream open(String upload, Instant receivedAt) {
        try {
            return openCopy(hasOpened(upload, receivedAt) ? opened(upload, receivedAt) : file(upload, receivedAt));
        } catch (IOException e) {
            throw new UncheckedIOException("the raw copy of upload " + upload + " cannot be opened", e);
        }
    }

    /** Forgets the copy and its content; nothing happens when there is none. */
    public void forget(String upload, Instant receivedAt) {
        try {
            Files.deleteIfExists(opened(upload, receivedAt));
            Files.deleteIfExists(file(upload, receivedAt));
        } catch (IOException e) {
            throw new UncheckedIOException("the raw copy of upload " + upload + " cannot be deleted", e);
        }
    }

    /** Every copy there is, also drafts that a crash left; in the order of uploads. */
    public List<Kept> kept() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).map(file -> new Kept(file.getFileName().toString().replaceFirst("\\..*", ""), file))
                    .sorted(Comparator.comparing(Kept::upload)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the raw copies cannot be listed", e);
        }
    }

    /** The plain bytes of a copy; the caller closes. {@link DamagedCopy} when it is damaged. */
    public InputStream open(Kept kept) throws IOException {
        return openCopy(kept.file());
    }

    InputStream openCopy(Path copy) throws IOException {
        return new OpeningInput(Files.newInputStream(copy), key);
    }

    /** Deletes the copy; it may be gone already. */
    public void forget(Kept kept) {
        try {
            Files.deleteIfExists(kept.file());
        } catch (IOException e) {
            throw new UncheckedIOException("the raw copy of upload " + kept.upload() + " cannot be deleted", e);
        }
    }

    Path file(String upload, Instant receivedAt) {
        return root.resolve(MONTH.format(receivedAt)).resolve(upload + ENDING);
    }

    Path opened(String upload, Instant receivedAt) {
        return root.resolve(MONTH.format(receivedAt)).resolve(upload + ".opened" + ENDING);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
