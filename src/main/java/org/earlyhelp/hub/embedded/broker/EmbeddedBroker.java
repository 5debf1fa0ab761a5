package org.earlyhelp.hub.embedded.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.activemq.store.kahadb.KahaDBStore;
import org.apache.activemq.store.kahadb.disk.journal.Journal;
import org.earlyhelp.hub.alert.BrokerJournal;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * ActiveMQ Classic inside this process: reachable by {@code tcp://} on this machine only and by {@code vm://} inside, its
 * journal synced to the disk at every message. No management port, no discovery, no advisories. Thread-safe once started.
 */
public final class EmbeddedBroker implements AutoCloseable, BrokerJournal {
    private static final Duration GIVE_UP_LIMIT = Duration.ofSeconds(20);
    /** The name is known to this process alone: two hubs in one process, as in tests, must not meet. */
    private final String name = "hub-" + Ids.password().substring(0, 8);
    private final Path folder;
    private final Optional<String> caseSystemPassword;
    private final String password = Ids.password();
    private volatile BrokerService broker;
    private int port;
    private boolean closed;

    private EmbeddedBroker(Path folder, int port, Optional<String> caseSystemPassword) {
        this.folder = folder;
        this.port = port;
        this.caseSystemPassword = caseSystemPassword;
    }

    /**
     * Starts the broker on {@code folder}. {@code port} 0 means any free one. {@code caseSystemPassword} absent: only the
     * hub itself gets in. Throws StartFailure.
     */
    public static EmbeddedBroker start(Path folder, int port, Optional<String> caseSystemPassword) {
        EmbeddedBroker embedded = new EmbeddedBroker(folder, port, caseSystemPassword);
        embedded.launch();
        return embedded;
    }

    /**
     * Starts the broker where it was when it has stopped by itself, as it does when its journal's disk fails; true when it
     * had to. Throws StartFailure when it cannot be started yet. Does nothing after {@link #close}.
     */
    public synchronized boolean revive() {
        if (closed || !broker.isStopped()) {
            return false;
        }
        launch();
        return true;
    }

    private void launch() {
        broker = new BrokerService();
        try {
            BrokerSetup.configure(broker, name, folder, port, accounts());
            broker.start();
            if (!broker.waitUntilStarted()) {
                throw new StartFailure("The broker did not start: see the log.");
            }
            port = port();
        } catch (StartFailure e) {
            throw e;
        } catch (Exception e) {
            stop();
            throw new StartFailure("The broker could not be started: " + BrokerTrouble.plain(e, port), e);
        }
    }

    /** The port of the {@code tcp://} connector. */
    public int port() {
        try {
            return broker.getTransportConnectors().get(0).getConnectUri().getPort();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address for clients in this process; it never starts a broker of its own. */
    public String url() {
        return "vm://" + name + "?create=false&waitForStart=10000";
    }

    /** The account of the hub itself. */
    public String userName() {
        return BrokerAccounts.HUB;
    }

    /** The password of that account, of this run only. */
    public String password() {
        return password;
    }

    @Override
    public int begin() {
        try {
            Journal journal = store().getJournal();
            int last = journal.getCurrentDataFileId();
            journal.rotateWriteFile();
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException("the broker's journal cannot be renewed", e);
        }
    }

    @Override
    public boolean isGone(int last) {
        try {
            Journal journal = store().getJournal();
            store().checkpoint(true);
            long until = System.nanoTime() + GIVE_UP_LIMIT.toNanos();
            while (holdsUpTo(journal, last) && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(BrokerSetup.GIVE_UP_EVERY.toMillis() / 20);
            }
            return !holdsUpTo(journal, last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("the broker's journal cannot be renewed", e);
        }
    }

    private KahaDBStore store() throws IOException {
        return ((KahaDBPersistenceAdapter) broker.getPersistenceAdapter()).getStore();
    }

    private static boolean holdsUpTo(Journal journal, int file) {
        return journal.getFileMap().keySet().stream().anyMatch(id -> id <= file);
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }

    private BrokerAccounts accounts() {
        Map<String, BrokerAccounts.Account> accounts = new HashMap<>();
        accounts.put(BrokerAccounts.HUB, BrokerAccounts.hub(password));
        caseSystemPassword.ifPresent(secret -> accounts.put(BrokerAccounts.CASE_SYSTEM, BrokerAccounts.caseSystem(secret)));
        return new BrokerAccounts(Map.copyOf(accounts));
    }

    private void stop() {
        try {
            broker.stop();
            broker.waitUntilStopped();
        } catch (Exception e) {
            throw new StartFailure("The broker could not be stopped: " + e.getMessage(), e);
        }
    }
}
