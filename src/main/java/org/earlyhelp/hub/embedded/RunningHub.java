package org.earlyhelp.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.earlyhelp.hub.embedded.expiry.CertificateFiles;
import org.earlyhelp.hub.embedded.folder.DataFolder;
import org.earlyhelp.hub.embedded.folder.Endpoints;
import org.earlyhelp.hub.embedded.folder.KeptClock;
import org.earlyhelp.hub.embedded.folder.KeyFolder;
import org.earlyhelp.hub.embedded.folder.UnfinishedRestore;
import org.earlyhelp.hub.embedded.settings.HubMode;
import org.earlyhelp.hub.embedded.settings.StartSettings;
import org.earlyhelp.hub.intake.expiry.Ending;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.StartFailure;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * A hub that is up, with all its parts. Order of the start: settings, data folder's lock, database, broker, SFTP server,
 * web, routes, and only then {@code endpoints.json}; the stop is web, routes, SFTP server, broker, database, lock.
 */
public final class RunningHub implements AutoCloseable {
    private final DataFolder folder;
    private final HubMachine machine;
    private volatile ConfigurableApplicationContext context;
    private volatile boolean closed;

    private RunningHub(DataFolder folder, HubMachine machine) {
        this.folder = folder;
        this.machine = machine;
    }

    /**
     * Starts a hub and returns when it is ready. {@code application} is the class that Spring scans from; lines for the
     * operator go to {@code say}. Throws StartFailure with the line that says why not; nothing is left running then.
     */
    public static RunningHub start(Class<?> application, StartSettings settings, Consumer<String> say) {
        return start(application, settings, say, begun -> { });
    }

    /** The same; {@code begun} gets the hub before its parts start, for whoever must be able to stop it half-way. */
    public static RunningHub start(Class<?> application, StartSettings settings, Consumer<String> say, Consumer<RunningHub> begun) {
        StartSettings.Ports ports = PortChoice.settle(settings, say);
        DataFolder folder = DataFolder.take(settings.hub().dataDir());
        RunningHub hub = null;
        try {
            UnfinishedRestore.refuse(folder.root());
            Endpoints.withdraw(folder.root());
            KeyFolder keys = KeyFolder.open(settings.hub().keyDir());
            CertificateFiles.of(settings).look().endings().stream().filter(Ending::isNear).forEach(ending -> say.accept(ending.words()));
            Optional<DemoAccounts> accounts = settings.hub().demo() ? Optional.of(DemoAccounts.open(folder.root())) : Optional.empty();
            hub = new RunningHub(folder, new HubMachine(settings, ports, keptClock(settings), accounts));
            begun.accept(hub);
            hub.start(application, keys, say);
            return hub;
        } catch (Exception e) {
            throw hub == null ? freed(folder, e) : hub.givenUp(e);
        }
    }

    /** Where it can be reached; {@code sftp} is 0 with an external SFTP server, since no agency signs in here. */
    public Endpoints endpoints() {
        StartSettings.Ports ports = machine.ports();
        return new Endpoints(ports.http(), machine.settings().sftp().isPresent() ? 0 : ports.sftp(), ports.broker(), ProcessHandle.current().pid());
    }

    /** What it was started with. */
    public StartSettings settings() {
        return machine.settings();
    }

    /** The time by which it works. */
    public HubClock clock() {
        return machine.clock();
    }

    /** True unless this folder's stories are told at another time. */
    public boolean isOnRealTime() {
        return machine.isOnRealTime();
    }

    /** The accounts of a demonstration; empty in a real run. */
    public Optional<DemoAccounts> accounts() {
        return machine.accounts();
    }

    /** A bean of the running application. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Stops all parts in order. May be called twice and from any thread. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            Endpoints.withdraw(folder.root());
            closeApplication();
        } catch (IOException e) {
            throw new StartFailure("The hub did not stop cleanly: " + e.getMessage(), e);
        } finally {
            try {
                machine.stop();
            } finally {
                folder.close();
            }
        }
    }

    private static StartFailure freed(DataFolder folder, Exception reason) {
        folder.close();
        return StartTrouble.of(reason);
    }

    private StartFailure givenUp(Exception reason) {
        boolean wasTold = closed;
        try {
            close();
        } catch (RuntimeException e) {
            // What broke the start is the news, not what then broke the stop.
            reason.addSuppressed(e);
        }
        return wasTold ? new StartFailure("Stopped before it was ready.", reason) : StartTrouble.of(reason);
    }

    private void start(Class<?> application, KeyFolder keys, Consumer<String> say) throws IOException {
        machine.startDatabase(keys, say);
        SpringApplication spring = new SpringApplication(application);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        // The hub has a shutdown hook of its own, which knows the order of all parts.
        spring.setRegisterShutdownHook(false);
        spring.setBeanNameGenerator(new FullyQualifiedAnnotationBeanNameGenerator());
        spring.addInitializers(starting -> {
            machine.startBroker();
            context = starting;
            starting.getBeanFactory().registerSingleton("hubMachine", machine);
        });
        spring.run(SpringProperties.of(machine.settings(), machine.ports().http(), Files.createDirectories(folder.root().resolve("logs"))));
        endpoints().announce(folder.root());
    }

    private void closeApplication() {
        if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            web.getWebServer().stop();
        }
        if (context != null) {
            context.close();
        }
    }

    /** The kept clock of a demonstration; empty means real time. */
    private static Optional<KeptClock> keptClock(StartSettings settings) throws IOException {
        Path dataDir = settings.hub().dataDir();
        if (settings.mode() == HubMode.RUN) {
            return Optional.empty();
        }
        Optional<Instant> start = settings.clock();
        if (start.isEmpty() && settings.mode() == HubMode.DEMO) {
            start = Optional.of(SampleFolder.of(settings.home()).clock());
        }
        return start.isPresent() ? Optional.of(KeptClock.startedAt(start.get(), dataDir)) : KeptClock.in(dataDir);
    }
}
