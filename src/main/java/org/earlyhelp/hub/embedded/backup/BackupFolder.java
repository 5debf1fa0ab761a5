package org.earlyhelp.hub.embedded.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import java.io.OutputStream;
import org.earlyhelp.hub.intake.raw.SealedFile;
import org.earlyhelp.hub.kernel.PrivateFiles;
import org.earlyhelp.hub.kernel.StartFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The files of a backup. The manifest comes last, and under a code of its own: without both, the folder is no backup. */
record BackupFolder(Path root, SecretKey key) {
    private static final String MANIFEST = "manifest.json";
    private static final String CODE = "manifest.code";
    private static final long MANIFEST_LIMIT_BYTES = 4L * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT).build();

    /** True when the folder can take a backup: it is not there yet, or empty. */
    static boolean isFree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    void make() throws IOException {
        PrivateFiles.folder(root.toAbsolutePath());
    }

    Manifest.Part write(String name, SealedFile.Content content) throws IOException {
        Path file = root.resolve(name);
        String sha256 = SealedFile.write(file, key, content);
        return new Manifest.Part(name, Files.size(file), sha256);
    }

    InputStream open(Manifest.Part part) throws IOException {
        return SealedFile.open(root.resolve(part.file()), key);
    }

    void finish(Manifest manifest) throws IOException {
        String text = JSON.writeValueAsString(manifest) + "\n";
        PrivateFiles.write(root.resolve(CODE), code(text) + "\n");
        PrivateFiles.write(root.resolve(MANIFEST), text);
    }

    /** The manifest as it was written. Throws StartFailure when there is none, or it was changed, or the key is another. */
    Manifest manifest() throws IOException {
        Path file = root.resolve(MANIFEST);
        if (!Files.exists(file) || !Files.exists(root.resolve(CODE)) || Files.size(file) > MANIFEST_LIMIT_BYTES) {
            throw new StartFailure(root + " is no whole backup: " + MANIFEST + " or " + CODE + " is missing.");
        }
        String text = Files.readString(file);
        if (!MessageDigest.isEqual(code(text).getBytes(StandardCharsets.US_ASCII), Files.readString(root.resolve(CODE)).strip().getBytes(StandardCharsets.US_ASCII))) {
            throw new StartFailure(root + " was changed, or backup.key in the key folder is not the one it was sealed with: put the key folder of that hub back first.");
        }
        try {
            Manifest manifest = JSON.readValue(text, Manifest.class);
            if (!Manifest.FORMAT.equals(manifest.format())) {
                throw new StartFailure(root + " has the format " + manifest.format() + ", expected " + Manifest.FORMAT + ".");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new StartFailure(root + " holds a manifest that this version of the hub cannot read.", e);
        }
    }

    /** Reads the whole file. Throws StartFailure when it is not as it was written. */
    void check(Manifest.Part part) throws IOException {
        Path file = root.resolve(part.file());
        if (!Files.exists(file) || Files.size(file) != part.bytes() || !sha256(file).equals(part.sha256())) {
            throw new StartFailure(file + " is missing or was changed since the backup was taken: use another copy of it.");
        }
        try (InputStream content = open(part)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private String code(String text) {
        return HexFormat.of().formatHex(mac(mac(key.getEncoded(), "manifest of a backup"), text));
    }

    static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }
}
