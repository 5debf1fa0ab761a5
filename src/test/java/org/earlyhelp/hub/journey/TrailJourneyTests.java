package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.earlyhelp.hub.embedded.DemoAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One file is followed by two references from the upload to the message on its queue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrailJourneyTests {
    private static final long WAIT_MILLIS = 60_000;
    @TempDir
    private static Path folder;
    private ErasureDay day;
    private String receipt;
    private String upload;
    private Message message;

    @BeforeAll
    void sendOneFile() throws JMSException {
        day = new ErasureDay(folder);
        day.drop("avonford-police", "missing-children", "zelenka-mirelle.json", ErasureDay.missing(1));
        receipt = day.sql().sql("SELECT receipt FROM delivery").query(String.class).single();
        upload = day.sql().sql("SELECT upload FROM delivery").query(String.class).single();
        message = take("frontdoor.first-contact");
    }

    @AfterAll
    void stop() {
        day.stop();
    }

    @Test
    void theMessageNamesTheDeliveryItCameFrom() throws JMSException {
        assertThat(message.getStringProperty("hub_delivery")).isEqualTo(receipt);
        assertThat(message.getStringProperty("hub_correlation")).isEqualTo(upload);
    }

    @Test
    void everyRoomWritesTheSameTwoReferences() {
        await().atMost(Duration.ofSeconds(60)).until(() -> rooms(upload).containsAll(Set.of("intake", "identity", "alert")));
        List<JsonNode> lines = lines().stream().filter(line -> line.path("hub_correlation").asString("").equals(upload)).toList();

        assertThat(lines).anySatisfy(line -> assertThat(line.path("message").asString()).startsWith(receipt + " of avonford-police/missing-children is ACCEPTED"))
                .anySatisfy(line -> assertThat(line.path("message").asString()).endsWith("is on frontdoor.first-contact"));
        assertThat(lines).filteredOn(line -> line.has("hub_delivery")).hasSameSizeAs(lines).allSatisfy(line -> assertThat(line.path("hub_delivery").asString()).isEqualTo(receipt));
    }

    @Test
    void theLogForPeopleHasThemToo() throws IOException {
        assertThat(Files.readAllLines(log("hub.log"))).anyMatch(line -> line.contains("[" + upload + " " + receipt + "]") && line.endsWith("1 records, 0 rejected"))
                .anyMatch(line -> !line.contains("["  + upload));
    }

    @Test
    void whatNoFileGaveRiseToHasNone() {
        assertThat(lines()).anySatisfy(line -> assertThat(line.has("hub_correlation")).isFalse());
        assertThat(lines()).allSatisfy(line -> assertThat(line.path("service").path("name").asString()).isEqualTo("early-help-hub"));
    }

    private Set<String> rooms(String correlation) {
        return lines().stream().filter(line -> line.path("hub_correlation").asString("").equals(correlation))
                .map(line -> line.at("/log/logger").asString()).map(logger -> logger.replaceFirst("^org\\.earlyhelp\\.hub\\.", "").replaceFirst("\\..*", "")).collect(Collectors.toSet());
    }

    private List<JsonNode> lines() {
        try {
            String text = Files.readString(log("hub.jsonl"));
            // The last line may be half written.
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(JsonMapper.shared()::readTree).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path log(String name) {
        return folder.resolve("data/logs").resolve(name);
    }

    private Message take(String queue) throws JMSException {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(DemoAccounts.CASE_SYSTEM, day.hub.accounts().orElseThrow().password(DemoAccounts.CASE_SYSTEM),
                "tcp://127.0.0.1:" + day.hub.endpoints().broker());
        try (Connection connection = factory.createConnection(); Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            return session.createConsumer(session.createQueue(queue)).receive(WAIT_MILLIS);
        }
    }
}
