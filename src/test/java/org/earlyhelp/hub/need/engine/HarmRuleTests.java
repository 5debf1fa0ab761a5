package org.earlyhelp.hub.need.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.need.engine.AFamily.HEALTH;
import static org.earlyhelp.hub.need.engine.AFamily.POLICE;
import static org.earlyhelp.hub.need.engine.AFamily.aFamily;
import static org.earlyhelp.hub.need.engine.AFamily.harms;
import static org.earlyhelp.hub.need.engine.Reports.abuse;
import static org.earlyhelp.hub.need.engine.Reports.code;
import static org.earlyhelp.hub.need.engine.Reports.involvement;
import static org.earlyhelp.hub.need.engine.Reports.missing;

import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.RuleRef;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Grade;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.earlyhelp.hub.person.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarmRuleTests {
    private static final String COUNCIL = "avonford-council";

    private static AFamily aTeenager() {
        return aFamily().child("ana", "2012-05-01");
    }

    @Test
    void putsAHighRiskEpisodeAtLevelFour() {
        var assessment = aTeenager().says(POLICE, "N1", missing("2026-11-23T02:00:00Z", RiskGrade.HIGH), "ana").now();

        assertThat(assessment.harmTests()).containsExactly(new HarmTest("MISSING_HIGH", "Reported missing, graded high risk by the police",
                LocalDate.of(2026, 11, 23), "P-ana", POLICE, List.of(POLICE + "/feed/R1@1")));
        assertThat(assessment.level()).isEqualTo(4);
        assertThat(assessment.rules()).containsExactly(new RuleRef("first-contact", 1), new RuleRef("stands-alone", 1));
        assertThat(assessment.pathway()).isEqualTo("FIRST_CONTACT");
    }

    /** Seven London dates after the return, also over the change of the clocks. */
    @ParameterizedTest
    @CsvSource({"2026-11-16T09:00:00Z, 2026-11-23, true", "2026-11-15T09:00:00Z, 2026-11-23, false",
        "2026-03-22T00:30:00Z, 2026-03-29, true", "2026-10-17T23:30:00Z, 2026-10-25, true", "2026-10-17T22:30:00Z, 2026-10-25, false"})
    void keepsHighRiskForAWeekAfterTheReturn(String returnedAt, String today, boolean holds) {
        AFamily family = aTeenager().says(POLICE, "N1", missing(Kind.RETURNED, "2026-03-01T09:00:00Z", RiskGrade.HIGH, null, returnedAt, null), "ana");

        assertThat(harms(family.on(today)).contains("MISSING_HIGH")).isEqualTo(holds);
    }

    @Test
    void followsTheGradeOfTheHighestVersion() {
        AFamily family = aTeenager().says(POLICE, "N1", missing("2026-11-23T02:00:00Z", RiskGrade.HIGH), "ana")
                .says(POLICE, "N1", 2, missing(Kind.RISK_CHANGE, "2026-11-23T02:00:00Z", RiskGrade.LOW, null, null, null), new HeldRecord.Mentioned[0]);

        assertThat(harms(family.now())).isEmpty();
    }

    @Test
    void isUndecidedWithoutAGradeNeverNo() {
        AFamily family = aTeenager().says(POLICE, "N1", missing("2026-11-23T02:00:00Z", null), "ana").says(POLICE, "D1", abuse("2026-11-18T20:00:00Z", null), "ana");

        assertThat(family.now().undecided()).containsExactly("MISSING_HIGH: a missing notice gives no risk grade",
                "DA_HIGH: a domestic-abuse referral gives no grade");
        assertThat(family.on("2026-12-19").undecided()).containsExactly("MISSING_HIGH: a missing notice gives no risk grade");
    }

    /** A correction without a grade takes the certainty away, not the danger. */
    @Test
    void keepsLevelFourWhileItsTestIsUndecided() {
        AFamily family = aTeenager().says(POLICE, "D1", abuse("2026-11-18T20:00:00Z", Grade.HIGH), "ana");
        Judged before = family.judged();
        family.says(POLICE, "D1", 2, abuse(DomesticAbuseReferral.Kind.CORRECTION, "2026-11-18T20:00:00Z", null, false), family.mention(Role.CHILD, "ana", "CERTAIN"));

        Assessment after = family.after(before);
        assertThat(after.level()).isEqualTo(4);
        assertThat(after.rules()).first().isEqualTo(new RuleRef("first-contact", 1));
        assertThat(after.undecided()).containsExactly("DA_HIGH: a domestic-abuse referral gives no grade");
        assertThat(after.notes()).anyMatch(note -> note.contains("level 4 stands as last decided"));
    }

    @Test
    void makesNoLevelFourOfADoubtAlone() {
        AFamily family = aTeenager().says(POLICE, "D1", abuse("2026-11-18T20:00:00Z", Grade.STANDARD), "ana");
        Judged before = family.judged();
        family.says(POLICE, "N1", missing("2026-11-23T02:00:00Z", null), "ana");

        assertThat(family.after(before).level()).isEqualTo(2);
    }

    @Test
    void leavesLevelFourOnceTheTestIsDecided() {
        AFamily family = aTeenager().says(POLICE, "D1", abuse("2026-11-18T20:00:00Z", Grade.HIGH), "ana");
        Judged before = family.judged();
        family.says(POLICE, "D1", 2, abuse(DomesticAbuseReferral.Kind.CORRECTION, "2026-11-18T20:00:00Z", Grade.STANDARD, false), family.mention(Role.CHILD, "ana", "CERTAIN"));

        assertThat(family.after(before).level()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"2015-11-22, 2026-11-22T08:40:00Z, false", "2015-11-23, 2026-11-22T08:40:00Z, true", "2015-11-23, 2026-11-22T08:40:01Z, false",
        "2012-05-01, 2026-11-20T08:40:00Z, true", "2012-05-01, 2026-11-20T08:40:01Z, false", ", 2026-11-22T08:40:00Z, true"})
    void isStillMissingAfterTheHoursOfTheAge(String born, String reportedAt, boolean holds) {
        assertThat(harms(aFamily().child("ana", born).says(POLICE, "N1", missing(reportedAt, RiskGrade.LOW), "ana").now()).contains("STILL_MISSING")).isEqualTo(holds);
    }

    /** 72 hours are elapsed hours: over the night with 25 hours the civil time is an hour earlier. */
    @Test
    void countsElapsedHoursOverTheClockChange() {
        AFamily family = aTeenager().says(POLICE, "N1", missing("2026-10-23T21:00:00Z", RiskGrade.LOW), "ana");

        assertThat(family.at("2026-10-26T20:59:59Z").lookAgainAt()).isEqualTo("2026-10-26T21:00:00Z");
        assertThat(harms(family.at("2026-10-26T21:00:00Z"))).containsExactly("STILL_MISSING");
        assertThat(harms(family.at("2026-10-26T20:59:59Z"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-10-24T01:00:00Z, true", "2026-10-23T22:00:00Z, false"})
    void weighsGraveReferralsForThirtyDays(String occurredAt, boolean holds) {
        AFamily family = aTeenager().says(POLICE, "D1", abuse(DomesticAbuseReferral.Kind.INITIAL, occurredAt, Grade.HIGH, true), "ana");

        assertThat(harms(family.now())).isEqualTo(holds ? List.of("DA_HIGH", "DA_MARAC") : List.of());
        assertThat(family.now().level()).isEqualTo(holds ? 4 : 2);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-24T09:00:00Z, true", "2026-10-23T09:00:00Z, false"})
    void minds30DaysThatAChildReturnedHarmed(String returnedAt, boolean holds) {
        AFamily family = aTeenager().says(POLICE, "N1", missing(Kind.RETURNED, "2026-10-20T09:00:00Z", RiskGrade.LOW, null, returnedAt, true), "ana");

        assertThat(harms(family.now()).contains("HARM_ON_RETURN")).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"4,, true", "3,, false", "4, 2026-11-23, false", "4, 2026-11-24, true"})
    void knowsStatutoryWorkThatIsOpen(int level, String closed, boolean holds) {
        AFamily family = aTeenager().says(COUNCIL, "C1", involvement(level, "2026-02-01", closed), "ana");

        assertThat(harms(family.now()).contains("KNOWN_STATUTORY")).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"342191000000101", "375041000000100", "818901000000100", "764841000000100"})
    void knowsStatutoryCodesWhileTheyStand(String statutory) {
        AFamily family = aTeenager().says(HEALTH, "M1", code(statutory, "Y", "2024-02-20"), "ana");
        assertThat(family.now().level()).isEqualTo(4);
        assertThat(family.now().needs()).isEmpty();

        family.says(HEALTH, "M2", code(statutory, "N", "2026-02-20"), "ana");
        assertThat(family.now().level()).isEqualTo(1);
    }
}
