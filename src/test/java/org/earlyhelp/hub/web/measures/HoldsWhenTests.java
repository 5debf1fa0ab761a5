package org.earlyhelp.hub.web.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.earlyhelp.hub.need.ShippedRules;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.need.rules.Rules;
import org.junit.jupiter.api.Test;

class HoldsWhenTests {
    private static final Rules RULES = ShippedRules.rules();

    private static String need(String id) {
        return RULES.need(id).map(NeedRule::condition).map(HoldsWhen::of).orElseThrow();
    }

    @Test
    void makesSentencesOfTheDeclaredFigures() {
        assertThat(need("MISSING")).isEqualTo("Reported missing in the last 90 days. Graded repeat from 3 times in 90 days.");
        assertThat(need("EXPLOITATION_RISK")).isEqualTo("Reported missing in the last 180 days, with a notice that names any of: CCE, CSE, NRM.");
        assertThat(need("UNAUTHORISED_ABSENCE")).isEqualTo("At least 10 sessions marked G, N, O, U in the last 10 school weeks.");
    }

    @Test
    void hasWordsForEveryShippedRule() {
        assertThat(Stream.of(RULES.needs().stream().map(rule -> HoldsWhen.of(rule.condition())), RULES.harmTests().stream().map(rule -> HoldsWhen.of(rule.condition())),
                RULES.alerts().stream().map(rule -> HoldsWhen.of(rule.condition()))).flatMap(sentences -> sentences))
                .allSatisfy(sentence -> assertThat(sentence).matches("[A-Z0-9].*\\.").doesNotContain("rule file", "null", "[", "_"));
    }

    @Test
    void pointsToTheFileWhereItHasNoWords() {
        assertThat(HoldsWhen.of("something new")).isEqualTo("See the rule file.");
    }
}
