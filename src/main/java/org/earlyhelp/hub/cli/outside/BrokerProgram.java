package org.earlyhelp.hub.cli.outside;

import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.broker.region.policy.SharedDeadLetterStrategy;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.command.ConnectionInfo;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;

/** A message broker as an operator runs one beside the hub: ActiveMQ Classic with its own accounts and a journal synced at every message. */
public final class BrokerProgram {
    static final String HUB = "hub";
    static final String HUB_PASSWORD = "BROKER_HUB_PASSWORD";
    static final String CASE_SYSTEM_PASSWORD = "BROKER_CASE_SYSTEM_PASSWORD";
    private static final String DEAD_LETTER = "hub.dead-letter";

    private BrokerProgram() {
    }

    /** @param arguments folder of the journal, port, most bytes that the journal may take; passwords come by the environment */
    public static void main(String[] arguments) throws Exception {
        QuietLog.begin();
        BrokerService broker = new BrokerService();
        broker.setBrokerName("outside");
        broker.setUseJmx(false);
        broker.setAdvisorySupport(false);
        broker.setDataDirectoryFile(Path.of(arguments[0]).toFile());
        broker.setPersistenceAdapter(journal(Path.of(arguments[0], "kahadb")));
        broker.setPlugins(new BrokerPlugin[] {Accounts::new});
        broker.setDestinationPolicy(policies());
        broker.getSystemUsage().getStoreUsage().setLimit(Long.parseLong(arguments[2]));
        broker.getSystemUsage().setSendFailIfNoSpace(true);
        broker.addConnector("tcp://127.0.0.1:" + arguments[1]);
        broker.start();
        broker.waitUntilStopped();
    }

    private static KahaDBPersistenceAdapter journal(Path folder) {
        KahaDBPersistenceAdapter journal = new KahaDBPersistenceAdapter();
        journal.setDirectory(folder.toFile());
        journal.setJournalDiskSyncStrategy("always");
        journal.setUseLock(false);
        journal.setChecksumJournalFiles(true);
        journal.setCheckForCorruptJournalFiles(true);
        journal.setJournalMaxFileLength(1024 * 1024);
        return journal;
    }

    private static PolicyMap policies() {
        SharedDeadLetterStrategy deadLetters = new SharedDeadLetterStrategy();
        deadLetters.setDeadLetterQueue(new ActiveMQQueue(DEAD_LETTER));
        PolicyEntry queues = new PolicyEntry();
        queues.setQueue(">");
        queues.setDeadLetterStrategy(deadLetters);
        queues.setPrioritizedMessages(true);
        PolicyMap map = new PolicyMap();
        map.setDefaultEntry(queues);
        return map;
    }

    /** Who has one of the two passwords gets in. */
    private static final class Accounts extends BrokerFilter {
        private final Map<String, String> passwords = Map.of(HUB, System.getenv(HUB_PASSWORD), "case-system", System.getenv(CASE_SYSTEM_PASSWORD));

        private Accounts(Broker next) {
            super(next);
        }

        @Override
        public void addConnection(ConnectionContext context, ConnectionInfo info) throws Exception {
            if (!passwords.getOrDefault(String.valueOf(info.getUserName()), "").equals(info.getPassword())) {
                throw new SecurityException("User name or password is not right.");
            }
            super.addConnection(context, info);
        }
    }
}
