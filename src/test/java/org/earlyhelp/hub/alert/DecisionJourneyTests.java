package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.alert.support.Assessments.absence;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import jakarta.jms.TextMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.command.ActiveMQBytesMessage;
import org.earlyhelp.hub.alert.route.OutcomeFileWriter;
import org.earlyhelp.hub.alert.support.AlertHub;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.alert.support.Borough;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the case system says back, by the queue it says it on. */
class DecisionJourneyTests extends AlertRoomTest {
    private static final String DECISIONS = "frontdoor.decisions";
    private static final String DEAD_LETTERS = "hub.dead-letter";

    @Test
    void acknowledgesAnAlert() throws Exception {
        raiseEarlyHelp("N1");

        broker.send(DECISIONS, decision("D1", 1, "ACKNOWLEDGED", null));

        await().until(() -> newest().status() == AlertStatus.ACKNOWLEDGED);
    }

    @Test
    void closesWithAnOutcomeAndTellsThePoliceByTheirOwnReference() throws Exception {
        raiseEarlyHelp("N1");

        broker.send(DECISIONS, decision("D1", 1, "OUTCOME", "EMERGING"));

        JsonNode closed = taken(EARLY_HELP);
        assertThat(closed.path("type").stringValue()).isEqualTo("earlyhelp.alert.closed.v1");
        assertThat(closed.path("data").path("outcome").stringValue()).isEqualTo("EMERGING");
        assertThat(newest().status()).isEqualTo(AlertStatus.DECIDED);
        await().until(() -> outcomes("avonford-police").size() == 1);
        assertThat(Files.readString(outcomes("avonford-police").get(0)))
                .isEqualTo("{\"sourceRef\":\"N1\",\"outcome\":\"EMERGING\",\"decidedAt\":\"2026-11-22T07:00:00Z\"}");
        assertThat(outcomes("avonford-schools")).isEmpty();
    }

    @Test
    void tellsTheOutcomeToTheSenderThatReferredAndToNobodyElse() throws Exception {
        raiseEarlyHelp("N1");
        hub.bean(JdbcClient.class).sql("UPDATE delivery SET sender = 'harbour' WHERE agency = 'avonford-police'").update();

        hub.decisions().apply(universal("D1", 1));

        await().until(() -> outcomes("avonford-police.harbour").size() == 1);
        assertThat(outcomes("avonford-police")).isEmpty();
    }

    @Test
    void letsNobodyWaitForAFolderThatTakesNoFile() throws Exception {
        Path shut = hub.bean(SftpFolders.class).out("avonford-schools");
        Files.createDirectories(shut.getParent());
        Files.writeString(shut, "a file where the folder should be");
        hub.bean(JdbcClient.class).sql("INSERT INTO outcome_file (entry, agency, body, created_at) SELECT 'E-' || i, 'avonford-schools', '{}', '2026-11-01' FROM generate_series(1, 60) i").update();
        raiseEarlyHelp("N1");

        hub.decisions().apply(universal("D1", 1));

        await().until(() -> outcomes("avonford-police").size() == 1);
        // A file is there before it is noted as written.
        await().untilAsserted(() -> assertThat(hub.bean(JdbcClient.class).sql("SELECT count(*) FROM outcome_file WHERE written_at IS NULL").query(Long.class).single()).isEqualTo(60));
    }

    @Test
    void tellsNoOutcomeThatAnAgreementDoesNotName() throws Exception {
        String bySchools = borough.record("avonford-schools", "missing-children", "S1", 1, Borough.report(Kind.INITIAL, RiskGrade.LOW), child);
        hub.assessed(assessed().with(missing(child, bySchools)).news());

        hub.decisions().apply(universal("D1", 1));

        assertThat(hub.bean(JdbcClient.class).sql("SELECT count(*) FROM outcome_file").query(Long.class).single()).isZero();
    }

    @Test
    void tellsTheOutcomeWithinTheLimitThoughTheHubWasDown() throws Exception {
        raiseEarlyHelp("N1");
        hub.bean(OutcomeFileWriter.class).stop();
        clock.forward(Duration.ofHours(47));
        hub.decisions().apply(universal("D1", 1));
        assertThat(outcomes("avonford-police")).isEmpty();

        try (AlertHub next = AlertHub.start(database, broker.url(), clock, data)) {
            await().until(() -> outcomes("avonford-police").size() == 1);
            assertThat(next.bean(AlertDirectory.class).notices(10)).extracting(AlertNotice::notice).doesNotContain("decide-overdue");
        }
    }

    @Test
    void dropsARepeatedId() throws Exception {
        raiseEarlyHelp("N1");
        broker.send(DECISIONS, decision("D1", 1, "OUTCOME", "EMERGING"));
        taken(EARLY_HELP);

        broker.send(DECISIONS, decision("D1", 1, "OUTCOME", "SAFEGUARDING"));
        broker.send(DECISIONS, "the end");
        broker.take(DEAD_LETTERS, 1);

        assertThat(newest().outcome()).isEqualTo(Outcome.EMERGING);
        assertThat(broker.drain(FIRST_CONTACT)).isEmpty();
    }

    @Test
    void keepsNewInformationOpenAfterADecisionOnAnOlderVersion() throws Exception {
        String notice = raiseEarlyHelp("N1");
        hub.assessed(assessed().with(missing(child, notice)).with(absence(child, "")).news());

        AlertDecisions.Result result = hub.decisions().apply(universal("D1", 1));

        Alert alert = ((AlertDecisions.Result.Applied) result).alert();
        assertThat(alert.status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
        assertThat(alert.newSinceDecision()).isTrue();
        assertThat(outcomes("avonford-police")).isEmpty();
        hub.decisions().apply(universal("D2", 2));
        assertThat(newest().status()).isEqualTo(AlertStatus.DECIDED);
    }

    @Test
    void handsSafeguardingToFirstContactInOneTransaction() throws Exception {
        raiseEarlyHelp("N1");

        broker.send(DECISIONS, decision("D1", 1, "OUTCOME", "SAFEGUARDING"));

        JsonNode raised = taken(FIRST_CONTACT).path("data");
        JsonNode closed = taken(EARLY_HELP).path("data");
        assertThat(raised.path("because").stringValue()).isEqualTo("HANDED_OVER");
        assertThat(raised.path("level").intValue()).isEqualTo(4);
        assertThat(closed.path("successor")).isEqualTo(raised.path("alert"));
    }

    @Test
    void handsAFirstContactAlertDecidedLowerToEarlyHelp() throws Exception {
        raiseFirstContact("N1");

        broker.send(DECISIONS, decision("D1", 1, "OUTCOME", "UNIVERSAL"));

        assertThat(taken(EARLY_HELP).path("data").path("level").intValue()).isEqualTo(3);
        assertThat(taken(FIRST_CONTACT).path("data").path("status").stringValue()).isEqualTo("DECIDED");
    }

    @Test
    void neverLeavesAFamilyWithoutAnOwner() {
        raiseEarlyHelp("N1");
        JdbcClient sql = hub.bean(JdbcClient.class);

        hub.decisions().apply(new Decision("D1", newest().alert(), 1, Decision.Action.OUTCOME, Outcome.SAFEGUARDING, null, null, null, "m.ali", clock.instant(), null, null, null));

        // Both rows carry the same transaction: no reader can see the one without the other.
        assertThat(sql.sql("SELECT count(DISTINCT xmin::text) FROM alert").query(Long.class).single()).isEqualTo(1);
        assertThat(sql.sql("SELECT count(*) FROM alert WHERE status = 'RAISED'").query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void aHandedOverAlertIsNotWithdrawnByItsLevel() throws Exception {
        String notice = raiseEarlyHelp("N1");
        broker.send(DECISIONS, decision("D1", 1, "OUTCOME", "SAFEGUARDING"));
        taken(FIRST_CONTACT);

        hub.assessed(assessed().with(missing(child, notice)).nothingNew());

        assertThat(hub.bean(AlertDirectory.class).inbox(10)).extracting(AlertRow::queue).containsExactly(AlertQueue.FIRST_CONTACT);
    }

    @Test
    void raisesAgainOnlyForWhatComesAfterTheDecision() throws Exception {
        String notice = raiseEarlyHelp("N1");
        hub.decisions().apply(universal("D1", 1));
        taken(EARLY_HELP);

        hub.assessed(assessed().with(missing(child, notice)).nothingNew());
        assertThat(broker.drain(EARLY_HELP)).isEmpty();

        hub.assessed(assessed().with(missing(child, notice, borough.missing("N2", child, RiskGrade.LOW))).news());
        assertThat(taken(EARLY_HELP).path("type").stringValue()).isEqualTo("earlyhelp.alert.raised.v1");
    }

    @Test
    void buriesWhatItCannotHandleWithTheReason() throws Exception {
        raiseEarlyHelp("N1");
        broker.send(DECISIONS, "not json");
        broker.send(DECISIONS, decision("D1", 9, "ACKNOWLEDGED", null));
        broker.send(DECISIONS, decision("D2", 1, "ACKNOWLEDGED", null).replace(newest().alert(), "A-2026-999999"));
        broker.send(DECISIONS, decision("D3", 1, "DELETE", null));
        broker.send(DECISIONS, session -> session.createObjectMessage("an object"));
        broker.send(DECISIONS, session -> new ActiveMQBytesMessage());
        broker.send(DECISIONS, " ".repeat(70_000));
        broker.send(DECISIONS, decision("D4", 1, "ACKNOWLEDGED", null));

        List<TextMessage> dead = broker.take(DEAD_LETTERS, 7);

        assertThat(dead).extracting(message -> message.getStringProperty("reason")).containsExactly("BAD_JSON", "UNKNOWN_VERSION", "UNKNOWN_ALERT",
                "UNKNOWN_ACTION:action", "NOT_TEXT", "NOT_TEXT", "TOO_LARGE");
        assertThat(dead.get(0).getText()).isEqualTo("not json");
        await().until(() -> newest().status() == AlertStatus.ACKNOWLEDGED);
    }

    @Test
    void refusesADecisionOnAnAlertThatSteppedUp() throws Exception {
        raiseEarlyHelp("N1");
        String earlyHelp = newest().alert();
        hub.assessed(assessed().with(missingHigh(child)).news());

        AlertDecisions.Result result = hub.decisions().apply(new Decision("D1", earlyHelp, 1, Decision.Action.OUTCOME, Outcome.UNIVERSAL, null, null, null, "m.ali",
                clock.instant(), null, null, null));

        assertThat(result).isEqualTo(new AlertDecisions.Result.Refused(AlertDecisions.Reason.ALERT_ENDED));
    }

    @Test
    void keepsWhatWasSaidForThePage() {
        raiseEarlyHelp("N1");
        Decision decision = new Decision("D1", newest().alert(), 1, Decision.Action.OUTCOME, Outcome.INTENSIVE, null, 2, "Team around the family", "m.ali",
                clock.instant(), "J. Okoro", Decision.FamilyTold.YES, Decision.FamilyAgrees.YES);

        hub.decisions().apply(decision);

        AlertHistory history = hub.bean(AlertDirectory.class).alert(decision.alert()).orElseThrow();
        assertThat(history.decisions()).containsExactly(decision);
        assertThat(history.reason()).isEqualTo("Team around the family");
        assertThat(history.steps()).extracting(AlertHistory.Step::event).containsExactly("RAISED", "DECIDED");
    }

    private Decision universal(String id, int version) {
        return new Decision(id, newest().alert(), version, Decision.Action.OUTCOME, Outcome.UNIVERSAL, null, null, null, "m.ali", clock.instant(), null, null, null);
    }

    private String decision(String id, int version, String action, String outcome) {
        return "{\"id\":\"%s\",\"alert\":\"%s\",\"alertVersion\":%d,\"action\":\"%s\",%s\"by\":\"m.ali\",\"at\":\"2026-11-22T07:00:00Z\"}".formatted(id, newest().alert(),
                version, action, outcome == null ? "" : "\"outcome\":\"" + outcome + "\",");
    }

    /** The family's first alert. */
    private AlertRow newest() {
        List<AlertRow> rows = hub.bean(AlertDirectory.class).ofFamily(family.ref());
        return rows.get(rows.size() - 1);
    }

    private List<Path> outcomes(String agency) throws Exception {
        Path folder = hub.bean(SftpFolders.class).out(agency);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".outcome.json")).toList();
        }
    }
}
