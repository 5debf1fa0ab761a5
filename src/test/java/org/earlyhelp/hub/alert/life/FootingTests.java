package org.earlyhelp.hub.alert.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.alert.support.Borough;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Concern;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.HealthFindings;
import org.earlyhelp.hub.person.Involvement;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FootingTests {
    private static final String CHILD = "P-7Q2MXA";
    private static final Footing FOOTING = new Footing("a/f/01K@1", "aa", Set.of(CHILD), Map.of("2026-11-01", "PN "));

    @ParameterizedTest
    @CsvSource({"CANCELLED, , true", "CORRECTION, HIGH, true", "INITIAL, HIGH, true", "RISK_CHANGE, MEDIUM, true", "RISK_CHANGE, HIGH, false",
            "RETURNED, , false", "RETURNED, LOW, true"})
    void aLaterVersionOfANoticeTakesBackUnlessItOnlyGoesOn(Kind kind, RiskGrade grade, boolean takenBack) {
        EvidenceState replaced = state("aa", false, Borough.report(Kind.INITIAL, RiskGrade.HIGH), Borough.report(kind, grade));

        assertThat(FOOTING.isTakenBack(replaced)).isEqualTo(takenBack);
    }

    @Test
    void standsWhileNothingChanges() {
        Fact notice = Borough.report(Kind.INITIAL, RiskGrade.HIGH);

        assertThat(FOOTING.isTakenBack(state("aa", true, notice, notice))).isFalse();
    }

    @Test
    void fallsWithItsRecord() {
        assertThat(FOOTING.isTakenBack(null)).isTrue();
    }

    @Test
    void fallsWhenTheMatchIsUndone() {
        Fact notice = Borough.report(Kind.INITIAL, RiskGrade.HIGH);

        assertThat(FOOTING.isTakenBack(new EvidenceState("aa", true, notice, notice, Set.of("P-OTHER1"), Map.of(), Set.of()))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'PN ', false", "'PNN', false", "'PP ', true", "'P  ', true"})
    void aChangedMarkTakesBackAFurtherOneDoesNot(String marksNow, boolean takenBack) {
        Fact day = new AttendanceDay(null, "100000", "8", LocalDate.parse("2026-11-20"), null, null);

        assertThat(FOOTING.isTakenBack(new EvidenceState("bb", true, day, day, Set.of(CHILD), Map.of("2026-11-01", marksNow), Set.of()))).isEqualTo(takenBack);
    }

    @Test
    void aDeletedHealthFindingTakesBack() {
        Fact health = new HealthFindings(List.of(new HealthFindings.Finding(HealthFindings.Kind.CODE, "836881000000105", "Y", false, false, Instant.EPOCH)));

        assertThat(FOOTING.isTakenBack(new EvidenceState("aa", true, health, health, Set.of(CHILD), Map.of(), Set.of("836881000000105")))).isTrue();
        assertThat(FOOTING.isTakenBack(new EvidenceState("aa", true, health, health, Set.of(CHILD), Map.of(), Set.of("878111000000109")))).isFalse();
    }

    @Test
    void aCaseOrConcernThatClosesTakesNothingBack() {
        LocalDate opened = LocalDate.parse("2026-01-05");
        Fact open = new Involvement("Social work", 4, null, null, opened, null);
        Fact closed = new Involvement("Social work", 4, null, null, opened, opened.plusDays(90));
        Fact concern = new Concern("PARENTAL_SUBSTANCE_MISUSE", opened, "", Concern.Status.CLOSED);

        assertThat(FOOTING.isTakenBack(state("bb", true, closed, closed))).isFalse();
        assertThat(FOOTING.isTakenBack(state("bb", true, open, open))).isTrue();
        assertThat(FOOTING.isTakenBack(state("bb", true, concern, concern))).isFalse();
    }

    private static EvidenceState state(String fingerprint, boolean current, Fact fact, Fact latest) {
        return new EvidenceState(fingerprint, current, fact, latest, Set.of(CHILD), Map.of(), Set.of());
    }
}
