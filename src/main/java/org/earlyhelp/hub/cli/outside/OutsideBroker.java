package org.earlyhelp.hub.cli.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.kernel.StartFailure;

/** A message broker in a process of its own, always on the same port, so that it can be killed and started again beside a hub. Thread-safe. */
public final class OutsideBroker implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final long JOURNAL_LIMIT_BYTES = 1L << 30;
    private final Path folder;
    private final String caseSystemPassword;
    private final long journalLimitBytes;
    private final int port = OwnPort.next();
    private final String hubPassword = Ids.password();
    private final Thread hook = new Thread(this::kill, "kill-outside-broker");
    private Process process;

    private OutsideBroker(Path folder, String caseSystemPassword, long journalLimitBytes) {
        this.folder = folder;
        this.caseSystemPassword = caseSystemPassword;
        this.journalLimitBytes = journalLimitBytes;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts one that keeps its journal below {@code folder}, and waits for it. Throws StartFailure. */
    public static OutsideBroker start(Path folder, String caseSystemPassword) {
        return start(folder, caseSystemPassword, JOURNAL_LIMIT_BYTES);
    }

    /** The same with a journal that is full at so many bytes. */
    public static OutsideBroker start(Path folder, String caseSystemPassword, long journalLimitBytes) {
        OutsideBroker broker = new OutsideBroker(folder, caseSystemPassword, journalLimitBytes);
        broker.startAgain();
        return broker;
    }

    /** Starts it on its port and waits until it takes connections. */
    public synchronized void startAgain() {
        ProcessBuilder builder = new ProcessBuilder(List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m",
                "-cp", System.getProperty("java.class.path"), BrokerProgram.class.getName(), folder.toString(), Integer.toString(port), Long.toString(journalLimitBytes)))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("broker.log").toFile()));
        builder.environment().putAll(Map.of(BrokerProgram.HUB_PASSWORD, hubPassword, BrokerProgram.CASE_SYSTEM_PASSWORD, caseSystemPassword));
        try {
            Files.createDirectories(folder);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the broker cannot be started", e);
        }
        awaitOpen();
    }

    /** The same over all its lives. */
    public int port() {
        return port;
    }

    /** Where clients of this machine connect, without TLS. */
    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    /** Of the hub's account; drawn for this broker and kept nowhere. */
    public String hubPassword() {
        return hubPassword;
    }

    /** Ends it as {@code kill -9} does. */
    public synchronized void kill() {
        process.destroyForcibly();
        ProcessEnd.await(process, STOP_LIMIT);
    }

    @Override
    public synchronized void close() {
        process.destroy();
        ProcessEnd.await(process, STOP_LIMIT);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This process is ending itself, and the hook is what ends the broker.
            return;
        }
    }

    private void awaitOpen() {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!isOpen()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new StartFailure("The broker beside the hub did not start; its last words are in " + folder.resolve("broker.log") + ".");
            }
            Waiting.millis(LOOK_AGAIN_MILLIS);
        }
    }

    private boolean isOpen() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
