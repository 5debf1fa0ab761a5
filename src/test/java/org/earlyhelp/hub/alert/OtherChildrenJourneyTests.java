package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.alert.support.Assessments.absence;
import static org.earlyhelp.hub.alert.support.Assessments.assessmentOf;
import static org.earlyhelp.hub.alert.support.Assessments.missing;

import java.util.List;
import org.earlyhelp.hub.alert.Decision.Action;
import org.earlyhelp.hub.alert.desk.HeldDesk;
import org.earlyhelp.hub.alert.support.AlertHub;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.alert.support.Assessments;
import org.earlyhelp.hub.alert.support.Borough;
import org.earlyhelp.hub.alert.support.Schemas;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.earlyhelp.hub.sharing.StoppableLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An alert is open and its family turns out to have other children than it named; nothing else is new. */
class OtherChildrenJourneyTests extends AlertRoomTest {
    private String notice;
    private JsonNode raised;

    @BeforeEach
    void raise() {
        notice = borough.missing("N1", child, RiskGrade.LOW);
        hub.assessed(held().news());
        raised = taken(EARLY_HELP).path("data");
    }

    private Assessments held() {
        return assessed().with(missing(child, notice));
    }

    /** A child of the family whom a school told of. */
    private String aSibling() {
        return heardOf("avonford-schools", borough.child(family));
    }

    private String heardOf(String agency, String person) {
        borough.record(agency, "school-attendance", "S-" + person, 1, Borough.report(MissingReport.Kind.INITIAL, RiskGrade.LOW), person);
        return person;
    }

    private JsonNode updated() {
        JsonNode message = taken(EARLY_HELP);
        assertThat(message.path("type").stringValue()).isEqualTo("earlyhelp.alert.updated.v1");
        assertThat(Schemas.faults("alert.json", message.toString())).isEmpty();
        return message.path("data");
    }

    private void nothingIsTold() throws Exception {
        assertThat(broker.drain(EARLY_HELP)).isEmpty();
        assertThat(version()).isEqualTo(1);
    }

    private int version() {
        return sql("SELECT version FROM alert", Integer.class).get(0);
    }

    private static List<String> children(JsonNode data) {
        return data.path("children").findValuesAsString("person");
    }

    private <T> List<T> sql(String query, Class<T> type) {
        return JdbcClient.create(database).sql(query).query(type).list();
    }

    private void update(String statement, String person) {
        assertThat(JdbcClient.create(database).sql(statement).param(person).update()).isEqualTo(1);
    }

    private Decision by(String id, Action action, Outcome outcome) {
        return new Decision(id, raised.path("alert").stringValue(), 1, action, outcome, null, null, null, "m.ali", clock.instant(), null, null, null);
    }

    @Test
    void namesWhoJoinedLaterAndSaysWhy() {
        String sibling = aSibling();
        hub.assessed(held().child(sibling, false).nothingNew());

        JsonNode told = updated();
        assertThat(children(told)).containsExactly(child, sibling);
        assertThat(told.path("needs")).isEqualTo(raised.path("needs"));
        assertThat(told.path("notes").get(0).stringValue()).isEqualTo("A child was added to the family since this alert was last told.");
        assertThat(sql("SELECT event FROM alert_version ORDER BY ordinal", String.class)).containsExactly("RAISED", "CHILDREN_CHANGED");
    }

    @Test
    void leavesOwnerAndTimesAlone() {
        hub.decisions().apply(by("D1", Action.ACKNOWLEDGED, null));
        hub.assessed(held().child(aSibling(), false).beforeTheBell().nothingNew());

        JsonNode told = updated();
        assertThat(told.path("status").stringValue()).isEqualTo("ACKNOWLEDGED");
        assertThat(told.path("acknowledgeBy")).isEqualTo(raised.path("acknowledgeBy"));
        assertThat(told.path("decideBy")).isEqualTo(raised.path("decideBy"));
    }

    @Test
    void severalAreToldInOneGoAndOnce() throws Exception {
        Assessments all = held().child(aSibling(), false).child(aSibling(), false);
        hub.assessed(all.nothingNew());
        hub.assessed(all.nothingNew());

        assertThat(children(updated())).hasSize(3);
        assertThat(broker.drain(EARLY_HELP)).isEmpty();
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void aRestartTellsNothingAgain() throws Exception {
        Assessments both = held().child(aSibling(), false);
        hub.assessed(both.nothingNew());
        updated();
        hub.close();
        hub = AlertHub.start(database, broker.url(), clock, data);
        hub.assessed(both.nothingNew());

        assertThat(broker.drain(EARLY_HELP)).isEmpty();
    }

    @Test
    void newEvidenceNamesThemWithoutANote() {
        hub.assessed(held().child(aSibling(), false).with(absence(child, "")).news());

        JsonNode told = updated();
        assertThat(children(told)).hasSize(2);
        assertThat(told.path("notes").isMissingNode()).isTrue();
        assertThat(sql("SELECT event FROM alert_version ORDER BY ordinal", String.class)).containsExactly("RAISED", "NEW_EVIDENCE");
    }

    @Test
    void whoseRecordsAreElsewhereIsNamedNoMore() {
        String sibling = aSibling();
        hub.assessed(held().child(sibling, false).nothingNew());
        updated();
        update("UPDATE person SET family_id = NULL WHERE ref = ?", sibling);
        hub.assessed(held().nothingNew());

        JsonNode told = updated();
        assertThat(children(told)).containsExactly(child);
        assertThat(told.path("notes").get(0).stringValue()).startsWith("A child is no longer named here");
    }

    @Test
    void whoHasDiedIsNamedNoMore() {
        String sibling = aSibling();
        hub.assessed(held().child(sibling, false).nothingNew());
        updated();
        update("UPDATE person SET summary = '{\"deceased\": true}' WHERE ref = ?", sibling);
        hub.assessed(held().nothingNew());

        assertThat(children(updated())).containsExactly(child);
    }

    @Test
    void growingUpIsNoNews() throws Exception {
        String sibling = aSibling();
        hub.assessed(held().child(sibling, false).nothingNew());
        updated();
        update("UPDATE person SET family_role = 'ADULT' WHERE ref = ?", sibling);
        hub.assessed(held().nothingNew());

        assertThat(broker.drain(EARLY_HELP)).isEmpty();
    }

    @Test
    void whomItIsAboutStaysInItAfterAMove() throws Exception {
        String sibling = aSibling();
        JdbcClient.create(database).sql("UPDATE person SET family_id = ? WHERE ref = ?").params(borough.family().id(), child).update();
        hub.assessed(assessmentOf(family.id(), family.ref()).nothingNew());
        assertThat(broker.drain(EARLY_HELP)).isEmpty();
        hub.assessed(assessmentOf(family.id(), family.ref()).child(sibling, false).nothingNew());

        JsonNode told = updated();
        assertThat(children(told)).containsExactly(sibling, child);
        assertThat(told.path("needs").findValuesAsString("person")).containsExactly(child);
    }

    @Test
    void twoWhoAreFoundToBeOneAreNoNews() throws Exception {
        String same = aSibling();
        borough.merge(child, same);
        hub.assessed(assessmentOf(family.id(), family.ref()).child(same, false).with(missing(same, notice)).nothingNew());

        nothingIsTold();
    }

    @Test
    void whomOnlyAShadowFeedKnowsWaits() throws Exception {
        String sibling = heardOf("avonford-choirs", borough.child(family));
        hub.assessed(held().child(sibling, false).nothingNew());
        nothingIsTold();

        heardOf("avonford-schools", sibling);
        hub.assessed(held().child(sibling, false).nothingNew());
        assertThat(children(updated())).containsExactly(child, sibling);
    }

    @Test
    void aHiddenChildHidesThePlaceOfAll() {
        String sibling = aSibling();
        borough.hide(sibling);
        hub.assessed(held().child(sibling, true).locality("withheld").nothingNew());

        JsonNode told = updated();
        assertThat(raised.path("locality").stringValue()).isEqualTo("riverside");
        assertThat(told.path("locality").stringValue()).isEqualTo("withheld");
        assertThat(children(told)).containsExactly(child, sibling);
    }

    /** What a police notice gave rise to is told even then. */
    @Test
    void aStoppedLogHoldsItBack() throws Exception {
        Borough.Family other = borough.family();
        String pupil = borough.child(other);
        hub.assessed(absent(other, pupil).news());
        taken(EARLY_HELP);
        hub.bean(StoppableLog.class).stop();
        String sibling = heardOf("avonford-schools", borough.child(other));
        hub.assessed(absent(other, pupil).child(sibling, false).nothingNew());
        hub.assessed(absent(other, pupil).child(sibling, false).nothingNew());
        assertThat(broker.drain(EARLY_HELP)).isEmpty();

        hub.bean(StoppableLog.class).goOn();
        hub.bean(HeldDesk.class).letGo();

        assertThat(children(updated())).containsExactly(pupil, sibling);
        assertThat(broker.drain(EARLY_HELP)).isEmpty();
    }

    private static Assessments absent(Borough.Family family, String pupil) {
        return assessmentOf(family.id(), family.ref()).child(pupil, false).with(absence(pupil, "SEVERE", "avonford-schools/school-attendance/01K1@1"));
    }

    @Test
    void aDecidedAlertStaysAsItWas() throws Exception {
        hub.decisions().apply(by("D1", Action.OUTCOME, Outcome.UNIVERSAL));
        taken(EARLY_HELP);
        hub.assessed(held().child(aSibling(), false).nothingNew());

        nothingIsTold();
    }

    @Test
    void aDecisionThatKnewOnlyOneOfThemLeavesItOpen() {
        hub.assessed(held().child(aSibling(), false).nothingNew());
        hub.decisions().apply(by("D1", Action.OUTCOME, Outcome.UNIVERSAL));

        AlertRow row = hub.bean(AlertDirectory.class).inbox(10).get(0);
        assertThat(row.status()).isEqualTo(AlertStatus.ACKNOWLEDGED);
    }
}
