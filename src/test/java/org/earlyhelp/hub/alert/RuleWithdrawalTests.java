package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.earlyhelp.hub.alert.support.Assessments.absence;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import org.earlyhelp.hub.alert.desk.RuleDesk;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rule that turned out wrong is withdrawn, and with it what rests on it alone. */
class RuleWithdrawalTests extends AlertRoomTest {
    @Test
    void aWithdrawnRuleWithdrawsWhatRestsOnItAlone() throws Exception {
        raiseEarlyHelp("N1");

        RuleWithdrawals.Withdrawal made = rules().withdraw("stands-alone", "It raised on notices of one night", "duty.manager");

        assertThat(made.alerts()).containsExactly(only().alert());
        assertThat(only().status()).isEqualTo(AlertStatus.WITHDRAWN);
        assertThat(rules().newest()).containsExactly(made);
        assertThat(json(broker.take(EARLY_HELP, 2).get(1)).path("data").path("because").stringValue()).isEqualTo("RULE_WITHDRAWN");
        assertThat(hub.bean(Recalls.class).of(only().alert()).orElseThrow().reason()).isEqualTo("It raised on notices of one night");
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
        hub.decisions().apply(new Decision("D1", only().alert(), 1, Decision.Action.OUTCOME, Outcome.SAFEGUARDING, null, null, null, "m.ali", clock.instant(), null, null, null));

        assertThat(rules().withdraw("stands-alone", "x", "duty.manager").alerts()).isEmpty();
    }

    @Test
    void withdrawsNoRuleWithoutAReason() {
        assertThatThrownBy(() -> rules().withdraw("stands-alone", " ", "duty.manager")).isInstanceOf(IllegalArgumentException.class);
    }

    private RuleWithdrawals rules() {
        return hub.bean(RuleWithdrawals.class);
    }
}
