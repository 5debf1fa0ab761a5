package org.earlyhelp.hub.journey.outside;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.SslBrokerService;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.broker.region.policy.SharedDeadLetterStrategy;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.filter.DestinationMapEntry;
import org.apache.activemq.security.AuthenticationUser;
import org.apache.activemq.security.AuthorizationEntry;
import org.apache.activemq.security.AuthorizationPlugin;
import org.apache.activemq.security.DefaultAuthorizationMap;
import org.apache.activemq.security.SimpleAuthenticationPlugin;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.slf4j.LoggerFactory;

/** The broker's process: what the runbook's {@code activemq.xml} says, in Java. Arguments: journal folder, port, key store. */
final class OutsideBrokerProcess {
    private static final String HUBS = "hubs";
    private static final String CASE_SYSTEMS = "case-systems";

    private OutsideBrokerProcess() {
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        SslBrokerService broker = new SslBrokerService();
        broker.setBrokerName("outside");
        broker.setUseJmx(false);
        broker.setSchedulerSupport(false);
        KahaDBPersistenceAdapter journal = new KahaDBPersistenceAdapter();
        journal.setDirectory(Path.of(arguments[0]).toFile());
        journal.setJournalMaxFileLength(8 * 1024 * 1024);
        broker.setDataDirectoryFile(Path.of(arguments[0]).toFile());
        broker.setPersistenceAdapter(journal);
        broker.setDestinationPolicy(deadLetters());
        String password = System.getenv(OutsideBroker.PASSWORDS);
        SimpleAuthenticationPlugin accounts = new SimpleAuthenticationPlugin(List.of(new AuthenticationUser(OutsideBroker.HUB, password, HUBS),
                new AuthenticationUser(OutsideBroker.CASE_SYSTEM, password, CASE_SYSTEMS)));
        broker.setPlugins(new BrokerPlugin[] {accounts, new AuthorizationPlugin(new DefaultAuthorizationMap(rights()))});
        broker.addSslConnector(new URI("ssl://127.0.0.1:" + arguments[1]), keys(Path.of(arguments[2])), null, null);
        broker.start();
        broker.waitUntilStarted();
        System.out.println("ready");
        broker.waitUntilStopped();
    }

    /** The hub may do all on its queues; the case system reads what is told and writes decisions; both need the advisories that clients ask for. */
    @SuppressWarnings("rawtypes")
    private static List<DestinationMapEntry> rights() throws Exception {
        return List.of(right("frontdoor.early-help", CASE_SYSTEMS, HUBS), right("frontdoor.first-contact", CASE_SYSTEMS, HUBS), right("hub.identity-changed", CASE_SYSTEMS, HUBS),
                right("frontdoor.decisions", HUBS, CASE_SYSTEMS), right("hub.dead-letter", HUBS, HUBS), right("hub.canary", HUBS, HUBS), advisories());
    }

    private static AuthorizationEntry right(String queue, String readers, String writers) throws Exception {
        AuthorizationEntry entry = new AuthorizationEntry();
        entry.setQueue(queue);
        entry.setRead(readers + "," + HUBS);
        entry.setWrite(writers + "," + HUBS);
        entry.setAdmin(HUBS + "," + CASE_SYSTEMS);
        return entry;
    }

    private static AuthorizationEntry advisories() throws Exception {
        AuthorizationEntry entry = new AuthorizationEntry();
        entry.setTopic("ActiveMQ.Advisory.>");
        entry.setRead(HUBS + "," + CASE_SYSTEMS);
        entry.setWrite(HUBS + "," + CASE_SYSTEMS);
        entry.setAdmin(HUBS + "," + CASE_SYSTEMS);
        return entry;
    }

    private static PolicyMap deadLetters() {
        SharedDeadLetterStrategy strategy = new SharedDeadLetterStrategy();
        strategy.setDeadLetterQueue(new ActiveMQQueue("hub.dead-letter"));
        PolicyEntry queues = new PolicyEntry();
        queues.setQueue(">");
        queues.setDeadLetterStrategy(strategy);
        queues.setPrioritizedMessages(true);
        PolicyMap map = new PolicyMap();
        map.setDefaultEntry(queues);
        return map;
    }

    private static KeyManager[] keys(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, ServerCertificate.STORE_PASSWORD);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, ServerCertificate.STORE_PASSWORD);
        return factory.getKeyManagers();
    }
}
