package org.earlyhelp.hub.journey.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A server's process that was not made by us: what it says goes to a file, and it is up when its port answers. */
record OutsideProcess(Process process) {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final int CONNECT_LIMIT_MILLIS = 1_000;
    private static final long STOP_SECONDS = 60;

    /** Starts it and waits until {@code answers} holds of a line to its port on this machine. Fails with its log when it ends before. */
    static OutsideProcess start(List<String> words, Path log, int port, Predicate<Socket> answers) {
        try {
            Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
            Awaitility.await().atMost(START_LIMIT).until(() -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException(Files.readString(log));
                }
                return isUp(port, answers);
            });
            return new OutsideProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it and all that it started as {@code kill -9} does. */
    void kill() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList().forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isUp(int port, Predicate<Socket> answers) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_LIMIT_MILLIS);
            socket.setSoTimeout(CONNECT_LIMIT_MILLIS);
            return answers.test(socket);
        } catch (IOException e) {
            return false;
        }
    }
}
