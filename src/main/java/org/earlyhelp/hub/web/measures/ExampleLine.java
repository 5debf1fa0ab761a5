package org.earlyhelp.hub.web.measures;

import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.need.rules.AlertExample;
import org.earlyhelp.hub.need.rules.RuleExample;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.person.CanonicalJson;

/**
 * One example of a rule as the page shows it: made-up facts of a made-up child or family and what the rule must say of them.
 *
 * @param today null where the day does not matter
 * @param born  null where it is of a family
 */
record ExampleLine(String title, String today, String born, List<String> given, String expected) {
    static ExampleLine of(RuleExample example) {
        String says = example.sentence() == null ? "It holds" : "It holds and says: " + example.sentence();
        String graded = example.grade().isEmpty() ? says : says + " (grade " + example.grade() + ")";
        String expected = switch (example.expected()) {
            case HOLDS -> graded;
            case NONE -> "It does not hold";
            case UNDECIDED -> "It cannot be decided, and a person is told";
        };
        return new ExampleLine(example.title(), PlainTime.of(example.now()), PlainTime.of(example.born()),
                example.given().stream().map(ExampleLine::given).toList(), expected);
    }

    /** An alert rule's example is of a family; it has no day and no birth. */
    static ExampleLine of(AlertExample example) {
        Stream<String> needs = example.needs().stream().map(need -> need.need() + (need.grade().isEmpty() ? "" : " (" + need.grade() + ")") + ", shown by " + need.agency());
        Stream<String> harm = example.harmed() ? Stream.of("A test of significant harm holds") : Stream.empty();
        return new ExampleLine(example.title(), null, null, Stream.concat(needs, harm).toList(), example.holds() ? "It is named" : "It is not named");
    }

    private static String given(RuleExample.Given given) {
        return given.fact() == null ? "Register marks from " + PlainTime.of(given.from()) + ": " + given.marks() : CanonicalJson.write(given.fact());
    }
}
