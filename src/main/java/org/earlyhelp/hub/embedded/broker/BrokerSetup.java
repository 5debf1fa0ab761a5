package org.earlyhelp.hub.embedded.broker;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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
import org.apache.activemq.usage.SystemUsage;

/** How the hub's own ActiveMQ is set: what is left out of it, its limits, its journal and its queues. */
final class BrokerSetup {
    /** A message is a text of a few kilobytes; a longer frame is a fault or an attack, and its connection is closed. */
    static final int MESSAGE_LIMIT_BYTES = 1024 * 1024;
    static final int CONNECTION_LIMIT = 50;
    private static final long JOURNAL_LIMIT_BYTES = 4L * 1024 * 1024 * 1024;
    private static final long TEMPORARY_LIMIT_BYTES = 256L * 1024 * 1024;
    private static final long MEMORY_LIMIT_BYTES = 64L * 1024 * 1024;
    private static final int JOURNAL_FILE_BYTES = 8 * 1024 * 1024;
    /** An old journal file is given up at the next of these looks. */
    static final Duration GIVE_UP_EVERY = Duration.ofSeconds(5);

    private BrokerSetup() {
    }

    /** Sets all of it on a broker that is not yet started; {@code port} 0 means any free one. */
    static void configure(BrokerService broker, String name, Path folder, int port, BrokerAccounts accounts) throws Exception {
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
        broker.setPlugins(new BrokerPlugin[] {next -> new BrokerDoor(next, accounts)});
        broker.setDestinations(Stream.concat(HubQueues.ALL.stream(), Stream.of(HubQueues.CANARY)).map(ActiveMQQueue::new).toArray(ActiveMQDestination[]::new));
        broker.setDestinationPolicy(policies());
        limit(broker.getSystemUsage());
        TransportConnector tcp = broker.addConnector(new URI("tcp://127.0.0.1:" + port + "?maximumConnections=" + CONNECTION_LIMIT
                + "&wireFormat.maxFrameSize=" + MESSAGE_LIMIT_BYTES + "&transport.useKeepAlive=true"));
        tcp.setUpdateClusterClients(false);
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
