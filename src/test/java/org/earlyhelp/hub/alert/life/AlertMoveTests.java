package org.earlyhelp.hub.alert.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.alert.support.Assessments.absence;
import static org.earlyhelp.hub.alert.support.Assessments.assessmentOf;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.AlertStatus;
import org.earlyhelp.hub.alert.support.Assessments;
import org.earlyhelp.hub.need.Assessment;
import org.junit.jupiter.api.Test;

class AlertMoveTests {
    private static final String CHILD = "P-7Q2MXA";
    private final Alert earlyHelp = open(AlertQueue.EARLY_HELP);
    private final Alert firstContact = open(AlertQueue.FIRST_CONTACT);

    @Test
    void raisesEarlyHelpWhenARuleHolds() {
        assertThat(moves(family().with(missing(CHILD)).news(), null, null, false)).containsExactly(new AlertMove.Raise(AlertQueue.EARLY_HELP));
    }

    @Test
    void staysSilentWhenNoRuleHolds() {
        assertThat(moves(family().with(absence(CHILD, "")).news(), null, null, false)).isEmpty();
    }

    @Test
    void staysSilentWithoutNewEvidence() {
        assertThat(moves(family().with(missing(CHILD)).nothingNew(), null, null, false)).isEmpty();
        assertThat(moves(family().with(missing(CHILD)).nothingNew(), earlyHelp, null, false)).isEmpty();
        assertThat(moves(family().with(missingHigh(CHILD)).nothingNew(), null, firstContact, false)).isEmpty();
    }

    @Test
    void aShadowFeedRaisesAndUpdatesNothingBelowLevelFour() {
        assertThat(moves(family().with(missing(CHILD)).unclocked().news(), null, null, false)).containsExactly(new AlertMove.Hold());
        assertThat(moves(family().with(missing(CHILD)).unclocked().news(), earlyHelp, null, false)).isEmpty();
        assertThat(moves(family().with(missingHigh(CHILD)).unclocked().news(), null, null, false)).containsExactly(new AlertMove.Raise(AlertQueue.FIRST_CONTACT));
    }

    @Test
    void historyUnderTheThresholdWaitsForNothing() {
        assertThat(moves(family().with(absence(CHILD, "")).unclocked().news(), null, null, false)).isEmpty();
        assertThat(moves(family().with(missing(CHILD)).unclocked().nothingNew(), null, null, false)).isEmpty();
    }

    @Test
    void levelFourStepsTheEarlyHelpAlertUp() {
        assertThat(moves(family().with(missingHigh(CHILD)).news(), earlyHelp, null, false))
                .containsExactly(new AlertMove.Raise(AlertQueue.FIRST_CONTACT), new AlertMove.StepUp(earlyHelp));
    }

    @Test
    void everythingNewGoesToTheOpenFirstContactAlert() {
        assertThat(moves(family().with(missing(CHILD)).news(), null, firstContact, false)).containsExactly(new AlertMove.Update(firstContact));
    }

    @Test
    void timeAloneWithdrawsNothing() {
        assertThat(moves(family().nothingNew(), earlyHelp, null, false)).isEmpty();
        assertThat(moves(family().nothingNew(), null, firstContact, false)).isEmpty();
    }

    @Test
    void withdrawsWhatHasNoGroundsLeft() {
        assertThat(moves(family().nothingNew(), earlyHelp, null, true)).containsExactly(new AlertMove.Withdraw(earlyHelp));
        assertThat(moves(family().nothingNew(), null, firstContact, true)).containsExactly(new AlertMove.Withdraw(firstContact));
    }

    @Test
    void keepsAnAlertThatStillHoldsThoughAGroundFell() {
        assertThat(moves(family().with(missing(CHILD)).nothingNew(), earlyHelp, null, true)).isEmpty();
        assertThat(moves(family().with(missingHigh(CHILD)).nothingNew(), null, firstContact, true)).isEmpty();
    }

    @Test
    void handsBackWhatStandsBelowLevelFour() {
        assertThat(moves(family().with(missing(CHILD)).nothingNew(), null, firstContact, true))
                .containsExactly(new AlertMove.Withdraw(firstContact), new AlertMove.Raise(AlertQueue.EARLY_HELP));
    }

    @Test
    void tellsWhatAMergedAlertHeld() {
        assertThat(moves(family().with(missing(CHILD)).nothingNew(), earlyHelp.merged(), null, false)).containsExactly(new AlertMove.Update(earlyHelp.merged()));
    }

    @Test
    void tellsOfOtherChildrenWithoutNews() {
        Assessment same = family().with(missing(CHILD)).nothingNew();

        assertThat(AlertMove.after(same, Optional.of(earlyHelp), Optional.empty(), alert -> false, alert -> true)).containsExactly(new AlertMove.TellChildren(earlyHelp));
        assertThat(AlertMove.after(same, Optional.empty(), Optional.of(firstContact), alert -> false, alert -> true)).containsExactly(new AlertMove.TellChildren(firstContact));
    }

    @Test
    void newsAndOtherChildrenAreOneUpdate() {
        assertThat(AlertMove.after(family().with(missing(CHILD)).news(), Optional.of(earlyHelp), Optional.empty(), alert -> false, alert -> true))
                .containsExactly(new AlertMove.Update(earlyHelp));
    }

    @Test
    void whatHasNoGroundsLeftIsWithdrawnWhateverItsChildren() {
        assertThat(AlertMove.after(family().nothingNew(), Optional.of(earlyHelp), Optional.empty(), alert -> true, alert -> true)).containsExactly(new AlertMove.Withdraw(earlyHelp));
    }

    @Test
    void otherChildrenAloneRaiseNothing() {
        assertThat(AlertMove.after(family().with(missing(CHILD)).nothingNew(), Optional.empty(), Optional.empty(), alert -> false, alert -> true)).isEmpty();
    }

    private static Assessments family() {
        return assessmentOf(1, "F-48KQ2M").child(CHILD, false);
    }

    private static List<AlertMove> moves(Assessment now, Alert earlyHelp, Alert firstContact, boolean groundsGone) {
        return AlertMove.after(now, Optional.ofNullable(earlyHelp), Optional.ofNullable(firstContact), alert -> groundsGone, alert -> false);
    }

    private static Alert open(AlertQueue queue) {
        Instant at = Instant.parse("2026-11-22T06:00:00Z");
        AlertContent content = AlertContent.of(family().with(missing(CHILD)).news(), queue);
        return new Alert(1, "A-2026-000001", 1, "F-48KQ2M", queue, 1, AlertStatus.RAISED, content, new Alert.Clocks(at, at, at), null, null, null, null, false, false);
    }
}
