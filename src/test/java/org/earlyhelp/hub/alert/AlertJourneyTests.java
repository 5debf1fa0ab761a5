package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.alert.support.Assessments.absence;
import static org.earlyhelp.hub.alert.support.Assessments.abuse;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import jakarta.jms.TextMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.alert.desk.AlertDesk;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.alert.support.Assessments;
import org.earlyhelp.hub.alert.support.Borough;
import org.earlyhelp.hub.alert.support.Schemas;
import org.earlyhelp.hub.identity.IdentityChanged;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.SenderFault;
import org.earlyhelp.hub.need.FamilyAssessed;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** From an assessment to a message that a case system reads, on a real database, broker and disclosure desk. */
class AlertJourneyTests extends AlertRoomTest {
    @Test
    void raisesToTheEarlyHelpQueue() throws Exception {
        String notice = borough.missing("N1", child, RiskGrade.LOW);

        hub.assessed(assessed().with(missing(child, notice)).news());

        TextMessage message = broker.take(EARLY_HELP, 1).get(0);
        assertThat(message.getJMSType()).isEqualTo("earlyhelp.alert.raised.v1");
        assertThat(message.getJMSCorrelationID()).isEqualTo(family.ref());
        assertThat(message.getStringProperty("JMSXGroupID")).isEqualTo(family.ref());
        assertThat(message.getStringProperty("level")).isEqualTo("2");
        assertThat(message.getStringProperty("agency")).isEqualTo("avonford-police");
        JsonNode data = json(message).path("data");
        assertThat(data.path("needs").get(0).path("evidence").get(0).stringValue()).isEqualTo(notice);
        assertThat(data.path("sharing").get(0).path("agreement").stringValue()).isEqualTo("ISA-AVON-POLICE-1");
    }

    @Test
    void sendsLevelFourAtHighestPriority() throws Exception {
        String notice = borough.missing("N1", child, RiskGrade.HIGH);

        hub.assessed(assessed().with(missing(child, notice)).with(missingHigh(child, notice)).news());

        TextMessage message = broker.take(FIRST_CONTACT, 1).get(0);
        assertThat(message.getJMSPriority()).isEqualTo(9);
        assertThat(json(message).path("data").path("harmTests").get(0).path("code").stringValue()).isEqualTo("MISSING_HIGH");
        assertThat(broker.drain(EARLY_HELP)).isEmpty();
    }

    @Test
    void publishesNothingForARepeat() throws Exception {
        String notice = borough.missing("N1", child, RiskGrade.LOW);
        hub.assessed(assessed().with(missing(child, notice)).news());
        broker.take(EARLY_HELP, 1);

        hub.assessed(assessed().with(missing(child, notice)).nothingNew());

        assertThat(broker.drain(EARLY_HELP)).isEmpty();
    }

    @Test
    void updatesTheOpenAlertWithNewEvidence() throws Exception {
        String notice = borough.missing("N1", child, RiskGrade.LOW);
        hub.assessed(assessed().with(missing(child, notice)).news());
        hub.assessed(assessed().with(missing(child, notice)).with(absence(child, "")).news());

        JsonNode update = json(broker.take(EARLY_HELP, 2).get(1));
        assertThat(update.path("type").stringValue()).isEqualTo("earlyhelp.alert.updated.v1");
        assertThat(update.path("data").path("version").intValue()).isEqualTo(2);
    }

    @Test
    void stepsUpToFirstContact() throws Exception {
        raiseEarlyHelp("N1");
        String high = borough.missing("N2", child, RiskGrade.HIGH);

        hub.assessed(assessed().with(missingHigh(child, high)).news());

        JsonNode closed = json(broker.take(EARLY_HELP, 1).get(0));
        JsonNode raised = json(broker.take(FIRST_CONTACT, 1).get(0)).path("data");
        assertThat(closed.path("type").stringValue()).isEqualTo("earlyhelp.alert.closed.v1");
        assertThat(closed.path("data").path("because").stringValue()).isEqualTo("STEPPED_UP");
        assertThat(closed.path("data").path("successor")).isEqualTo(raised.path("alert"));
    }

    @Test
    void everyMessageFitsItsSchema() throws Exception {
        raiseEarlyHelp("N1");
        String high = borough.missing("N2", child, RiskGrade.HIGH);
        hub.assessed(assessed().with(missingHigh(child, high)).openTo(child, "J. Okoro").note("date of birth not usable").news());

        assertThat(Schemas.faults("alert.json", broker.take(EARLY_HELP, 1).get(0).getText())).isEmpty();
        assertThat(Schemas.faults("alert.json", broker.take(FIRST_CONTACT, 1).get(0).getText())).isEmpty();
    }

    @Test
    void readersSelectByProperties() throws Exception {
        hub.assessed(assessed().with(missing(child, borough.missing("N1", child, RiskGrade.LOW))).news());
        Borough.Family other = borough.family();
        String pupil = borough.child(other);
        hub.assessed(Assessments.assessmentOf(other.id(), other.ref()).child(pupil, false).locality("harbour").with(missing(pupil)).news());

        TextMessage chosen = broker.take(EARLY_HELP, "locality = 'harbour' AND level = '2' AND agency LIKE '%police%'", 1).get(0);

        assertThat(chosen.getJMSCorrelationID()).isEqualTo(other.ref());
    }

    @Test
    void hidesPlaceAndSpecialistOnTheBusAndInTheList() throws Exception {
        String hidden = borough.hiddenChild(family);
        hub.assessed(Assessments.assessmentOf(family.id(), family.ref()).child(hidden, true).locality("withheld").with(abuse(hidden, "safe-haven")).news());

        assertThat(broker.take(EARLY_HELP, 1).get(0).getText()).doesNotContain("safe-haven", "SAFE-HAVEN", "riverside");
        AlertRow row = hub.bean(AlertDirectory.class).inbox(10).get(0);
        assertThat(row.agencies()).containsExactly("domestic-abuse-service");
        assertThat(row.locality()).isEqualTo("withheld");
    }

    @Test
    void readsAbuseBeforeTheBellEvenWhenItComesLater() throws Exception {
        raiseEarlyHelp("N1");
        clock.forward(Duration.ofHours(14));

        hub.assessed(assessed().with(abuse(child, "avonford-police")).beforeTheBell().news());

        JsonNode updated = json(broker.take(EARLY_HELP, 1).get(0)).path("data");
        assertThat(updated.path("acknowledgeBy").stringValue()).isEqualTo("2026-11-23T06:01:02Z");
        clock.forward(Duration.ofHours(15));
        assertThat(hub.bean(AlertDirectory.class).inbox(10).get(0).acknowledgeBy()).isEqualTo(Instant.parse("2026-11-23T06:01:02Z"));
    }

    @Test
    void withdrawsAnAlertWhoseNoticeIsCancelled() throws Exception {
        raiseEarlyHelp("N1");
        borough.missing("N1", 2, Kind.CANCELLED, child, null);

        hub.assessed(assessed().nothingNew());

        JsonNode withdrawn = json(broker.take(EARLY_HELP, 1).get(0));
        assertThat(withdrawn.path("type").stringValue()).isEqualTo("earlyhelp.alert.withdrawn.v1");
        assertThat(withdrawn.path("data").path("status").stringValue()).isEqualTo("WITHDRAWN");
    }

    @Test
    void keepsAnAlertWhoseNeedTimeHasEnded() throws Exception {
        raiseEarlyHelp("N1");

        hub.assessed(assessed().nothingNew());

        assertThat(broker.drain(EARLY_HELP)).isEmpty();
        assertThat(hub.bean(AlertDirectory.class).inbox(10)).hasSize(1);
    }

    @Test
    void keepsALevelFourAlertWhenTheChildReturns() throws Exception {
        String high = borough.missing("N1", child, RiskGrade.HIGH);
        hub.assessed(assessed().with(missing(child, high)).with(missingHigh(child, high)).news());
        String returned = borough.missing("N1", 2, Kind.RETURNED, child, null);
        hub.assessed(assessed().with(missing(child, returned)).with(missingHigh(child, returned)).nothingNew());

        hub.assessed(assessed().with(missing(child, returned)).nothingNew());

        assertThat(hub.bean(AlertDirectory.class).inbox(10).get(0).queue()).isEqualTo(AlertQueue.FIRST_CONTACT);
    }

    @Test
    void handsADowngradedEpisodeBackToEarlyHelp() throws Exception {
        String high = borough.missing("N1", child, RiskGrade.HIGH);
        hub.assessed(assessed().with(missing(child, high)).with(missingHigh(child, high)).news());
        String lower = borough.missing("N1", 2, Kind.RISK_CHANGE, child, RiskGrade.MEDIUM);

        hub.assessed(assessed().with(missing(child, lower)).nothingNew());

        assertThat(json(broker.take(FIRST_CONTACT, 2).get(1)).path("type").stringValue()).isEqualTo("earlyhelp.alert.withdrawn.v1");
        assertThat(json(broker.take(EARLY_HELP, 1).get(0)).path("data").path("because").stringValue()).isEqualTo("HANDED_BACK");
    }

    @Test
    void withdrawsWhenTheMatchIsUndone() throws Exception {
        String notice = raiseEarlyHelp("N1");
        borough.relink(notice, borough.child(borough.family()));

        hub.assessed(assessed().nothingNew());

        assertThat(json(broker.take(EARLY_HELP, 1).get(0)).path("type").stringValue()).isEqualTo("earlyhelp.alert.withdrawn.v1");
    }

    @Test
    void aMergedPersonIsNoUndoneMatch() throws Exception {
        raiseEarlyHelp("N1");
        borough.merge(child, borough.child(family));

        hub.assessed(assessed().nothingNew());

        assertThat(broker.drain(EARLY_HELP)).isEmpty();
    }

    @Test
    void mergedFamiliesKeepTheOlderAlertAndTellWhatTheOtherHeld() throws Exception {
        raiseEarlyHelp("N1");
        Borough.Family other = borough.family();
        String sibling = borough.child(other);
        clock.forward(Duration.ofMinutes(5));
        hub.assessed(Assessments.assessmentOf(other.id(), other.ref()).child(sibling, false).with(missing(sibling)).news());

        hub.tell(new IdentityChanged(IdentityChanged.Kind.FAMILY_MERGED, other.ref(), family.ref(), List.of(other.id(), family.id()), List.of(other.ref(), family.ref())));
        hub.assessed(Assessments.assessmentOf(other.id(), other.ref()).child(child, false).child(sibling, false).with(missing(child)).with(missing(sibling)).nothingNew());

        List<TextMessage> told = broker.take(EARLY_HELP, 3);
        assertThat(json(told.get(1)).path("data").path("because").stringValue()).isEqualTo("MERGED");
        JsonNode updated = json(told.get(2)).path("data");
        assertThat(updated.path("version").intValue()).isEqualTo(2);
        assertThat(updated.path("family").stringValue()).isEqualTo(other.ref());
        assertThat(hub.bean(AlertDirectory.class).inbox(10)).hasSize(1);
        assertThat(Schemas.faults("identity.json", broker.take("hub.identity-changed", 1).get(0).getText())).isEmpty();
    }

    @Test
    void tellsFirstContactOfASendersFault() throws Exception {
        hub.tell(new SenderFault("avonford-police", "missing-children", "R-20261122-7F3KQ2", new Counts(212, 0, 2, 9)));

        TextMessage message = broker.take(FIRST_CONTACT, "ce_type = 'earlyhelp.sender-fault.v1'", 1).get(0);
        assertThat(Schemas.faults("sender-fault.json", message.getText())).isEmpty();
    }

    @Test
    void logsTheDisclosureInTheSameTransaction() {
        raiseEarlyHelp("N1");

        JdbcClient sql = hub.bean(JdbcClient.class);
        assertThat(sql.sql("SELECT count(*) FROM sharing_entry WHERE kind = 'SENT' AND agreement LIKE 'ISA-AVON-POLICE-1@%' AND person = :child")
                .param("child", child).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void leavesNothingBehindWhenTheTransactionFails() {
        TransactionTemplate transaction = hub.bean(TransactionTemplate.class);

        transaction.executeWithoutResult(status -> {
            hub.bean(AlertDesk.class).on(new FamilyAssessed(assessed().with(missing(child)).news()));
            status.setRollbackOnly();
        });

        JdbcClient sql = hub.bean(JdbcClient.class);
        assertThat(sql.sql("SELECT (SELECT count(*) FROM alert) + (SELECT count(*) FROM outbox) + (SELECT count(*) FROM sharing_entry)").query(Long.class).single()).isZero();
    }
}
