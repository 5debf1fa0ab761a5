package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.alert.support.Assessments.absence;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import jakarta.jms.TextMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.Recall.By;
import org.earlyhelp.hub.alert.desk.RuleDesk;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.alert.support.Schemas;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.DisclosureSubject;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was withdrawn is taken back from everyone who had been told. */
class RecallTests extends AlertRoomTest {
    @Test
    void tellsTheQueueThatHadTheAlert() throws Exception {
        raiseEarlyHelp("N1");

        cancel("N1");

        List<TextMessage> told = broker.take(EARLY_HELP, 2);
        assertThat(told).extracting(TextMessage::getJMSType).containsExactly("earlyhelp.alert.withdrawn.v1", "earlyhelp.alert.recalled.v1");
        TextMessage recalled = told.get(1);
        assertThat(Schemas.faults("alert-recalled.json", recalled.getText())).isEmpty();
        assertThat(recalled.getText()).doesNotContain(child).doesNotContain("9990000018");
        assertThat(recalled.getStringProperty("JMSXGroupID")).isEqualTo(family.ref());
        assertThat(recalled.getStringProperty("locality")).isEqualTo("riverside");
        assertThat(broker.drain(FIRST_CONTACT)).isEmpty();
    }

    @Test
    void listsEveryoneWhoWasToldFromTheSharingLog() {
        raiseEarlyHelp("N1");
        lookedAt("s.worker", Purpose.EARLY_HELP);
        lookedAt("s.worker", Purpose.EARLY_HELP);
        lookedAt("the.steward", Purpose.MATCHING);

        cancel("N1");

        Recall recall = recalls().of(only().alert()).orElseThrow();
        assertThat(recall.because()).isEqualTo("EVIDENCE_TAKEN_BACK");
        assertThat(recall.told()).extracting(told -> told.kind() + " " + told.name() + " " + told.who() + " " + told.by()).containsExactlyInAnyOrder(
                "QUEUE frontdoor.early-help  MESSAGE", "ROLE front-door s.worker PAGE");
        assertThat(recall.told().stream().filter(told -> told.who().equals("s.worker")).findFirst().orElseThrow().entries()).isGreaterThanOrEqualTo(2);
        assertThat(recalls().toldTo("s.worker", 10)).containsExactly(recall);
        assertThat(recalls().toldTo("the.steward", 10)).isEmpty();
        assertThat(recalls().latest(10)).containsExactly(recall);
    }

    @Test
    void whoLookedBeforeItWasRaisedWasNotToldOfIt() {
        lookedAt("s.worker", Purpose.EARLY_HELP);
        clock.forward(java.time.Duration.ofMinutes(1));
        raiseEarlyHelp("N1");

        cancel("N1");

        assertThat(recalls().toldTo("s.worker", 10)).isEmpty();
    }

    @Test
    void takesAnOutcomeBackFromTheAgencyThatGotIt() throws Exception {
        raiseEarlyHelp("N1");
        decide("D1", Outcome.SAFEGUARDING);
        await().until(() -> out("outcome").size() == 1);

        cancel("N1");

        await().until(() -> out("recall").size() == 1);
        assertThat(Files.readString(out("recall").get(0)))
                .isEqualTo("{\"sourceRef\":\"N1\",\"outcome\":\"SAFEGUARDING\",\"decidedAt\":\"2026-11-22T06:01:02Z\",\"recalledAt\":\"2026-11-22T06:01:02Z\"}");
        Recall recall = recalls().latest(1).get(0);
        assertThat(recall.told()).extracting(Recall.Told::name).contains("avonford-police", EARLY_HELP, FIRST_CONTACT);
        assertThat(recall.told()).extracting(Recall.Told::by).doesNotContain(By.NOT_TOLD);
        assertThat(json(broker.take(EARLY_HELP, 2).get(1)).path("type").stringValue()).isEqualTo("earlyhelp.alert.recalled.v1");
    }

    @Test
    void recallsWhenAMatchIsUndone() {
        String notice = raiseEarlyHelp("N1");
        borough.relink(notice, borough.child(borough.family()));

        hub.assessed(assessed().nothingNew());

        assertThat(recalls().latest(10)).hasSize(1);
    }

    @Test
    void recallsADecidedAlertWhoseFactsWereTakenBack() {
        raiseEarlyHelp("N1");
        decide("D1", Outcome.EMERGING);

        cancel("N1");
        hub.assessed(assessed().nothingNew());

        assertThat(recalls().latest(10)).singleElement().satisfies(recall -> assertThat(recall.because()).isEqualTo("EVIDENCE_TAKEN_BACK"));
        assertThat(only().status()).isEqualTo(AlertStatus.DECIDED);
        assertThat(hub.bean(AlertDirectory.class).noticesAbout(only().alert())).extracting(AlertNotice::notice).contains("decided-on-what-was-taken-back");
    }

    @Test
    void timeRecallsNoDecidedAlert() {
        raiseEarlyHelp("N1");
        decide("D1", Outcome.EMERGING);

        hub.assessed(assessed().nothingNew());

        assertThat(recalls().latest(10)).isEmpty();
    }

    @Test
    void timeRecallsNothing() {
        raiseEarlyHelp("N1");

        hub.assessed(assessed().nothingNew());

        assertThat(recalls().latest(10)).isEmpty();
    }

    @Test
    void aWithdrawnRuleWithdrawsWhatRestsOnItAlone() throws Exception {
        raiseEarlyHelp("N1");

        RuleWithdrawals.Withdrawal made = rules().withdraw("stands-alone", "It raised on notices of one night", "duty.manager");

        assertThat(made.alerts()).containsExactly(only().alert());
        assertThat(only().status()).isEqualTo(AlertStatus.WITHDRAWN);
        assertThat(rules().newest()).containsExactly(made);
        assertThat(json(broker.take(EARLY_HELP, 2).get(1)).path("data").path("because").stringValue()).isEqualTo("RULE_WITHDRAWN");
        assertThat(recalls().of(only().alert()).orElseThrow().reason()).isEqualTo("It raised on notices of one night");
        assertThat(rules().withdraw("stands-alone", "again", "duty.manager").alerts()).isEmpty();
    }

    @Test
    void twoPeopleWithdrawARuleThatAnAlertAtLevelFourRestsOn() {
        hub.assessed(assessed().with(missingHigh(child)).news());
        assertThat(rules().takesTwo("first-contact")).isTrue();

        RuleWithdrawals.Withdrawal asked = rules().withdraw("first-contact", "Its test was wrong", "duty.manager");

        assertThat(asked.state()).isEqualTo(RuleWithdrawals.State.ASKED);
        assertThat(rules().withdraw("first-contact", "I think so too", "other.manager")).as("asked for once").isEqualTo(asked);
        assertThat(rules().confirm(asked.id(), "duty.manager")).as("not the one who asked").isEmpty();
        assertThat(only().status()).isEqualTo(AlertStatus.RAISED);
        assertThat(rules().confirm(asked.id(), "other.manager").orElseThrow().alerts()).containsExactly(only().alert());
        assertThat(only().status()).isEqualTo(AlertStatus.WITHDRAWN);
        assertThat(rules().confirm(asked.id(), "third.manager")).as("once").isEmpty();
    }

    @Test
    void aWithdrawalThatIsLeftEndsNothing() {
        hub.assessed(assessed().with(missingHigh(child)).news());
        RuleWithdrawals.Withdrawal asked = rules().withdraw("first-contact", "Its test was wrong", "duty.manager");

        assertThat(rules().leave(asked.id()).orElseThrow().state()).isEqualTo(RuleWithdrawals.State.LEFT);

        assertThat(rules().confirm(asked.id(), "other.manager")).isEmpty();
        assertThat(only().status()).isEqualTo(AlertStatus.RAISED);
    }

    @Test
    void aWithdrawalThatWasBrokenOffIsEnded() {
        raiseEarlyHelp("N1");
        JdbcClient.create(database).sql("INSERT INTO rule_withdrawal (rule, reason, by_whom, at, alerts, waiting, state) VALUES ('stands-alone', 'x', 'duty.manager', now(), '{}', 0, 'BEGUN')").update();

        hub.bean(RuleDesk.class).goOn();

        assertThat(only().status()).isEqualTo(AlertStatus.WITHDRAWN);
        assertThat(rules().newest()).singleElement().satisfies(one -> assertThat(one.alerts()).containsExactly(only().alert()));
    }

    @Test
    void aWithdrawnNeedCountsAsWell() {
        String notice = raiseEarlyHelp("N1");
        assertThat(rules().restingOn("MISSING")).containsExactly(only().alert());

        hub.assessed(assessed().with(missing(child, notice)).with(absence(child, "")).news());

        assertThat(rules().restingOn("MISSING")).isEmpty();
        assertThat(rules().withdraw("MISSING", "x", "duty.manager").alerts()).isEmpty();
        assertThat(only().status()).isEqualTo(AlertStatus.RAISED);
    }

    @Test
    void aWithdrawnRuleEmptiesTheBacklogOfIt() {
        hub.assessed(assessed().with(missing(child)).unclocked().news());

        assertThat(rules().withdraw("stands-alone", "x", "duty.manager").waiting()).isEqualTo(1);

        assertThat(hub.bean(Backlog.class).counts()).isEmpty();
    }

    @Test
    void aPersonsHandOverStandsWithoutTheRule() {
        raiseEarlyHelp("N1");
        decide("D1", Outcome.SAFEGUARDING);

        assertThat(rules().withdraw("stands-alone", "x", "duty.manager").alerts()).isEmpty();
    }

    @Test
    void withdrawsNoRuleWithoutAReason() {
        assertThatThrownBy(() -> rules().withdraw("stands-alone", " ", "duty.manager")).isInstanceOf(IllegalArgumentException.class);
    }

    private void cancel(String notice) {
        borough.missing(notice, 2, Kind.CANCELLED, child, null);
        hub.assessed(assessed().nothingNew());
    }

    private void lookedAt(String account, Purpose purpose) {
        DisclosedField field = new DisclosedField("needs.MISSING", DataClass.IDENTITY, "avonford-police");
        String role = purpose == Purpose.MATCHING ? "steward" : "front-door";
        hub.bean(DisclosureDesk.class).disclose(new DisclosureRequest(ActKind.VIEWED, Recipient.role(role, account), purpose, "/alerts/{ref}", 2, null,
                List.of(new DisclosureSubject(child, false, false, false, Set.of(field))), Map.of()), allowance -> "");
    }

    private void decide(String id, Outcome outcome) {
        hub.decisions().apply(new Decision(id, only().alert(), 1, Decision.Action.OUTCOME, outcome, null, null, null, "m.ali", clock.instant(), null, null, null));
    }

    private List<Path> out(String kind) throws Exception {
        Path folder = hub.bean(SftpFolders.class).out("avonford-police");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("." + kind + ".json")).toList();
        }
    }

    private AlertRow only() {
        return hub.bean(AlertDirectory.class).ofFamily(family.ref()).get(0);
    }

    private Recalls recalls() {
        return hub.bean(Recalls.class);
    }

    private RuleWithdrawals rules() {
        return hub.bean(RuleWithdrawals.class);
    }
}
