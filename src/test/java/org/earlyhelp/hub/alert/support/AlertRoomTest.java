package org.earlyhelp.hub.alert.support;

import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.alert.support.Assessments.assessmentOf;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.AlertRow;
import org.earlyhelp.hub.alert.storage.OutboxStore;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running alert room with one family and one child, on a Sunday morning. */
public abstract class AlertRoomTest {
    protected static final String EARLY_HELP = "frontdoor.early-help";
    protected static final String FIRST_CONTACT = "frontdoor.first-contact";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    protected final MovingClock clock = new MovingClock("2026-11-22T06:01:02Z");
    protected final DataSource database = TestDatabase.fresh();
    protected TestBroker broker;
    protected AlertHub hub;
    protected Borough borough;
    protected Borough.Family family;
    protected String child;
    @TempDir
    protected Path data;

    @BeforeEach
    void start() throws Exception {
        broker = TestBroker.start();
        hub = AlertHub.start(database, broker.url(), clock, data);
        borough = new Borough(JdbcClient.create(database));
        family = borough.family();
        child = borough.child(family);
    }

    @AfterEach
    void stop() {
        hub.close();
        broker.close();
    }

    /** An assessment of the family with its child. */
    protected Assessments assessed() {
        return assessmentOf(family.id(), family.ref()).child(child, false);
    }

    /** Raises an early-help alert by a police notice and takes its message; answers the evidence. */
    protected String raiseEarlyHelp(String noticeRef) {
        String notice = borough.missing(noticeRef, child, RiskGrade.LOW);
        hub.assessed(assessed().with(missing(child, notice)).news());
        taken(EARLY_HELP);
        awaitPublished();
        return notice;
    }

    /** Raises a first-contact alert by a police notice graded high and takes its message; answers the evidence. */
    protected String raiseFirstContact(String noticeRef) {
        String notice = borough.missing(noticeRef, child, RiskGrade.HIGH);
        hub.assessed(assessed().with(missing(child, notice)).with(missingHigh(child, notice)).news());
        taken(FIRST_CONTACT);
        awaitPublished();
        return notice;
    }

    /** The family's alert, where it has no more than this one. */
    protected AlertRow only() {
        return hub.bean(AlertDirectory.class).ofFamily(family.ref()).get(0);
    }

    /** Until the hub has noted of every message that the broker has it: a reader may be sooner than the note. */
    protected void awaitPublished() {
        await().atMost(PATIENCE).until(() -> hub.bean(OutboxStore.class).waiting() == 0);
    }

    /** The next message of a queue as JSON. */
    protected JsonNode taken(String queue) {
        try {
            return json(broker.take(queue, 1).get(0));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static JsonNode json(TextMessage message) throws JMSException {
        return JsonMapper.builder().build().readTree(message.getText());
    }
}
