package org.earlyhelp.hub.cli.torture.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a process of this machine holds open, as Linux tells it. Stateless. */
final class OpenFiles {
    private static final List<Path> CONNECTIONS = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final int FAR_ADDRESS = 2;
    private static final int STATE = 3;
    private static final String ESTABLISHED = "01";
    private static final int HEXADECIMAL = 16;

    private OpenFiles() {
    }

    /** The files below that folder that the process has open. Throws NotHere where the machine does not tell. */
    static List<Path> below(long pid, Path folder) throws NotHere {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.map(OpenFiles::target).flatMap(Optional::stream).filter(file -> file.startsWith(folder)).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new NotHere("open files of another process cannot be seen: " + e.getClass().getSimpleName());
        }
    }

    /** Whether somebody of this machine holds a connection open that was made from that port. */
    static boolean isCalledFrom(int port) {
        return CONNECTIONS.stream().filter(Files::exists).flatMap(OpenFiles::lines).map(line -> line.strip().split(" +"))
                .anyMatch(line -> line.length > STATE && line[STATE].equals(ESTABLISHED) && portOf(line[FAR_ADDRESS]) == port);
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int portOf(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), HEXADECIMAL);
    }

    private static Optional<Path> target(Path descriptor) {
        try {
            return Optional.of(Files.readSymbolicLink(descriptor));
        } catch (IOException e) {
            // It was closed meanwhile.
            return Optional.empty();
        }
    }
}
