package org.earlyhelp.hub.journey;

import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.earlyhelp.hub.HubApplication;
import org.earlyhelp.hub.embedded.RunningHub;
import org.earlyhelp.hub.embedded.postgres.OutsidePostgres;
import org.earlyhelp.hub.embedded.settings.HubMode;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.embedded.storage.WorkLeft;
import org.earlyhelp.hub.journey.DemoDay.Message;
import org.earlyhelp.hub.journey.outside.OutsideBroker;
import org.earlyhelp.hub.journey.outside.OutsideSshd;
import org.earlyhelp.hub.samples.SampleCase;

/** A hub that has nothing of its own: database, broker and SFTP server are other processes, reached as a council's would be. */
final class OutsideDay implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    final OutsideBroker broker;
    final OutsidePostgres database;
    final OutsideSshd files;
    private final Map<String, String> environment = new HashMap<>();
    private Instant dropped = Instant.now().minus(Duration.ofHours(1));
    RunningHub hub;

    OutsideDay(Path folder) throws IOException {
        broker = OutsideBroker.start(Files.createDirectories(folder.resolve("broker")));
        database = OutsidePostgres.start(Files.createDirectories(folder.resolve("database")), broker.certificate(), broker.key());
        files = OutsideSshd.start(Files.createDirectories(folder.resolve("files")));
        Map<String, List<String>> feeds = SampleCase.inOrder().stream().collect(Collectors.groupingBy(SampleCase::agency, Collectors.mapping(SampleCase::feed, Collectors.toList())));
        for (Map.Entry<String, List<String>> agency : feeds.entrySet()) {
            files.addHome(agency.getKey(), agency.getValue().stream().distinct().toList());
        }
        environment.putAll(Map.of("HUB_DATA_DIR", folder.resolve("data").toString(), "HUB_HTTP_PORT", "0", "HUB_SFTP_PORT", "0", "HUB_BROKER_PORT", "0",
                "HUB_CLOCK", Files.readString(SampleCase.ROOT.resolve("clock")).strip(), "HUB_SFTP_HOST", "127.0.0.1",
                "HUB_SFTP_ACCOUNTS", files.writeAccounts(folder.resolve("accounts"), List.copyOf(feeds.keySet())).toString()));
        environment.putAll(broker.environment());
        environment.putAll(database.environment());
        hub = RunningHub.start(HubApplication.class, SettingsReader.read(HubMode.DEMO_EMPTY, environment, Path.of("").toAbsolutePath()), line -> { });
    }

    /** Every file of the samples, in their order; waits until nothing is left to do. */
    void dropSamples() throws IOException {
        WorkLeft work = hub.bean(WorkLeft.class);
        List<SampleCase> samples = SampleCase.inOrder();
        for (SampleCase sample : samples) {
            drop(sample.agency(), sample.feed(), sample.input().getFileName().toString(), sample.bytes());
        }
        await().atMost(LIMIT).during(Duration.ofSeconds(5)).until(() -> work.after(0).isDone(samples.size()));
    }

    /** Puts a file there, a second younger than the one before: the older is taken first. */
    void drop(String agency, String feed, String name, byte[] content) throws IOException {
        files.drop(agency, feed, name, content, FileTime.from(dropped));
        dropped = dropped.plusSeconds(1);
    }

    /** Takes all messages off these queues as the case system does. */
    List<Message> takeMessages(String... queues) throws JMSException {
        List<Message> taken = new ArrayList<>();
        for (String queue : queues) {
            for (jakarta.jms.Message message : broker.take(queue)) {
                taken.add(new Message(queue, message.getJMSType(), message.getStringProperty("JMSXGroupID"), message.getJMSPriority(), message.getBody(String.class)));
            }
        }
        return taken;
    }

    /** Sends a decision as the case system. */
    void decide(String text) throws JMSException {
        try (Connection connection = broker.connect(OutsideBroker.CASE_SYSTEM); Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            session.createProducer(session.createQueue("frontdoor.decisions")).send(session.createTextMessage(text));
        }
    }

    @Override
    public void close() {
        try {
            hub.close();
        } finally {
            files.close();
            broker.close();
            database.close();
        }
    }
}
