package org.earlyhelp.hub.embedded.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.TransportConnector;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.broker.region.policy.SharedDeadLetterStrategy;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.activemq.store.kahadb.KahaDBStore;
import org.apache.activemq.store.kahadb.disk.journal.Journal;
import org.apache.activemq.usage.SystemUsage;
import org.earlyhelp.hub.alert.BrokerJournal;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * ActiveMQ Classic inside this process: reachable by {@code tcp://} on this machine only and by {@code vm://} inside, its
 * journal synced to the disk at every message. No management port, no discovery, no advisories. Thread-safe once started.
 */
public final class EmbeddedBroker implements AutoCloseable, BrokerJournal {
    /** A message is a text of a few kilobytes; a longer frame is a fault or an attack, and its connection is closed. */
    static final int MESSAGE_LIMIT_BYTES = 1024 * 1024;
    static final int CONNECTION_LIMIT = 50;
    private static final long JOURNAL_LIMIT_BYTES = 4L * 1024 * 1024 * 1024;
    private static final long TEMPORARY_LIMIT_BYTES = 256L * 1024 * 1024;
    private static final long MEMORY_LIMIT_BYTES = 64L * 1024 * 1024;
    private static final int JOURNAL_FILE_BYTES = 8 * 1024 * 1024;
    /** The name is known to this process alone: two hubs in one process, as in tests, must not meet. */
    private final String name = "hub-" + Ids.password().substring(0, 8);
    private final Path folder;
    private final Optional<String> caseSystemPassword;
    private volatile BrokerService broker;
    private int port;
    private boolean closed;
    /** An old journal file is given up at the next of these looks. */
    private static final Duration GIVE_UP_EVERY = Duration.ofSeconds(5);
    private static final Duration GIVE_UP_LIMIT = Duration.ofSeconds(20);
    private final String password = Ids.password();

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
            configure();
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

    public String userName() {
        return BrokerAccounts.HUB;
    }

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
                TimeUnit.MILLISECONDS.sleep(GIVE_UP_EVERY.toMillis() / 20);
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

    private void stop() {
        try {
            broker.stop();
            broker.waitUntilStopped();
        } catch (Exception e) {
            throw new StartFailure("The broker could not be stopped: " + e.getMessage(), e);
        }
    }

    private void configure() throws Exception {
        broker.setBrokerName(name);
        broker.setUseJmx(false);
        broker.setUseShutdownHook(false);
        broker.setAdvisorySupport(false);
        broker.setSchedulerSupport(false);
        broker.setUseVirtualTopics(false);
        broker.setPopulateJMSXUserID(true);
        broker.setUseAuthenticatedPrincipalForJMSXUserID(true);
        broker.setDataDirectoryFile(folder.toFile());
        broker.setPersistenceAdapter(journal(folder));
        broker.setPlugins(new BrokerPlugin[] {next -> new BrokerDoor(next, accounts())});
        broker.setDestinations(Stream.concat(HubQueues.ALL.stream(), Stream.of(HubQueues.CANARY)).map(ActiveMQQueue::new).toArray(ActiveMQDestination[]::new));
        broker.setDestinationPolicy(policies());
        limit(broker.getSystemUsage());
        TransportConnector tcp = broker.addConnector(new URI("tcp://127.0.0.1:" + port + "?maximumConnections=" + CONNECTION_LIMIT
                + "&wireFormat.maxFrameSize=" + MESSAGE_LIMIT_BYTES + "&transport.useKeepAlive=true"));
        tcp.setUpdateClusterClients(false);
    }

    private BrokerAccounts accounts() {
        Map<String, BrokerAccounts.Account> accounts = new HashMap<>();
        accounts.put(BrokerAccounts.HUB, BrokerAccounts.hub(password));
        caseSystemPassword.ifPresent(secret -> accounts.put(BrokerAccounts.CASE_SYSTEM, BrokerAccounts.caseSystem(secret)));
        return new BrokerAccounts(Map.copyOf(accounts));
    }

    private static KahaDBPersistenceAdapter journal(Path folder) {
        KahaDBPersistenceAdapter journal = new KahaDBPersistenceAdapter();
        journal.setDirectory(folder.resolve("kahadb").toFile());
        // The data folder's own lock keeps other hubs out; the journal's would be waited for without end.
        journal.setUseLock(false);
        journal.setJournalDiskSyncStrategy("always");
        journal.setJournalMaxFileLength(JOURNAL_FILE_BYTES);
        journal.setCleanupInterval(GIVE_UP_EVERY.toMillis());
        journal.setChecksumJournalFiles(true);
        journal.setCheckForCorruptJournalFiles(true);
        return journal;
    }

    private static PolicyMap policies() {
        SharedDeadLetterStrategy deadLetters = new SharedDeadLetterStrategy();
        deadLetters.setDeadLetterQueue(new ActiveMQQueue(HubQueues.DEAD_LETTER));
        deadLetters.setProcessExpired(true);
        PolicyEntry queues = new PolicyEntry();
        queues.setQueue(">");
        queues.setDeadLetterStrategy(deadLetters);
        queues.setPrioritizedMessages(true);
        queues.setGcInactiveDestinations(false);
        PolicyMap map = new PolicyMap();
        map.setDefaultEntry(queues);
        return map;
    }

    private static void limit(SystemUsage usage) {
        usage.getStoreUsage().setLimit(JOURNAL_LIMIT_BYTES);
        usage.getTempUsage().setLimit(TEMPORARY_LIMIT_BYTES);
        usage.getMemoryUsage().setLimit(MEMORY_LIMIT_BYTES);
        // A full journal is an error that the outbox sees and tries again, not a sender that hangs for ever.
        usage.setSendFailIfNoSpace(true);
    }
}
