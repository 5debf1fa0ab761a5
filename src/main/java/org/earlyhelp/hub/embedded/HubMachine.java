package org.earlyhelp.hub.embedded;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.earlyhelp.hub.embedded.broker.EmbeddedBroker;
import org.earlyhelp.hub.embedded.folder.KeptClock;
import org.earlyhelp.hub.embedded.folder.KeyFolder;
import org.earlyhelp.hub.embedded.postgres.PostgresServer;
import org.earlyhelp.hub.embedded.settings.StartSettings;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * The embedded parts of one start. The database comes up beside the application's own start, which waits for it where it
 * first needs it; so the two share the machine's cores.
 */
final class HubMachine {
    /** A stop waits so long for a part that is still coming up; longer than any part's own limit. */
    private static final Duration COMING_UP_LIMIT = Duration.ofSeconds(90);
    private final StartSettings settings;
    private final StartSettings.Ports ports;
    private final Optional<KeptClock> keptClock;
    private final HubClock clock;
    private final Optional<DemoAccounts> accounts;
    private final PartWatch databaseWatch = new PartWatch("database");
    private final PartWatch brokerWatch = new PartWatch("broker");
    private CompletableFuture<PostgresServer> database;
    private CompletableFuture<EmbeddedBroker> broker;

    HubMachine(StartSettings settings, StartSettings.Ports ports, Optional<KeptClock> keptClock, Optional<DemoAccounts> accounts) {
        this.settings = settings;
        this.ports = ports;
        this.keptClock = keptClock;
        this.clock = keptClock.map(KeptClock::clock).orElseGet(HubClock::real);
        this.accounts = accounts;
    }

    void startDatabase(KeyFolder keys, Consumer<String> say) {
        if (settings.database().isEmpty()) {
            database = begin("embedded-database", () -> PostgresServer.start(settings.hub().dataDir(), keys, say));
            database.thenAccept(server -> databaseWatch.begin(server::revive));
        }
    }

    /** Called once logging is set up, for the broker writes to the log as soon as it starts. */
    void startBroker() {
        if (settings.broker().isEmpty()) {
            broker = begin("embedded-broker", () -> EmbeddedBroker.start(settings.hub().dataDir().resolve("broker"), ports.broker(),
                    accounts.map(demo -> demo.password(DemoAccounts.CASE_SYSTEM))));
            broker.thenAccept(server -> brokerWatch.begin(server::revive));
        }
    }

    StartSettings settings() {
        return settings;
    }

    StartSettings.Ports ports() {
        return ports;
    }

    HubClock clock() {
        return clock;
    }

    boolean isOnRealTime() {
        return keptClock.isEmpty();
    }

    Optional<DemoAccounts> accounts() {
        return accounts;
    }

    /** The embedded database, waiting until it is up; empty when an external one is set. */
    Optional<PostgresServer> database() {
        return Optional.ofNullable(database).map(HubMachine::await);
    }

    /** The embedded broker, waiting until it is up; empty when an external one is set. */
    Optional<EmbeddedBroker> broker() {
        return Optional.ofNullable(broker).map(HubMachine::await);
    }

    /** Stops what was started, the broker first. A part that never came up needs no stop. */
    void stop() {
        brokerWatch.end();
        databaseWatch.end();
        try {
            stop(broker);
        } finally {
            stop(database);
        }
    }

    private static void stop(CompletableFuture<? extends AutoCloseable> part) {
        if (part == null) {
            return;
        }
        try {
            AutoCloseable started = part.handle((value, failure) -> value).get(COMING_UP_LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (started != null) {
                started.close();
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (TimeoutException e) {
            throw new StartFailure("A part that was still starting did not come up in " + COMING_UP_LIMIT.toSeconds() + " s and could not be stopped.", e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> CompletableFuture<T> begin(String name, Supplier<T> start) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(start.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        }, name);
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private static <T> T await(CompletableFuture<T> part) {
        try {
            return part.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
