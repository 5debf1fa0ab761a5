package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.earlyhelp.hub.journey.DemoDay.Message;
import org.earlyhelp.hub.journey.outside.OutsideBroker;
import org.earlyhelp.hub.journey.outside.OutsideSshd;
import org.earlyhelp.hub.samples.SampleCase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sample borough's journey on parts that are not the hub's own: a PostgreSQL server and an ActiveMQ broker in processes of
 * their own, both by TLS and with accounts, and OpenSSH as the SFTP server that is pulled from.
 */
@Tag("outside")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutsideJourneyTests {
    private static final String EARLY_HELP = "frontdoor.early-help";
    private static final String FIRST_CONTACT = "frontdoor.first-contact";
    private static final Duration LIMIT = Duration.ofSeconds(90);
    @TempDir
    private static Path folder;
    private OutsideDay day;
    private List<Message> messages;

    @BeforeAll
    void playTheDay() throws IOException, JMSException {
        assumeTrue(OutsideSshd.isInstalled(), "No /usr/sbin/sshd: nothing is pulled from OpenSSH. .ci/run installs it (openssh-server).");
        day = new OutsideDay(folder);
        day.dropSamples();
        messages = day.takeMessages(EARLY_HELP, FIRST_CONTACT);
    }

    @AfterAll
    void stop() {
        if (day != null) {
            day.close();
        }
    }

    @Test
    void answersEveryFileOnTheOpenSshServer() {
        for (SampleCase sample : SampleCase.inOrder()) {
            String name = sample.input().getFileName().toString();
            await().atMost(LIMIT).untilAsserted(() -> assertThat(stages(sample.agency(), name)).as(sample.toString()).contains(sample.expected().stage()));
            assertThat(day.files.files(sample.agency(), "in/" + sample.feed())).as(sample.toString()).isEmpty();
        }
    }

    @Test
    void bringsTheExpectedAlertsToTheOutsideBroker() {
        ToldAlerts told = new ToldAlerts(messages, DemoDay.export(day.hub, "links"));

        assertThat(told.open()).containsExactlyInAnyOrderElementsOf(ToldAlerts.expected());
        assertThat(messages).allSatisfy(message -> assertThat(message.priority()).isEqualTo(message.queue().equals(FIRST_CONTACT) ? 9 : 4));
    }

    @Test
    void everyLineToTheDatabaseIsEncrypted() {
        List<Boolean> encrypted = day.hub.bean(JdbcClient.class)
                .sql("SELECT s.ssl FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) WHERE a.application_name = 'early-help-hub'").query(Boolean.class).list();

        assertThat(encrypted).isNotEmpty().containsOnly(true);
    }

    @Test
    void letsNobodyInWithoutAnAccountOfItsOwn() {
        assertThatThrownBy(() -> day.broker.connect(OutsideBroker.HUB, "guessed").close()).isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> new ActiveMQConnectionFactory(OutsideBroker.HUB, day.broker.password(), "tcp://127.0.0.1:" + day.broker.port() + "?soTimeout=3000&wireFormat.maxInactivityDurationInitalDelay=3000")
                .createConnection().start()).isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> readDecisionsAsTheCaseSystem()).isInstanceOf(JMSException.class);
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void theFrontDoorsDecisionComesBackFromTheOutsideBroker() throws JMSException {
        ToldAlerts told = new ToldAlerts(messages, DemoDay.export(day.hub, "links"));
        JsonNode alert = told.latest().stream().filter(message -> message.queue().equals(EARLY_HELP)).findFirst().orElseThrow().json().at("/data");

        day.decide("""
                {"id": "outside-1", "alert": "%s", "alertVersion": %d, "action": "ACKNOWLEDGED", "by": "D. Manager", "at": "2026-11-23T09:15:00Z"}
                """.formatted(alert.at("/alert").asString(), alert.at("/version").asInt()));

        await().atMost(LIMIT).until(() -> DemoDay.csv(DemoDay.export(day.hub, "alerts")).stream()
                .anyMatch(row -> row.getField("alert").equals(alert.at("/alert").asString()) && row.getField("status").equals("ACKNOWLEDGED")));
    }

    /** Nothing is done by hand: the hub finds each of them again, and what it was told meanwhile goes through once. */
    @Test
    @Order(Integer.MAX_VALUE)
    void findsAllThreeAgainAfterTheyWereKilled() throws IOException, JMSException {
        day.broker.kill();
        day.database.kill();
        day.files.kill();
        await().atMost(LIMIT).until(() -> measures().contains("hub_broker_up 0.0"));
        day.drop("avonford-police", "missing-children", "after-the-kill.json", notice().getBytes(StandardCharsets.UTF_8));

        day.files.startAgain();
        day.database.startAgain();
        day.broker.startAgain();

        await().atMost(LIMIT).until(() -> stages("avonford-police", "after-the-kill.json").equals(List.of("ACCEPTED")));
        await().atMost(LIMIT).until(() -> day.hub.bean(JdbcClient.class).sql("SELECT count(*) FROM outbox WHERE published_at IS NULL").query(Long.class).single() == 0);
        assertThat(day.takeMessages(FIRST_CONTACT)).as("one alert of a child at high risk, once").singleElement()
                .satisfies(message -> assertThat(message.type()).isEqualTo("earlyhelp.alert.raised.v1"));
        await().atMost(LIMIT).until(() -> measures().contains("hub_broker_up 1.0"));
    }

    /** As the monitoring on the hub's own machine reads them. */
    private String measures() throws IOException {
        return new String(URI.create("http://127.0.0.1:" + day.hub.endpoints().http() + "/actuator/prometheus").toURL().openStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void readDecisionsAsTheCaseSystem() throws JMSException {
        try (Connection connection = day.broker.connect(OutsideBroker.CASE_SYSTEM); Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            session.createConsumer(session.createQueue("frontdoor.decisions"));
        }
    }

    /** The stages of all final answers to files of that name. */
    private List<String> stages(String agency, String name) {
        return day.files.files(agency, "receipts").stream().filter(file -> file.startsWith(name + ".") && file.endsWith(".receipt.json"))
                .map(file -> JsonMapper.shared().readTree(read(day.files.home(agency).resolve("receipts").resolve(file))).path("stage").asString()).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String notice() {
        return """
                [{"noticeRef": "AV-26-9907", "version": 1, "kind": "INITIAL", "force": "AVON", "reportedAt": "2026-11-23T07:15:00Z", "missingFrom": "HOME", "riskGrade": "HIGH",
                  "riskFlags": [], "child": {"surname": "Quenby", "forenames": "Tamsin", "dateOfBirth": "2012-06-11", "sex": "F"}}]
                """;
    }
}
