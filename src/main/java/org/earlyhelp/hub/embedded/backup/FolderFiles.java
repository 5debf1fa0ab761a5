package org.earlyhelp.hub.embedded.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.earlyhelp.hub.embedded.folder.UnfinishedRestore;
import org.earlyhelp.hub.kernel.PrivateFiles;

/**
 * The data folder's own files as a tar stream: raw copies, the agencies' homes, what waits in the lanes. What the database
 * and the broker keep for themselves is left out, as is what is still being written.
 */
final class FolderFiles {
    private static final Set<String> LEFT_OUT = Set.of("postgres", "broker", "logs", "hub.lock", "endpoints.json", UnfinishedRestore.FILE, "sftp/incoming");
    private static final Set<String> DRAFTS = Set.of(".draft", ".part");

    private FolderFiles() {
    }

    /** Writes every file; one that goes meanwhile is left out. Returns how many. */
    static long write(Path dataDir, OutputStream out) throws IOException {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(new KeptOpen(out), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        long[] files = new long[1];
        if (Files.isDirectory(dataDir)) {
            Files.walkFileTree(dataDir, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return LEFT_OUT.contains(dataDir.relativize(folder).toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String name = dataDir.relativize(file).toString();
                    if (attributes.isRegularFile() && !LEFT_OUT.contains(name) && DRAFTS.stream().noneMatch(name::endsWith) && add(tar, name, file)) {
                        files[0]++;
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
                    if (reason instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw reason;
                }
            });
        }
        tar.finish();
        return files[0];
    }

    /** Puts every file back that is not there; those that are there are newer. Returns how many were put back. */
    static long read(InputStream in, Path dataDir) throws IOException {
        Path root = dataDir.toAbsolutePath().normalize();
        TarArchiveInputStream tar = new TarArchiveInputStream(in, "UTF-8");
        long files = 0;
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = root.resolve(entry.getName()).normalize();
            if (!file.startsWith(root) || file.equals(root)) {
                throw new IOException("the backup names a place outside the data folder");
            }
            if (!Files.exists(file)) {
                put(tar, file);
                files++;
            }
        }
        return files;
    }

    private static boolean add(TarArchiveOutputStream tar, String name, Path file) throws IOException {
        // Files here are replaced whole, so what was opened stays as long as it was.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(channel.size());
            entry.setModTime(Files.getLastModifiedTime(file));
            tar.putArchiveEntry(entry);
            Channels.newInputStream(channel).transferTo(tar);
            tar.closeArchiveEntry();
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void put(InputStream content, Path file) throws IOException {
        Files.createDirectories(file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        PrivateFiles.write(file, content);
    }

    /** Ends with the archive, not with the stream below it. */
    private static final class KeptOpen extends FilterOutputStream {
        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {
            // The sealed file around it has an end of its own to write.
        }
    }
}
