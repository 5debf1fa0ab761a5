package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.alert.support.Assessments.assessmentOf;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.activemq.command.ActiveMQBytesMessage;
import org.earlyhelp.hub.alert.DeadLetters.DeadLetter;
import org.earlyhelp.hub.alert.DeadLetters.Listing;
import org.earlyhelp.hub.alert.storage.OutboxStore;
import org.earlyhelp.hub.alert.support.AlertHub;
import org.earlyhelp.hub.alert.support.Borough;
import org.earlyhelp.hub.alert.support.FrontDoorSystem;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.embedded.broker.EmbeddedBroker;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The case system at its worst, on the broker that the hub ships: slow, away, talking rubbish. */
class QueueContractTests {
    private static final String EARLY_HELP = "frontdoor.early-help";
    private static final String FIRST_CONTACT = "frontdoor.first-contact";
    private static final String DECISIONS = "frontdoor.decisions";
    private static final String PASSWORD = "front-door-secret";
    private final MovingClock clock = new MovingClock("2026-11-22T06:01:02Z");
    private final DataSource database = TestDatabase.fresh();
    private final Borough borough = new Borough(JdbcClient.create(database));
    private EmbeddedBroker broker;
    private AlertHub hub;
    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0, Optional.of(PASSWORD));
        hub = AlertHub.start(database, broker.url() + "&jms.userName=" + broker.userName() + "&jms.password=" + broker.password(), clock, folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        hub.close();
        broker.close();
    }

    @Test
    void rubbishHarmsNothing() throws Exception {
        String alert = raise(borough.family());
        try (FrontDoorSystem system = FrontDoorSystem.at(broker.port(), PASSWORD)) {
            system.send(DECISIONS, "not json");
            system.send(DECISIONS, "[]");
            system.send(DECISIONS, "");
            system.send(DECISIONS, decision("D1", alert).replace("\"alertVersion\":1", "\"alertVersion\":\"one\""));
            system.send(DECISIONS, decision("D2", alert).replace("\"by\":\"m.ali\"", "\"by\":{\"name\":\"m.ali\"}"));
            system.send(DECISIONS, decision("D3", "A-2026-999999"));
            system.send(DECISIONS, "[".repeat(10_000));
            system.send(DECISIONS, decision("D4", alert) + " ".repeat(1_000_000));
            assertThatThrownBy(() -> system.send(DECISIONS, session -> bytes(decision("D5", alert)))).as("the broker's door").isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> system.send(DECISIONS, session -> session.createMapMessage())).isInstanceOf(JMSException.class);
            system.send(DECISIONS, decision("D6", alert));
        }

        await().until(() -> row(alert).status() == AlertStatus.ACKNOWLEDGED);
        assertThat(deadLetters()).extracting(DeadLetter::reason).containsExactly("BAD_JSON", "BAD_JSON", "BAD_JSON", "BAD_FIELD:alertVersion", "BAD_FIELD:by",
                "UNKNOWN_ALERT", "BAD_JSON", "TOO_LARGE");
    }

    @Test
    void aMessageBeyondEveryLimitHurtsItsSenderOnly() throws Exception {
        String alert = raise(borough.family());

        assertThatThrownBy(() -> {
            try (FrontDoorSystem system = FrontDoorSystem.at(broker.port(), PASSWORD)) {
                system.send(DECISIONS, " ".repeat(3_000_000));
            }
        }).isInstanceOf(JMSException.class);

        try (FrontDoorSystem system = FrontDoorSystem.at(broker.port(), PASSWORD)) {
            system.send(DECISIONS, decision("D1", alert));
        }
        await().until(() -> row(alert).status() == AlertStatus.ACKNOWLEDGED);
    }

    @Test
    void aSlowReaderHoldsNobodyUp() throws Exception {
        String held = raise(borough.family());
        FrontDoorSystem slow = FrontDoorSystem.at(broker.port(), PASSWORD);
        try (FrontDoorSystem other = FrontDoorSystem.at(broker.port(), PASSWORD)) {
            String heldId = FrontDoorSystem.next(slow.reader(EARLY_HELP)).getStringProperty("ce_id");
            for (int i = 0; i < 60; i++) {
                raise(borough.family());
            }
            Borough.Family urgent = borough.family();
            hub.assessed(assessmentOf(urgent.id(), urgent.ref()).child(borough.child(urgent), false).with(missingHigh("P-1")).news());

            assertThat(FrontDoorSystem.next(other.reader(FIRST_CONTACT)).getJMSCorrelationID()).isEqualTo(urgent.ref());
            await().until(() -> hub.bean(OutboxStore.class).waiting() == 0);

            slow.close();
            assertThat(idsOf(other, 61)).as("what the slow one held comes again under its id").contains(heldId).doesNotHaveDuplicates();
        }
        assertThat(row(held).status()).isEqualTo(AlertStatus.RAISED);
    }

    @Test
    void aReaderGoneForADayFindsEverythingInOrder() throws Exception {
        Borough.Family family = borough.family();
        raise(family);
        for (int version = 2; version <= 5; version++) {
            raise(family);
        }
        await().until(() -> hub.bean(OutboxStore.class).waiting() == 0);
        clock.forward(Duration.ofDays(1));
        stop();
        start();

        try (FrontDoorSystem system = FrontDoorSystem.at(broker.port(), PASSWORD)) {
            assertThat(versions(system, 5)).containsExactly(1, 2, 3, 4, 5);
        }
    }

    @Test
    void twoReadersShareTheFamiliesAndKeepTheirOrder() throws Exception {
        List<Borough.Family> families = List.of(borough.family(), borough.family(), borough.family(), borough.family());
        try (FrontDoorSystem one = FrontDoorSystem.at(broker.port(), PASSWORD); FrontDoorSystem two = FrontDoorSystem.at(broker.port(), PASSWORD)) {
            List<MessageConsumer> readers = List.of(one.reader(EARLY_HELP), two.reader(EARLY_HELP));
            for (int version = 1; version <= 4; version++) {
                families.forEach(this::raise);
            }

            Map<String, List<Integer>> versions = new HashMap<>();
            Map<String, Integer> readerOf = new HashMap<>();
            for (int taken = 0, turn = 0; taken < 16; turn++) {
                TextMessage message = FrontDoorSystem.nextIfAny(readers.get(turn % 2));
                if (message != null) {
                    taken++;
                    message.acknowledge();
                    versions.computeIfAbsent(message.getJMSCorrelationID(), any -> new ArrayList<>()).add(versionOf(message));
                    assertThat(readerOf.putIfAbsent(message.getJMSCorrelationID(), turn % 2)).isIn(null, turn % 2);
                }
            }
            assertThat(versions).hasSize(4).allSatisfy((family, told) -> assertThat(told).containsExactly(1, 2, 3, 4));
        }
    }

    @Test
    void aReplayedDecisionIsDroppedByItsId() throws Exception {
        String alert = raise(borough.family());
        try (FrontDoorSystem system = FrontDoorSystem.at(broker.port(), PASSWORD)) {
            system.send(DECISIONS, decision("D1", alert));
            system.send(DECISIONS, decision("D1", alert));
            system.send(DECISIONS, "the end");
        }

        await().until(() -> deadLetters().size() == 1);
        assertThat(hub.bean(AlertDirectory.class).alert(alert).orElseThrow().decisions()).hasSize(1);
    }

    private String raise(Borough.Family family) {
        hub.assessed(assessmentOf(family.id(), family.ref()).child("P-1", false).with(missing("P-1")).news());
        return hub.bean(AlertDirectory.class).ofFamily(family.ref()).get(0).alert();
    }

    private AlertRow row(String alert) {
        return hub.bean(AlertDirectory.class).inbox(100).stream().filter(row -> row.alert().equals(alert)).findFirst().orElseThrow();
    }

    private List<DeadLetter> deadLetters() {
        return ((Listing.Letters) hub.bean(DeadLetters.class).list(100)).letters();
    }

    private static List<Integer> versions(FrontDoorSystem system, int count) throws Exception {
        MessageConsumer reader = system.reader(EARLY_HELP);
        List<Integer> versions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TextMessage message = FrontDoorSystem.next(reader);
            message.acknowledge();
            versions.add(versionOf(message));
        }
        return versions;
    }

    private static List<String> idsOf(FrontDoorSystem system, int count) throws Exception {
        MessageConsumer reader = system.reader(EARLY_HELP);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TextMessage message = FrontDoorSystem.next(reader);
            message.acknowledge();
            ids.add(message.getStringProperty("ce_id"));
        }
        return ids;
    }

    private static Message bytes(String text) throws JMSException {
        ActiveMQBytesMessage bytes = new ActiveMQBytesMessage();
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return bytes;
    }

    private static int versionOf(TextMessage message) throws JMSException {
        return JsonMapper.shared().readTree(message.getText()).path("data").path("version").intValue();
    }

    private static String decision(String id, String alert) {
        return "{\"id\":\"%s\",\"alert\":\"%s\",\"alertVersion\":1,\"action\":\"ACKNOWLEDGED\",\"by\":\"m.ali\",\"at\":\"2026-11-22T07:00:00Z\"}".formatted(id, alert);
    }
}
