package org.earlyhelp.hub.alert.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.alert.support.Assessments.absence;
import static org.earlyhelp.hub.alert.support.Assessments.assessmentOf;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.support.Assessments;
import org.earlyhelp.hub.alert.support.Borough;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.junit.jupiter.api.Test;

class GroundsTests {
    private static final String CHILD = "P-7Q2MXA";
    private static final String ONE = "avonford-police/missing-children/01K1@1";
    private static final String TWO = "avonford-police/missing-children/01K2@1";
    private static final UnaryOperator<String> SAME = UnaryOperator.identity();
    private final Map<String, EvidenceState> records = new HashMap<>(Map.of(ONE, notice(Kind.INITIAL), TWO, notice(Kind.INITIAL)));

    @Test
    void endsByTimeWithoutBeingGone() {
        Grounds after = held(family().with(missing(CHILD, ONE)).news()).renewedBy(family().nothingNew(), records, SAME);

        assertThat(after.areGone(AlertQueue.EARLY_HELP, false)).isFalse();
        assertThat(after.grounds()).extracting(Ground::ended).containsExactly(true);
    }

    @Test
    void goesWithItsCancelledRecord() {
        Grounds before = held(family().with(missing(CHILD, ONE)).news());
        cancel(ONE);

        assertThat(before.renewedBy(family().nothingNew(), records, SAME).areGone(AlertQueue.EARLY_HELP, false)).isTrue();
    }

    @Test
    void aCancellationAfterTimeHasEndedItStillTakesItBack() {
        Grounds ended = held(family().with(missing(CHILD, ONE)).news()).renewedBy(family().nothingNew(), records, SAME);
        cancel(ONE);

        assertThat(ended.renewedBy(family().nothingNew(), records, SAME).areGone(AlertQueue.EARLY_HELP, false)).isTrue();
    }

    @Test
    void standsOnWhatOnlyTimeHasEnded() {
        Grounds before = held(family().with(missingHigh(CHILD, ONE)).with(missingHigh("P-9Z2MXB", TWO)).news());
        Grounds oneEnded = before.renewedBy(family().with(missingHigh("P-9Z2MXB", TWO)).nothingNew(), records, SAME);
        cancel(TWO);

        assertThat(oneEnded.renewedBy(family().nothingNew(), records, SAME).areGone(AlertQueue.FIRST_CONTACT, false)).isFalse();
    }

    @Test
    void aHandedOverAlertStandsWhileAnyGroundIsLeft() {
        Grounds before = held(family().with(missing(CHILD, ONE)).with(absence(CHILD, "", TWO)).news());
        cancel(ONE);
        Grounds after = before.renewedBy(family().with(absence(CHILD, "", TWO)).nothingNew(), records, SAME);

        assertThat(after.areGone(AlertQueue.FIRST_CONTACT, true)).isFalse();
        assertThat(after.areGone(AlertQueue.FIRST_CONTACT, false)).isTrue();
    }

    @Test
    void followsAMergedPerson() {
        Grounds before = held(family().with(missing(CHILD, ONE)).news());
        records.put(ONE, new EvidenceState("aa", true, records.get(ONE).fact(), records.get(ONE).latest(), Set.of("P-9Z2MXB"), Map.of(), Set.of()));
        UnaryOperator<String> merged = person -> person.equals(CHILD) ? "P-9Z2MXB" : person;

        Grounds after = before.renewedBy(family().with(missing("P-9Z2MXB", ONE)).nothingNew(), records, merged);

        assertThat(after.dropped()).isFalse();
        assertThat(after.grounds()).extracting(Ground::person).containsExactly("P-9Z2MXB");
    }

    private Grounds held(Assessment assessment) {
        return Grounds.of(assessment, records);
    }

    private void cancel(String evidence) {
        records.put(evidence, notice(Kind.CANCELLED));
    }

    private static EvidenceState notice(Kind latest) {
        Fact first = Borough.report(Kind.INITIAL, RiskGrade.HIGH);
        return new EvidenceState("aa", latest == Kind.INITIAL, first, Borough.report(latest, RiskGrade.HIGH), Set.of(CHILD), Map.of(), Set.of());
    }

    private static Assessments family() {
        return assessmentOf(1, "F-48KQ2M").child(CHILD, false);
    }
}
