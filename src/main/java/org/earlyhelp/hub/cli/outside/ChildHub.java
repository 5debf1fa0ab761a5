package org.earlyhelp.hub.cli.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.embedded.DemoAccounts;
import org.earlyhelp.hub.embedded.folder.Endpoints;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * One life of a hub in a process of its own, on any free ports: begun, perhaps killed, at the latest stopped when it is
 * closed. Several lives may follow one another on one folder. Thread-safe.
 */
public final class ChildHub implements AutoCloseable {
    /** A start that takes longer has failed, however busy the machine. */
    public static final Duration START_LIMIT = Duration.ofSeconds(300);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final long LOOK_AGAIN_MILLIS = 20;
    private final Process process;
    private final HubFolder folder;
    private final Surroundings surroundings;
    private final long begun = System.nanoTime();
    private final Thread hook = new Thread(this::stop, "stop-child-hub");

    private ChildHub(Process process, HubFolder folder, Surroundings surroundings) {
        this.process = process;
        this.folder = folder;
        this.surroundings = surroundings;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Begins a start and does not wait for it. {@code clock} is where the hub's clock starts; empty = real time, or where this folder's clock has got to. */
    public static ChildHub begin(HubLaunch launch, HubFolder folder, Optional<Instant> clock) {
        return begin(launch, folder, clock, Surroundings.none());
    }

    /** The same for a hub some of whose parts are outside; they stay up when it ends. */
    public static ChildHub begin(HubLaunch launch, HubFolder folder, Optional<Instant> clock, Surroundings surroundings) {
        ProcessBuilder builder = new ProcessBuilder(launch.words()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.output().toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("HUB_"));
        environment.putAll(Map.of("HUB_DATA_DIR", folder.data().toString(), "HUB_HTTP_PORT", "0", "HUB_SFTP_PORT", "0", "HUB_BROKER_PORT", "0"));
        environment.putAll(surroundings.environment());
        clock.ifPresent(instant -> environment.put("HUB_CLOCK", instant.toString()));
        try {
            Files.createDirectories(folder.root());
            return new ChildHub(builder.start(), folder, surroundings);
        } catch (IOException e) {
            throw new UncheckedIOException("the hub cannot be started by " + launch.words().get(0), e);
        }
    }

    /** Waits until the hub is ready and says how long that took since it was begun. Throws StartFailure when it ends or takes longer than {@link #START_LIMIT}. */
    public Duration awaitReady() {
        while (folder.endpoints(process.pid()).isEmpty()) {
            if (!process.isAlive()) {
                throw new StartFailure("The hub ended before it was ready; its last words are in " + folder.output() + ".");
            }
            if (System.nanoTime() - begun > START_LIMIT.toNanos()) {
                throw new StartFailure("The hub was not ready in " + START_LIMIT.toSeconds() + " s; what it said is in " + folder.output() + ".");
            }
            Waiting.millis(LOOK_AGAIN_MILLIS);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Where it keeps everything; the next life may go on there. */
    public HubFolder folder() {
        return folder;
    }

    /** What it finds outside itself. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /** The id of its process. */
    public long pid() {
        return process.pid();
    }

    /** Whether its process runs, ready or not. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Where the ready hub can be reached. */
    public Endpoints endpoints() {
        return folder.endpoints(process.pid()).orElseThrow(() -> new StartFailure("The hub is not ready, or not any more; its last words are in " + folder.output() + "."));
    }

    /** The accounts of its demonstration, read anew from its folder. */
    public DemoAccounts accounts() {
        return DemoAccounts.open(folder.data());
    }

    /** Ends the hub as {@code kill -9} does, and nothing beside it: its database server is left behind. */
    public void kill() {
        process.destroyForcibly();
        ProcessEnd.await(process, STOP_LIMIT);
        forgetHook();
    }

    /** Ends the hub as {@code kill} does and waits for it. Does nothing when it has ended. */
    @Override
    public void close() {
        stop();
        forgetHook();
    }

    private void stop() {
        process.destroy();
        ProcessEnd.await(process, STOP_LIMIT);
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This process is ending itself, and the hook is what stops the hub.
            return;
        }
    }
}
