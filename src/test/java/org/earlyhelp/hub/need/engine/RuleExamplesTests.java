package org.earlyhelp.hub.need.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.need.ShippedRules;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.need.rules.RuleExample;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.person.MissingReport;
import org.junit.jupiter.api.Test;

class RuleExamplesTests {
    private static final Rules RULES = ShippedRules.rules();

    @Test
    void findsShippedExamplesAsWritten() {
        assertThat(new RuleExamples(RULES).failures()).isEmpty();
    }

    @Test
    void triesAtLeastOneExampleOfEveryRule() {
        assertThat(RULES.needs()).allSatisfy(rule -> assertThat(rule.examples()).as(rule.id()).isNotEmpty());
        assertThat(RULES.alerts()).allSatisfy(rule -> assertThat(rule.examples()).as(rule.id()).isNotEmpty());
        assertThat(RULES.harmTests()).allSatisfy(rule -> assertThat(rule.examples()).as(rule.id()).isNotEmpty());
    }

    @Test
    void namesTheExampleThatAChangedRuleBreaks() {
        NeedRule missing = RULES.need("MISSING").orElseThrow();
        RuleExample wrong = new RuleExample("an old episode", Instant.parse("2026-11-23T08:40:00Z"), LocalDate.of(2012, 5, 1), false, null,
                List.of(new RuleExample.Given("A", "avonford-police", 1, new MissingReport(MissingReport.Kind.INITIAL, null,
                        Instant.parse("2026-01-01T00:00:00Z"), null, null, null, null, null, null), null, null)), RuleExample.Expected.HOLDS, "", null);

        assertThat(new RuleExamples(with(missing, wrong)).failures()).extracting(RuleExamples.Failure::toString)
                .filteredOn(failure -> failure.startsWith("MISSING")).containsExactly("MISSING, \"an old episode\": expected \"any sentence\", found nothing");
    }

    private static Rules with(NeedRule rule, RuleExample example) {
        NeedRule changed = new NeedRule(rule.id(), rule.version(), rule.title(), rule.on(), rule.group(), rule.outcome(), rule.directReferral(),
                rule.standsAlone(), rule.aloneAtGrades(), rule.condition(), rule.graded(), rule.supersedes(), rule.sentence(), List.of(example));
        return new Rules(List.of(changed), List.of(), RULES.levels(), RULES.alerts(), RULES.pathways(), RULES.registerWithinDays(),
                RULES.concerns(), RULES.localities(), RULES.calendar());
    }
}
