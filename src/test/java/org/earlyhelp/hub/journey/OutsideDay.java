package org.earlyhelp.hub.journey;

import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.HubApplication;
import org.earlyhelp.hub.embedded.RunningHub;
import org.earlyhelp.hub.embedded.SampleFolder;
import org.earlyhelp.hub.embedded.SampleFolder.Sample;
import org.earlyhelp.hub.embedded.postgres.OutsidePostgres;
import org.earlyhelp.hub.embedded.settings.HubMode;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.embedded.storage.WorkLeft;
import org.earlyhelp.hub.journey.DemoDay.Message;
import org.earlyhelp.hub.journey.outside.OutsideBroker;
import org.earlyhelp.hub.journey.outside.OutsideSshd;
import org.earlyhelp.hub.samples.SampleCase;

/** The day of a hub that has nothing of its own: database, broker and SFTP server are other processes, reached as a council's would be. */
final class OutsideDay implements SampleDay {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(5);
    final OutsideBroker broker;
    final OutsidePostgres database;
    final OutsideSshd files;
    private final Path folder;
    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final Deque<Runnable> ends = new ArrayDeque<>();
    private RunningHub hub;
    private Instant dropped = Instant.now().minus(Duration.ofHours(1));

    private OutsideDay(Path folder) throws IOException {
        this.folder = folder;
        broker = OutsideBroker.start(Files.createDirectories(folder.resolve("broker")));
        ends.push(broker::close);
        database = OutsidePostgres.start(Files.createDirectories(folder.resolve("database")), broker.certificate(), broker.key());
        ends.push(database::close);
        files = OutsideSshd.start(Files.createDirectories(folder.resolve("files")));
        ends.push(files::close);
    }

    /** Starts the servers and a hub on them, drops all samples chapter by chapter, and waits until everything is answered. */
    static OutsideDay play(Path folder) throws IOException {
        OutsideDay day = new OutsideDay(folder);
        try {
            day.startHub();
            chapters().forEach(day::deal);
            await().atMost(LIMIT).until(day::hasAllReceipts);
            return day;
        } catch (IOException | RuntimeException e) {
            day.close();
            throw e;
        }
    }

    private void startHub() throws IOException {
        Map<String, List<String>> feeds = SampleCase.inOrder().stream().collect(Collectors.groupingBy(SampleCase::agency, Collectors.mapping(SampleCase::feed, Collectors.toList())));
        for (Map.Entry<String, List<String>> agency : feeds.entrySet()) {
            files.addHome(agency.getKey(), agency.getValue().stream().distinct().toList());
        }
        Map<String, String> environment = new HashMap<>(Map.of("HUB_DATA_DIR", folder.resolve("data").toString(), "HUB_HTTP_PORT", "0", "HUB_SFTP_PORT", "0", "HUB_BROKER_PORT", "0",
                "HUB_CLOCK", Files.readString(SampleCase.ROOT.resolve("clock")).strip(), "HUB_SFTP_HOST", "127.0.0.1",
                "HUB_SFTP_ACCOUNTS", files.writeAccounts(folder.resolve("accounts"), List.copyOf(feeds.keySet())).toString()));
        environment.putAll(broker.environment());
        environment.putAll(database.environment());
        hub = RunningHub.start(HubApplication.class, SettingsReader.read(HubMode.DEMO_EMPTY, environment, Path.of("").toAbsolutePath()), printed::add);
        ends.push(hub::close);
    }

    @Override
    public RunningHub hub() {
        return hub;
    }

    /** Which servers these are, in words. */
    String servers() {
        return String.join("; ", database.version(), broker.version(), OutsideSshd.version());
    }

    /** Why the day was not played on Debian's servers alone; empty when it was. */
    String withoutDebian() {
        return Stream.of(database.withoutDebian(), broker.withoutDebian()).flatMap(Optional::stream).collect(Collectors.joining("; "));
    }

    @Override
    public void dropAgain() {
        deal(chapters().stream().flatMap(List::stream).toList());
    }

    /** As the demonstration does: what a chapter tells is known before the next one begins. */
    private static List<List<Sample>> chapters() {
        return SampleFolder.of(Path.of("").toAbsolutePath()).chapters();
    }

    private void deal(List<Sample> samples) {
        WorkLeft work = hub.bean(WorkLeft.class);
        long before = work.lastDelivery();
        for (Sample sample : samples) {
            drop(sample.agency(), sample.feed(), sample.file().getFileName().toString(), bytes(sample.file()));
        }
        await().atMost(LIMIT).during(QUIET).until(() -> work.after(before).isDone(samples.size()));
    }

    /** Puts a file there, a second younger than the one before: the older is taken first. */
    void drop(String agency, String feed, String name, byte[] content) {
        files.drop(agency, feed, name, content, FileTime.from(dropped));
        dropped = dropped.plusSeconds(1);
    }

    @Override
    public Map<String, String> files(String agency, String place) {
        Path home = files.home(agency).resolve(place.substring(1));
        Map<String, String> found = new LinkedHashMap<>();
        files.files(agency, place.substring(1)).forEach(name -> found.put(name, read(home.resolve(name))));
        return found;
    }

    @Override
    public List<Message> takeMessages(String... queues) {
        List<Message> taken = new ArrayList<>();
        try {
            for (String queue : queues) {
                for (jakarta.jms.Message message : broker.take(queue)) {
                    taken.add(new Message(queue, message.getJMSType(), String.valueOf(message.getStringProperty("JMSXGroupID")), message.getJMSPriority(), message.getBody(String.class)));
                }
            }
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
        return taken;
    }

    @Override
    public void decide(String text) {
        try (Connection connection = broker.connect(OutsideBroker.CASE_SYSTEM); Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            session.createProducer(session.createQueue("frontdoor.decisions")).send(session.createTextMessage(text));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, Path> places() {
        return Map.of("file", folder.resolve("data"), "database", database.log(), "broker", folder.resolve("broker"), "openssh", files.log());
    }

    @Override
    public List<String> printed() {
        return printed;
    }

    @Override
    public void close() {
        while (!ends.isEmpty()) {
            ends.pop().run();
        }
    }

    /** Receipts are carried to the SFTP server when the work is done. */
    private boolean hasAllReceipts() {
        return SampleCase.inOrder().stream().collect(Collectors.groupingBy(SampleCase::agency, Collectors.mapping(sample -> sample.input().getFileName().toString(), Collectors.toSet())))
                .entrySet().stream().allMatch(agency -> receipts(agency.getKey()).keySet().containsAll(agency.getValue()));
    }

    private static String read(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
