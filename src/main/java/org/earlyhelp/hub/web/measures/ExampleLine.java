package org.earlyhelp.hub.web.measures;

import java.util.List;
import org.earlyhelp.hub.need.rules.RuleExample;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.person.CanonicalJson;

/** One example of a rule as the page shows it: made-up facts of a made-up child and what the rule must say of them. */
record ExampleLine(String title, String today, String born, List<String> given, String expected) {
    static ExampleLine of(RuleExample example) {
        String says = example.sentence() == null ? "It holds" : "It holds and says: " + example.sentence();
        String graded = example.grade().isEmpty() ? says : says + " (grade " + example.grade() + ")";
        return new ExampleLine(example.title(), PlainTime.of(example.now()), PlainTime.of(example.born()),
                example.given().stream().map(ExampleLine::given).toList(), example.holds() ? graded : "It does not hold");
    }

    private static String given(RuleExample.Given given) {
        return given.fact() == null ? "Register marks from " + PlainTime.of(given.from()) + ": " + given.marks() : CanonicalJson.write(given.fact());
    }
}
