package org.earlyhelp.hub.need.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.need.engine.AFamily.POLICE;
import static org.earlyhelp.hub.need.engine.AFamily.SCHOOLS;
import static org.earlyhelp.hub.need.engine.AFamily.aFamily;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.need.RulesFolder;
import org.earlyhelp.hub.need.ShippedRules;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.need.trial.FamilyDifference;
import org.earlyhelp.hub.need.trial.FamilyDifference.Kind;
import org.earlyhelp.hub.need.trial.Steps;
import org.earlyhelp.hub.need.trial.TwoRules;
import org.earlyhelp.hub.need.trial.WeekCount;
import org.earlyhelp.hub.need.trial.WhatIf;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.MissingReport.RiskFlag;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoRulesTests {
    private static final Instant NOW = Instant.parse(AFamily.NOW);
    @TempDir
    private Path folder;

    @Test
    void findsNothingWhereNothingChanges() {
        WhatIf found = today(ShippedRules.rules(), missing("2026-11-20T08:00:00Z"), missing("2026-01-20T08:00:00Z"));

        assertThat(found.changesNothing()).isTrue();
        assertThat(found.families()).isEqualTo(2);
    }

    @Test
    void namesAFamilyThatWouldLoseItsAlert() {
        assertThat(today(shorter(), missing("2026-10-01T08:00:00Z")).listed())
                .containsExactly(new FamilyDifference("F-1", Kind.LOSE, "stands-alone", null, 2, 1));
    }

    @Test
    void namesAFamilyThatWouldGainAnAlert() {
        AFamily family = aFamily().child("ana", "2014-02-01").marks(SCHOOLS, "999001", "ana", "2026-10-12", "I".repeat(20) + "/\\".repeat(50));
        Rules candidate = RulesFolder.copiedTo(folder).with("needs.yaml", "stands-alone: [SEVERE]", "stands-alone: true").rules();

        assertThat(today(candidate, family.facts()).listed()).containsExactly(new FamilyDifference("F-1", Kind.GAIN, null, "stands-alone", 2, 2));
    }

    @Test
    void namesAFamilyThatWouldHaveAnotherAlert() {
        FamilyFacts family = aFamily().child("ana", "2012-05-01").says(POLICE, "A", Reports.missing(MissingReport.Kind.RETURNED, "2026-11-10T08:00:00Z", RiskGrade.LOW,
                Set.of(RiskFlag.CSE, RiskFlag.SELF_HARM), "2026-11-10T09:00:00Z", null), "ana").facts();
        Rules candidate = RulesFolder.copiedTo(folder).with("levels.yaml", "level-3-from-groups: 3", "level-3-from-groups: 4").rules();

        assertThat(today(candidate, family).listed())
                .containsExactly(new FamilyDifference("F-1", Kind.CHANGE, "level-3-multiple-needs", "stands-alone", 3, 2));
    }

    @Test
    void countsAlertsInTheWeekTheyWouldHaveBeenRaised() {
        TwoRules both = new TwoRules(ShippedRules.rules(), shorter(), Steps.since(LocalDate.of(2026, 10, 1), NOW));
        both.add(missing("2026-10-14T08:00:00Z"));

        assertThat(both.result().weeks()).containsExactly(new WeekCount(LocalDate.of(2026, 10, 12), "frontdoor.early-help", 1, 1));
        assertThat(both.result().lose()).isEqualTo(1);
    }

    @Test
    void countsNoAlertThatHeldBeforeTheFirstDay() {
        TwoRules both = new TwoRules(ShippedRules.rules(), shorter(), Steps.since(LocalDate.of(2026, 11, 1), NOW));
        both.add(missing("2026-10-14T08:00:00Z"));

        assertThat(both.result().weeks()).isEmpty();
    }

    @Test
    void countsAllAndListsUpToTheLimit() {
        TwoRules both = new TwoRules(ShippedRules.rules(), shorter(), Steps.now(NOW));
        for (int i = 0; i <= WhatIf.LISTED_LIMIT; i++) {
            both.add(missing("2026-10-01T08:00:00Z"));
        }

        assertThat(both.result().lose()).isEqualTo(WhatIf.LISTED_LIMIT + 1L);
        assertThat(both.result().listed()).hasSize(WhatIf.LISTED_LIMIT);
        assertThat(both.result().listTruncated()).isTrue();
    }

    @Test
    void forgetsMarksOfLaterDays() {
        FamilyFacts facts = aFamily().child("ana", "2014-02-01").marks(SCHOOLS, "999001", "ana", "2026-10-12", "I".repeat(20)).facts();

        assertThat(FactsAsOf.of(facts, Instant.parse("2026-10-13T12:00:00Z")).attendance().get(0).marks().strip()).isEqualTo("IIII");
        assertThat(FactsAsOf.of(facts, Instant.parse("2026-09-13T12:00:00Z")).attendance()).isEmpty();
    }

    private WhatIf today(Rules candidate, FamilyFacts... families) {
        TwoRules both = new TwoRules(ShippedRules.rules(), candidate, Steps.now(NOW));
        for (FamilyFacts family : families) {
            both.add(family);
        }
        return both.result();
    }

    private Rules shorter() {
        return RulesFolder.copiedTo(folder).with("needs.yaml", "within-days: 90}", "within-days: 30}").rules();
    }

    /** A child who was missing for an hour then. */
    private static FamilyFacts missing(String at) {
        Instant then = Instant.parse(at);
        FamilyFacts facts = aFamily().child("ana", "2012-05-01").says(POLICE, "A", Reports.returned(at, then.plusSeconds(3600).toString()), "ana").facts();
        HeldRecord it = facts.records().get(0);
        HeldRecord observed = new HeldRecord(it.id(), it.ref(), it.agency(), it.feed(), it.sourceRef(), it.version(), it.fact(), then, then, it.notes(), it.mentions());
        return new FamilyFacts(facts.familyId(), facts.familyRef(), facts.members(), facts.kinship(), List.of(observed), facts.attendance(), facts.registerEnds());
    }
}
