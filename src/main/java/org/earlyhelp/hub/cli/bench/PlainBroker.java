package org.earlyhelp.hub.cli.bench;

import jakarta.jms.Connection;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;

/** The least a persistent message costs on this machine: a broker with nothing but a journal that is synced at every message. */
final class PlainBroker implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 10_000;
    private static final int TEXT_CHARACTERS = 2_000;
    private final BrokerService broker = new BrokerService();

    private PlainBroker(Path folder) throws Exception {
        KahaDBPersistenceAdapter journal = new KahaDBPersistenceAdapter();
        journal.setDirectory(folder.toFile());
        journal.setJournalDiskSyncStrategy("always");
        broker.setUseJmx(false);
        broker.setPersistenceAdapter(journal);
        broker.addConnector("tcp://127.0.0.1:0");
        broker.start();
        broker.waitUntilStarted();
    }

    static PlainBroker start(Path folder) throws Exception {
        return new PlainBroker(folder);
    }

    /** From the send of one message to its receipt by another session, over {@code tcp://}. */
    Timings roundTrips(int tries) throws Exception {
        String url = broker.getTransportConnectors().get(0).getConnectUri().toString();
        try (Connection connection = new ActiveMQConnectionFactory(url).createConnection();
             Session sending = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
             Session receiving = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            MessageProducer producer = sending.createProducer(sending.createQueue("bare"));
            MessageConsumer consumer = receiving.createConsumer(receiving.createQueue("bare"));
            List<Duration> times = new ArrayList<>();
            for (int i = 0; i < tries; i++) {
                long start = System.nanoTime();
                producer.send(sending.createTextMessage("x".repeat(TEXT_CHARACTERS)));
                if (consumer.receive(PATIENCE_MILLIS) == null) {
                    throw new IllegalStateException("the bare broker lost a message");
                }
                times.add(Duration.ofNanos(System.nanoTime() - start));
            }
            return new Timings(times);
        }
    }

    @Override
    public void close() {
        try {
            broker.stop();
            broker.waitUntilStopped();
        } catch (Exception e) {
            throw new IllegalStateException("the bare broker does not stop", e);
        }
    }
}
