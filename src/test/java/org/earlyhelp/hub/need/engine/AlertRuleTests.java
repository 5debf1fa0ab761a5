package org.earlyhelp.hub.need.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.need.engine.AFamily.HEALTH;
import static org.earlyhelp.hub.need.engine.AFamily.POLICE;
import static org.earlyhelp.hub.need.engine.AFamily.SCHOOLS;
import static org.earlyhelp.hub.need.engine.AFamily.aFamily;
import static org.earlyhelp.hub.need.engine.Reports.abuse;
import static org.earlyhelp.hub.need.engine.Reports.asq;
import static org.earlyhelp.hub.need.engine.Reports.code;
import static org.earlyhelp.hub.need.engine.Reports.concern;
import static org.earlyhelp.hub.need.engine.Reports.involvement;
import static org.earlyhelp.hub.need.engine.Reports.missing;
import static org.earlyhelp.hub.need.engine.Reports.review;

import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.RuleRef;
import org.earlyhelp.hub.person.Concern;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Grade;
import org.earlyhelp.hub.person.MissingReport.RiskFlag;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.earlyhelp.hub.person.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRuleTests {
    private static AFamily aChild() {
        return aFamily().child("ana", "2014-02-01");
    }

    private static AFamily absent(AFamily family) {
        return family.marks(SCHOOLS, "999001", "ana", "2026-09-07", "I".repeat(4) + "L".repeat(36));
    }

    private static List<String> rules(Assessment assessment) {
        return assessment.rules().stream().map(RuleRef::id).toList();
    }

    @Test
    void saysNothingOfAFamilyWithoutNeeds() {
        Assessment assessment = aChild().marks(SCHOOLS, "999001", "ana", "2026-09-07", "L".repeat(60)).now();

        assertThat(assessment).extracting(Assessment::level, Assessment::rules, Assessment::lookAgainAt).containsExactly(1, List.of(), null);
        assertThat(assessment.newEvidence()).isEmpty();
    }

    @Test
    void staysSilentOfOneNeedThatDoesNotStandAlone() {
        Assessment assessment = absent(aChild()).now();

        assertThat(assessment.level()).isEqualTo(2);
        assertThat(rules(assessment)).isEmpty();
        assertThat(assessment.pathway()).isEqualTo("DIRECT_REFERRAL");
    }

    @Test
    void alertsOfSevereAbsenceAlone() {
        assertThat(rules(aChild().marks(SCHOOLS, "999001", "ana", "2026-09-07", "I".repeat(20) + "L".repeat(20)).now())).containsExactly("stands-alone");
    }

    @Test
    void alertsWhenTwoAgenciesReportTwoGroups() {
        AFamily family = absent(aChild()).says(HEALTH, "M1", review("REVIEW-2-2.5YEAR", "MISSED", "2026-09-20"), "ana");

        assertThat(rules(family.now())).containsExactly("two-agencies");
        assertThat(family.now().pathway()).isEqualTo("EARLY_HELP_ASSESSMENT");
    }

    @Test
    void staysSilentOfTwoGroupsFromOneAgencyAndOfOneGroupFromTwo() {
        AFamily oneAgency = aChild().says(HEALTH, "M1", review("REVIEW-2-2.5YEAR", "MISSED", "2026-09-20"), "ana").says(HEALTH, "M2", asq("ASQ3-COMM", true, "2026-09-20"), "ana");
        AFamily oneGroup = absent(aChild()).marks("avonford-academies", "999104", "ana", "2026-10-05", "OO".repeat(5));

        assertThat(rules(oneAgency.now())).isEmpty();
        assertThat(rules(oneGroup.now())).isEmpty();
    }

    @Test
    void reachesLevelThreeByThreeGroupsNotByThreeNeeds() {
        AFamily family = absent(aChild()).says(POLICE, "N1", missing("2026-11-21T10:00:00Z", RiskGrade.LOW), "ana")
                .marks(SCHOOLS, "999002", "ana", "2026-11-09", "OO".repeat(5));
        assertThat(family.now().level()).isEqualTo(2);

        family.says(POLICE, "N2", missing("2026-11-22T10:00:00Z", RiskGrade.LOW, RiskFlag.CSE), "ana");
        assertThat(family.now().level()).isEqualTo(3);
        assertThat(rules(family.now())).containsExactly("level-3-multiple-needs", "two-agencies", "stands-alone");
    }

    @Test
    void asksAManagerAboveEightGroups() {
        AFamily family = absent(aChild()).child("bo", "2024-02-01")
                .says(POLICE, "N1", missing("2026-11-21T10:00:00Z", RiskGrade.LOW, RiskFlag.CSE, RiskFlag.SELF_HARM, RiskFlag.DOMESTIC_ABUSE), "ana")
                .says(HEALTH, "M1", review("REVIEW-2-2.5YEAR", "MISSED", "2026-09-20"), "bo").says(HEALTH, "M2", asq("ASQ3-COMM", true, "2026-09-20"), "bo")
                .says(HEALTH, "M3", code("836881000000105", "Y", "2026-09-20"), "bo");
        assertThat(family.now().notes()).isEmpty();

        family.says("clearwater", "S1", concern("2026-10-02", "LOW", Concern.Status.OPEN), "bo");
        assertThat(family.now().level()).isEqualTo(3);
        assertThat(family.now().notes()).containsExactly("More than 8 kinds of need at once: ask a manager to look.");
    }

    @ParameterizedTest
    @CsvSource({"HIGH, 2026-10-02, OPEN, stands-alone", "MEDIUM, 2026-10-02, OPEN, ''", "HIGH, 2025-11-23, OPEN, stands-alone", "HIGH, 2025-11-22, OPEN, ''",
        "HIGH, 2026-10-02, CLOSED, ''"})
    void alertsOfAConcernByItsRuleAlone(String grade, String on, Concern.Status status, String rule) {
        Assessment assessment = aChild().says("clearwater", "S1", concern(on, grade, status), "ana").now();

        assertThat(String.join(" ", rules(assessment))).isEqualTo(rule);
    }

    @Test
    void namesWhoAlreadyWorksWithTheFamilyFirst() {
        Assessment assessment = absent(aChild()).says("avonford-council", "C1", involvement(3, "2026-02-01", null), "ana").now();

        assertThat(assessment.pathway()).isEqualTo("ALREADY_OPEN");
        assertThat(assessment.alreadyOpen()).containsExactly(new Assessment.OpenInvolvement("P-ana", "Family Help", 3, "J. Okoro", "01632 960001", "avonford-council"));
        assertThat(assessment.knownTo()).containsExactly(SCHOOLS);
    }

    @ParameterizedTest
    @CsvSource({"ZZ99 0AA, riverside", "ZZ99 2AA, riverside", "ZZ99 3AA, harbour", "ZZ99 5AA, harbour", "ZZ99 6AA, northfield", "ZZ99 7AA, northfield",
        "ZZ99 8AA, westbrook", "ZZ99 9AA, westbrook", "ZZ98 3AA, out-of-area", ", unknown"})
    void findsTheLocalityByThePostcode(String postcode, String locality) {
        assertThat(aFamily().member(at(postcode, false)).now().locality()).isEqualTo(locality);
    }

    @Test
    void withholdsTheLocalityOfAHiddenHousehold() {
        assertThat(absent(aChild()).member(at("ZZ99 3AA", true)).now().locality()).isEqualTo("withheld");
    }

    @Test
    void passesAFamilyFromElsewhereOn() {
        AFamily family = aFamily().member(at("ZZ98 3AA", false));
        family.says(POLICE, "N1", missing("2026-11-22T10:00:00Z", RiskGrade.HIGH), "bo");

        assertThat(family.now()).extracting(Assessment::locality, Assessment::pathway, Assessment::level).containsExactly("out-of-area", "OTHER_AUTHORITY", 4);
    }

    @Test
    void knowsWhenAReferralConcernsAPupil() {
        AFamily family = aChild().marks(SCHOOLS, "999001", "ana", "2026-09-24", "LL").says(POLICE, "D1", abuse("2026-11-18T20:00:00Z", Grade.MEDIUM), "ana");
        Judged first = family.judged();
        assertThat(first.assessment().domesticAbuseWithPupil()).isTrue();
        assertThat(family.after(first).domesticAbuseWithPupil()).isFalse();

        AFamily left = aChild().marks(SCHOOLS, "999001", "ana", "2026-09-23", "LL").says(POLICE, "D1", abuse("2026-11-18T20:00:00Z", Grade.MEDIUM), "ana");
        assertThat(left.now().domesticAbuseWithPupil()).isFalse();
    }

    @Test
    void givesEachChildTheWeakestLinkItsNeedsRestOn() {
        AFamily family = absent(aChild()).child("bo", "2024-02-01");
        family.says(POLICE, "N1", 1, missing("2026-11-21T10:00:00Z", RiskGrade.LOW), family.mention(Role.CHILD, "ana", "PROBABLE"));

        assertThat(family.now().children()).containsExactly(new Assessment.Child("P-ana", "PROBABLE", null, false, false),
                new Assessment.Child("P-bo", "NEW", null, false, false));
    }

    private static Member at(String postcode, boolean hidden) {
        return new Member(5, "P-bo", true, LocalDate.of(2014, 2, 1), null, false, false, hidden, false, null, postcode);
    }
}
