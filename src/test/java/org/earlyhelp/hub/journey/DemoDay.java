package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.earlyhelp.hub.HubApplication;
import org.earlyhelp.hub.embedded.DemoAccounts;
import org.earlyhelp.hub.embedded.RunningHub;
import org.earlyhelp.hub.embedded.settings.HubMode;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.embedded.storage.WorkLeft;
import org.earlyhelp.hub.samples.SampleCase;
import org.earlyhelp.hub.support.ChildJava;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sample borough's day as a stranger would see it: {@code ehub demo --once} in a process of its own, then {@code demo
 * --empty} on the same data folder, looked at only from outside: SFTP, queues, exports, pages.
 */
public final class DemoDay implements SampleDay {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int QUIET_SECONDS = 5;
    private final Map<String, String> environment;
    private final List<String> printed;
    final RunningHub hub;

    public DemoDay(Path folder) {
        PlayedDay played = PlayedDay.broughtTo(folder);
        environment = played.environment();
        printed = played.printed();
        hub = RunningHub.start(HubApplication.class, SettingsReader.read(HubMode.DEMO_EMPTY, environment, Path.of("").toAbsolutePath()), line -> { });
    }

    /** Where its pages are. */
    public String root() {
        return "http://127.0.0.1:" + hub.endpoints().http();
    }

    /** What that demo account signs in with. */
    public String password(String account) {
        return hub.accounts().orElseThrow().password(account);
    }

    @Override
    public RunningHub hub() {
        return hub;
    }

    @Override
    public List<String> printed() {
        return printed;
    }

    /** A message as a case system got it. */
    record Message(String queue, String type, String group, int priority, String text) {
        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }
    }

    /** As a process of its own. */
    @Override
    public List<Message> takeMessages(String... queues) {
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(hub.endpoints().broker())));
        arguments.addAll(List.of(queues));
        String password = hub.accounts().orElseThrow().password(DemoAccounts.CASE_SYSTEM);
        try (ChildJava reader = ChildJava.start(QueueReader.class, Map.of(QueueReader.PASSWORD, password), arguments.toArray(String[]::new))) {
            List<String> lines = reader.lines();
            assertThat(lines).endsWith("end");
            return lines.stream().filter(line -> line.startsWith("message ")).map(line -> line.split(" ", 6))
                    .map(part -> new Message(part[1], part[2], part[3], Integer.parseInt(part[4]), part[5])).toList();
        }
    }

    /** The receipt of a file that came in part. */
    public String aReceipt() {
        return hub.bean(JdbcClient.class).sql("SELECT receipt FROM delivery WHERE stage = 'PARTIAL' ORDER BY id LIMIT 1").query(String.class).single();
    }

    @Override
    public void decide(String text) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(DemoAccounts.CASE_SYSTEM, hub.accounts().orElseThrow().password(DemoAccounts.CASE_SYSTEM),
                "tcp://127.0.0.1:" + hub.endpoints().broker());
        try (Connection connection = factory.createConnection(); Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            session.createProducer(session.createQueue("frontdoor.decisions")).send(session.createTextMessage(text));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> files(String agency, String folder) {
        Map<String, String> files = new LinkedHashMap<>();
        try (AgencyClient client = new AgencyClient(hub, agency)) {
            client.names(folder).forEach(name -> files.put(name, client.read(folder + "/" + name)));
        }
        return files;
    }

    static String export(RunningHub hub, String name) {
        try {
            String login = Base64.getEncoder().encodeToString(("steward:" + hub.accounts().orElseThrow().password("steward")).getBytes(StandardCharsets.UTF_8));
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.endpoints().http() + "/api/" + name + ".csv"))
                    .header("Authorization", "Basic " + login).build();
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void dropAgain() {
        WorkLeft work = hub.bean(WorkLeft.class);
        long before = work.lastDelivery();
        Map<String, AgencyClient> clients = new HashMap<>();
        List<SampleCase> samples = SampleCase.inOrder();
        samples.forEach(sample -> clients.computeIfAbsent(sample.agency(), agency -> new AgencyClient(hub, agency))
                .upload("/in/" + sample.feed() + "/" + sample.input().getFileName(), sample.bytes()));
        clients.values().forEach(AgencyClient::close);
        await().atMost(LIMIT).during(Duration.ofSeconds(QUIET_SECONDS)).until(() -> work.after(before).isDone(samples.size()));
    }

    /** The hub's own log. */
    String log() {
        try {
            return Files.readString(Path.of(environment.get("HUB_DATA_DIR")).resolve("logs/hub.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the hub keeps everything. */
    Path dataFolder() {
        return Path.of(environment.get("HUB_DATA_DIR"));
    }

    @Override
    public Map<String, Path> places() {
        return Map.of("file", dataFolder());
    }

    static List<NamedCsvRecord> csv(String text) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<NamedCsvRecord> sampleCsv(String file) {
        try {
            return csv(Files.readString(SampleCase.ROOT.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        hub.close();
    }
}
