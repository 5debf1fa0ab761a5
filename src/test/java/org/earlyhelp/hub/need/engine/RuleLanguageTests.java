package org.earlyhelp.hub.need.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.need.engine.AFamily.POLICE;
import static org.earlyhelp.hub.need.engine.AFamily.SCHOOLS;
import static org.earlyhelp.hub.need.engine.AFamily.aFamily;
import static org.earlyhelp.hub.need.engine.AFamily.codes;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.RuleRef;
import org.earlyhelp.hub.need.RulesFolder;
import org.earlyhelp.hub.person.Concern;
import org.earlyhelp.hub.person.MissingReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleLanguageTests {
    @TempDir
    private Path folder;
    private RulesFolder rules;

    @BeforeEach
    void copyShippedRules() {
        rules = RulesFolder.copiedTo(folder);
    }

    @Test
    void holdsWhenAllPartsHold() {
        need("RUNAWAY", "{all: [{fact: missing-episode, within-days: 90}, {fact: concern, codes: [HOUSING_AT_RISK], within-days: 90}]}");

        assertThat(codes(aChild("2012-05-01").says(POLICE, "A", missing("2026-11-20T08:00:00Z"), "ana").by(rules.rules()).now())).doesNotContain("RUNAWAY");
        assertThat(codes(aChild("2012-05-01").says(POLICE, "A", missing("2026-11-20T08:00:00Z"), "ana")
                .says("homes", "H", housing("2026-11-01"), "ana").by(rules.rules()).now())).contains("RUNAWAY");
    }

    @Test
    void restsOnTheEvidenceOfAllParts() {
        need("RUNAWAY", "{all: [{fact: missing-episode, within-days: 90}, {fact: concern, codes: [HOUSING_AT_RISK], within-days: 90}]}");

        assertThat(aChild("2012-05-01").says(POLICE, "A", missing("2026-11-20T08:00:00Z"), "ana").says("homes", "H", housing("2026-11-01"), "ana")
                .by(rules.rules()).now().needs()).filteredOn(need -> need.code().equals("RUNAWAY")).extracting(need -> need.agency())
                .containsExactly(POLICE, "homes");
    }

    @Test
    void holdsWhenOneOfSeveralHoldsButNoneOfOthers() {
        need("EITHER", "{all: [{any: [{fact: missing-episode, within-days: 90}, {fact: concern, codes: [HOUSING_AT_RISK], within-days: 90}]}, "
                + "{none: [{fact: concern, codes: [YOUTH_OFFENDING], within-days: 90}]}]}");
        AFamily family = aChild("2012-05-01").says("homes", "H", housing("2026-11-01"), "ana");

        assertThat(codes(family.by(rules.rules()).now())).contains("EITHER");
        assertThat(codes(family.says("yot", "Y", new Concern("YOUTH_OFFENDING", LocalDate.of(2026, 11, 2), null, Concern.Status.OPEN), "ana").now()))
                .doesNotContain("EITHER");
    }

    @Test
    void countsFactsOfAKind() {
        need("OFTEN", "{fact: missing-episode, within-days: 90, at-least: 2}");
        AFamily family = aChild("2012-05-01").says(POLICE, "A", missing("2026-11-20T08:00:00Z"), "ana").by(rules.rules());

        assertThat(codes(family.now())).doesNotContain("OFTEN");
        assertThat(codes(family.says(POLICE, "B", missing("2026-11-19T08:00:00Z"), "ana").now())).contains("OFTEN");
    }

    @Test
    void gradesByTheHighestConditionThatHolds() {
        rules.with("needs.yaml", "    says: \"A notice names a risk of self-harm\"", "    graded: [{grade: RAISED, holds-when: {fact: missing-episode, within-days: 90}}, "
                + "{grade: HIGH, holds-when: {fact: missing-episode, within-days: 90, at-least: 2}}]\n    says: \"A notice names a risk of self-harm\"");
        AFamily family = aChild("2012-05-01").says(POLICE, "A", missing("2026-11-20T08:00:00Z", MissingReport.RiskFlag.SELF_HARM), "ana").by(rules.rules());

        assertThat(codes(family.now())).contains("MENTAL_HEALTH/RAISED");
        assertThat(codes(family.says(POLICE, "B", missing("2026-11-19T08:00:00Z"), "ana").now())).contains("MENTAL_HEALTH/HIGH");
    }

    @Test
    void leavesOutTheNeedThatAnotherSupersedes() {
        rules.with("needs.yaml", "    says: \"{count} unauthorised", "    supersedes: [SCHOOL_ABSENCE]\n    says: \"{count} unauthorised");
        AFamily family = aFamily().child("ana", "2014-02-01").marks(SCHOOLS, "999001", "ana", "2026-09-07", "O".repeat(40));

        assertThat(codes(family.now())).contains("SCHOOL_ABSENCE/SEVERE", "UNAUTHORISED_ABSENCE");
        assertThat(codes(family.by(rules.rules()).now())).containsExactly("UNAUTHORISED_ABSENCE");
    }

    @Test
    void namesNoAlertRuleThatAnotherSupersedes() {
        rules.with("alerts.yaml", "    queue: frontdoor.early-help\n    serves", "    queue: frontdoor.early-help\n    supersedes: [stands-alone]\n    serves");
        AFamily family = aChild("2012-05-01").says(POLICE, "A", missing("2026-11-20T08:00:00Z", MissingReport.RiskFlag.CSE, MissingReport.RiskFlag.SELF_HARM), "ana");

        assertThat(family.now().rules()).extracting(RuleRef::id).containsExactly("level-3-multiple-needs", "stands-alone");
        assertThat(family.by(rules.rules()).now().rules()).extracting(RuleRef::id).containsExactly("level-3-multiple-needs");
    }

    @Test
    void takesAChildOfUnknownAgeForUndecided() {
        need("YOUNG", "{all: [{fact: age, under-years: 5}, {fact: missing-episode, within-days: 90}]}");
        AFamily family = aChild(null).says(POLICE, "A", missing("2026-11-20T08:00:00Z"), "ana").by(rules.rules());

        assertThat(family.now().undecided()).containsExactly("YOUNG: the child's age is not known");
        assertThat(codes(family.now())).containsExactly("MISSING");
    }

    @Test
    void needsNoAgeWhereAnotherPartDecides() {
        need("YOUNG", "{all: [{fact: age, under-years: 5}, {fact: concern, codes: [HOUSING_AT_RISK], within-days: 90}]}");

        assertThat(aChild(null).says(POLICE, "A", missing("2026-11-20T08:00:00Z"), "ana").by(rules.rules()).now().undecided()).isEmpty();
    }

    @Test
    void looksAgainOnTheBirthdayThatAnAgeNames() {
        need("YOUNG", "{all: [{fact: age, from-years: 5, under-years: 12}, {fact: concern, codes: [HOUSING_AT_RISK], within-days: 3000}]}");
        AFamily family = aChild("2014-12-02").says("homes", "H", housing("2026-11-01"), "ana").by(rules.rules());

        assertThat(codes(family.now())).contains("YOUNG");
        assertThat(family.now().lookAgainAt()).isBefore("2026-12-04T00:00:00Z");
        assertThat(codes(family.on("2026-12-03"))).doesNotContain("YOUNG");
    }

    @Test
    void takesAFactWithoutADateForUndecided() {
        AFamily family = aChild("2012-05-01").says(POLICE, "A", missing(null), "ana").says("yot", "Y",
                new Concern("PARENTAL_SUBSTANCE_MISUSE", null, "HIGH", Concern.Status.OPEN), "ana");

        assertThat(family.now().undecided()).contains("MISSING: a fact it looks at has no date", "SUBSTANCE_MISUSE: a fact it looks at has no date");
    }

    @Test
    void letsOtherRulesGoOnBesideAnUndecidedOne() {
        AFamily family = aChild("2012-05-01").says(POLICE, "A", missing(null), "ana").says(POLICE, "B", missing("2026-11-20T08:00:00Z"), "ana")
                .marks(SCHOOLS, "999001", "ana", "2026-09-07", "O".repeat(40));

        assertThat(codes(family.now())).contains("MISSING", "SCHOOL_ABSENCE/SEVERE");
    }

    @Test
    void keepsTheLevelOfANeedThatBecomesUndecided() {
        Judged before = aChild("2012-05-01").says(POLICE, "A", missing("2026-11-20T08:00:00Z"), "ana").judged();
        Assessment after = aChild("2012-05-01").says(POLICE, "A", missing(null), "ana").after(before);

        assertThat(before.assessment().level()).isEqualTo(2);
        assertThat(after.level()).isEqualTo(2);
        assertThat(after.undecided()).contains("MISSING: a fact it looks at has no date");
    }

    @Test
    void leavesAllRulesUndecidedBeyondTheLimitOfRecords() {
        AFamily family = aChild("2012-05-01");
        for (int i = 0; i <= RuleOutcomes.RECORDS_LIMIT; i++) {
            family.says(POLICE, "A" + i, missing("2026-11-20T08:00:00Z"), "ana");
        }

        assertThat(family.now().needs()).isEmpty();
        assertThat(family.now().undecided()).contains("MISSING: the family has more than 5000 records", "DA_HIGH: the family has more than 5000 records");
    }

    @Test
    void leavesAnAlertRuleUndecidedWithTheNeedItAsksFor() {
        rules.with("alerts.yaml", "    holds-when: stands-alone", "    holds-when: {all: [stands-alone, {none: [{needs: [SUBSTANCE_MISUSE]}]}]}");
        AFamily family = aChild("2012-05-01").says(POLICE, "A", missing("2026-11-20T08:00:00Z"), "ana").by(rules.rules());

        assertThat(family.now().rules()).extracting(RuleRef::id).containsExactly("stands-alone");
        assertThat(family.says("yot", "Y", new Concern("PARENTAL_SUBSTANCE_MISUSE", null, "HIGH", Concern.Status.OPEN), "ana").now().undecided())
                .contains("stands-alone: a need it asks for could not be decided");
    }

    private void need(String id, String holdsWhen) {
        rules.withNeed("""
                - id: %s
                  version: 1
                  title: A need of a test
                  group: test
                  outcome: GOOD_EDUCATION
                  holds-when: %s
                  says: It holds
                  examples:
                    - {title: nothing known, now: 2026-11-23T08:40:00Z, born: 2012-05-01, given: [{ref: A, fact: {fact: INVOLVEMENT, service: Any, level: 1, opened: 2026-02-01}}], expect: none}
                """.formatted(id, holdsWhen));
    }

    private static AFamily aChild(String born) {
        return aFamily().child("ana", born);
    }

    private static Concern housing(String on) {
        return new Concern("HOUSING_AT_RISK", LocalDate.parse(on), null, Concern.Status.OPEN);
    }

    private static MissingReport missing(String reportedAt, MissingReport.RiskFlag... flags) {
        return new MissingReport(MissingReport.Kind.INITIAL, null, reportedAt == null ? null : Instant.parse(reportedAt), null, null,
                MissingReport.RiskGrade.LOW, Set.of(flags), reportedAt == null ? null : Instant.parse(reportedAt).plusSeconds(3600), null);
    }
}
