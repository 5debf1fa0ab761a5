package org.earlyhelp.hub.cli.torture.matrix;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** A disk of a few megabytes in the memory of this machine, mounted on one folder, that can be filled, emptied and closed to writing. */
final class SmallDisk implements AutoCloseable {
    private static final int MOST_FILES = 100_000;
    private static final byte[] PIECE = new byte[16 * 1024];
    private final Path folder;
    private final Path ballast;
    private final Thread hook = new Thread(this::unmount, "unmount");

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Mounts one; {@code options} such as {@code size=8m}. Throws NotHere where only another user may. */
    static SmallDisk mount(Path folder, String options) throws IOException, NotHere {
        Files.createDirectories(folder);
        OsCall.need("mount", "-t", "tmpfs", "-o", "mode=700," + options, "tmpfs", folder.toString());
        return new SmallDisk(folder);
    }

    /** Writes until there is no room. */
    void fill() throws IOException {
        Files.createDirectories(ballast);
        try (OutputStream file = Files.newOutputStream(ballast.resolve("bytes"))) {
            while (true) {
                file.write(PIECE);
            }
        } catch (IOException full) {
            fillRest();
        }
    }

    private void fillRest() throws IOException {
        try (OutputStream file = Files.newOutputStream(ballast.resolve("rest"))) {
            while (true) {
                file.write(0);
            }
        } catch (IOException full) {
            // Now it is full to the last page.
            return;
        }
    }

    /** Makes files until no more can be made. */
    void useUpFiles() throws IOException {
        Files.createDirectories(ballast);
        for (int i = 0; i < MOST_FILES; i++) {
            try {
                Files.createFile(ballast.resolve(Integer.toString(i)));
            } catch (IOException full) {
                return;
            }
        }
    }

    /** Takes away what filled it. */
    void free() throws IOException {
        FileSystemUtils.deleteRecursively(ballast);
    }

    void closeToWriting() throws NotHere {
        OsCall.need("mount", "-o", "remount,ro", folder.toString());
    }

    void openToWriting() throws NotHere {
        OsCall.need("mount", "-o", "remount,rw", folder.toString());
    }

    @Override
    public void close() {
        unmount();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This process is ending itself, and the hook is what unmounts.
            return;
        }
    }

    private void unmount() {
        OsCall.attempt(List.of("umount", "-l", folder.toString()));
    }
}
