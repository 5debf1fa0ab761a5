package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.earlyhelp.hub.embedded.storage.WorkLeft;
import org.earlyhelp.hub.journey.outside.OutsideBroker;
import org.earlyhelp.hub.journey.outside.OutsideSshd;
import org.earlyhelp.hub.samples.SampleCase;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sample borough's journey on parts that are not the hub's own: a PostgreSQL server and an ActiveMQ broker in processes of
 * their own, both by TLS and with accounts, and OpenSSH as the SFTP server that is pulled from.
 */
@Tag("outside")
class OutsideJourneyTests extends SampleDaySecrets {
    private OutsideDay outside;

    @Override
    SampleDay play(Path folder) throws IOException {
        assumeTrue(OutsideSshd.isInstalled(), "No /usr/sbin/sshd: nothing is pulled from OpenSSH. .ci/run installs it (openssh-server).");
        outside = OutsideDay.play(folder);
        System.out.println("The sample day on servers that are not the hub's own: " + outside.servers());
        return outside;
    }

    @Override
    List<String> searched() {
        return List.of("broker journal/", "database start.log", "openssh sshd.log");
    }

    @Override
    List<String> serverLogs() {
        return List.of("database ", "openssh ");
    }

    @Test
    void isPlayedOnDebiansServers() {
        assumeTrue(outside.withoutDebian().isEmpty(), outside.withoutDebian());

        assertThat(outside.servers()).contains("PostgreSQL ", "ActiveMQ ", "OpenSSH_").doesNotContain("brings it along");
    }

    @Test
    void takesEveryFileOffTheOpenSshServer() {
        assertThat(SampleCase.inOrder()).allSatisfy(sample -> assertThat(outside.files.files(sample.agency(), "in/" + sample.feed())).as(sample.toString()).isEmpty());
    }

    @Test
    void everyLineToTheDatabaseIsEncrypted() {
        List<Boolean> encrypted = day().hub().bean(JdbcClient.class)
                .sql("SELECT s.ssl FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) WHERE a.application_name = 'early-help-hub'").query(Boolean.class).list();

        assertThat(encrypted).isNotEmpty().containsOnly(true);
    }

    /** As the runbook's settings have it. */
    @Test
    void theDatabasesLogRepeatsNothingOfAFailure() throws IOException {
        JdbcClient sql = day().hub().bean(JdbcClient.class);
        sql.sql("CREATE TABLE outside_note (said text CONSTRAINT outside_note_pk PRIMARY KEY)").update();
        try {
            assertThatThrownBy(() -> sql.sql("INSERT INTO outside_note VALUES (?), ('hush-hush')").param("hush-hush").update()).isInstanceOf(DuplicateKeyException.class);
        } finally {
            sql.sql("DROP TABLE outside_note").update();
        }

        assertThat(Files.readString(outside.database.log())).contains("outside_note_pk").doesNotContain("hush");
    }

    /** What follows an erasure, on a server of any version. Whoever may not clear the statistics is only warned, so their file tells. */
    @Test
    void letsTheHubClearWhatTheServerKeepsOfDeletedRows() {
        JdbcTemplate sql = day().hub().bean(JdbcTemplate.class);
        String file = "SELECT pg_relation_filenode('pg_catalog.pg_statistic')";
        Long before = sql.queryForObject(file, Long.class);

        List.of("VACUUM (FULL) pg_catalog.pg_statistic", "SELECT pg_switch_wal()", "CHECKPOINT").forEach(sql::execute);

        assertThat(sql.queryForObject(file, Long.class)).isNotEqualTo(before);
    }

    @Test
    void letsNobodyInWithoutAnAccountOfItsOwn() {
        assertThatThrownBy(() -> outside.broker.connect(OutsideBroker.HUB, "guessed").close()).isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> new ActiveMQConnectionFactory(OutsideBroker.HUB, outside.broker.password(), "tcp://127.0.0.1:" + outside.broker.port() + "?soTimeout=3000&wireFormat.maxInactivityDurationInitalDelay=3000")
                .createConnection().start()).isInstanceOf(JMSException.class);
        assertThatThrownBy(() -> readDecisionsAsTheCaseSystem()).isInstanceOf(JMSException.class);
    }

    /** Nothing is done by hand: the hub finds each of them again, and what it was told meanwhile goes through once. */
    @Test
    @Order(LAST)
    void findsAllThreeAgainAfterTheyWereKilled() throws IOException {
        WorkLeft work = day().hub().bean(WorkLeft.class);
        long before = work.lastDelivery();
        outside.broker.kill();
        outside.database.kill();
        outside.files.kill();
        await().atMost(LIMIT).until(() -> measures().contains("hub_broker_up 0.0"));
        outside.drop("avonford-police", "missing-children", "after-the-kill.json", notice().getBytes(StandardCharsets.UTF_8));

        outside.files.startAgain();
        outside.database.startAgain();
        outside.broker.startAgain();

        await().atMost(LIMIT).until(() -> isAccepted("after-the-kill.json"));
        await().atMost(LIMIT).until(() -> work.after(before).isDone(1));
        assertThat(day().takeMessages(FIRST_CONTACT)).as("one alert of a child at high risk, once").singleElement()
                .satisfies(message -> assertThat(message.type()).isEqualTo("earlyhelp.alert.raised.v1"));
        await().atMost(LIMIT).until(() -> measures().contains("hub_broker_up 1.0"));
    }

    /** As the monitoring on the hub's own machine reads them. */
    private String measures() throws IOException {
        return new String(URI.create("http://127.0.0.1:" + day().hub().endpoints().http() + "/actuator/prometheus").toURL().openStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void readDecisionsAsTheCaseSystem() throws JMSException {
        try (Connection connection = outside.broker.connect(OutsideBroker.CASE_SYSTEM); Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            session.createConsumer(session.createQueue("frontdoor.decisions"));
        }
    }

    private boolean isAccepted(String name) {
        return Optional.ofNullable(outside.receipts("avonford-police").get(name)).map(receipt -> receipt.at("/stage").asString()).filter("ACCEPTED"::equals).isPresent();
    }

    private static String notice() {
        return """
                [{"noticeRef": "AV-26-9907", "version": 1, "kind": "INITIAL", "force": "AVON", "reportedAt": "2026-11-23T07:15:00Z", "missingFrom": "HOME", "riskGrade": "HIGH",
                  "riskFlags": [], "child": {"surname": "Quenby", "forenames": "Tamsin", "dateOfBirth": "2012-06-11", "sex": "F"}}]
                """;
    }
}
