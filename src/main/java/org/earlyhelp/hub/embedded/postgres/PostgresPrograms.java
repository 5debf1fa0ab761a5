package org.earlyhelp.hub.embedded.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.earlyhelp.hub.kernel.StartFailure;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs, unpacked once from this platform's archive on the classpath. They lie in the data folder
 * and not in a shared temporary folder, where another user of the machine could plant programs of their own.
 */
record PostgresPrograms(Path root) {
    private static final String COMPLETE = ".complete";

    /** The programs below {@code folder}, unpacked there first when they are not. */
    static PostgresPrograms in(Path folder) throws IOException {
        PostgresPrograms programs = new PostgresPrograms(folder);
        String archive = archiveName();
        if (!Files.exists(folder.resolve(COMPLETE)) || !Files.readString(folder.resolve(COMPLETE)).equals(archiveId(archive))) {
            programs.unpack(archive);
        }
        return programs;
    }

    Path program(String name) {
        return root.resolve("bin").resolve(name);
    }

    private void unpack(String archive) throws IOException {
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root);
        }
        try (InputStream packed = open(archive); TarArchiveInputStream entries = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpack(entry, entries);
            }
        }
        Files.writeString(root.resolve(COMPLETE), archiveId(archive));
    }

    private void unpack(TarArchiveEntry entry, InputStream content) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("the PostgreSQL archive names a place outside itself");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        boolean runs = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** A new version of the hub may bring new programs: the archive's size tells them apart without reading it. */
    private static String archiveId(String archive) throws IOException {
        try (InputStream packed = open(archive)) {
            return archive + " " + packed.available();
        }
    }

    private static InputStream open(String archive) {
        InputStream packed = PostgresPrograms.class.getClassLoader().getResourceAsStream(archive);
        if (packed == null) {
            throw new StartFailure("This build has no PostgreSQL for this machine (" + archive + "): build here, or set HUB_DB_URL.");
        }
        return packed;
    }

    private static String archiveName() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean arm = machine.equals("aarch64");
        return System.getProperty("os.name").startsWith("Mac")
                ? "postgres-darwin-" + (arm ? "arm_64" : "x86_64") + ".txz"
                : "postgres-linux-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }
}
