package org.earlyhelp.hub.need.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.earlyhelp.hub.kernel.DeclaredFile;
import org.earlyhelp.hub.person.CanonicalJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the golden cases that stand beside a rule. Throws IllegalArgumentException for a fact or a moment that is none. */
final class ExampleReader {
    private static final String ANY_AGENCY = "avonford-police";

    private ExampleReader() {
    }

    /** All examples of the rule at the pointer. */
    static List<RuleExample> examples(DeclaredFile file, JsonNode rule) {
        List<RuleExample> examples = new ArrayList<>();
        for (JsonNode example : rule.path("examples")) {
            try {
                examples.add(example(example));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("an example has a day or a moment that there is not; expected 2026-11-23 or 2026-11-23T08:40:00Z", e);
            }
        }
        return examples;
    }

    private static RuleExample example(JsonNode example) {
        List<RuleExample.Given> given = new ArrayList<>();
        example.path("given").forEach(fact -> given.add(given(fact)));
        JsonNode expect = example.path("expect");
        return new RuleExample(example.path("title").asString(), Instant.parse(example.path("now").asString()), date(example.path("born")),
                example.path("unborn").asBoolean(false), date(example.path("register-ends")), given, expected(expect), expect.path("grade").asString(""), expect.path("says").asString(null));
    }

    private static RuleExample.Expected expected(JsonNode expect) {
        return expect.isObject() ? RuleExample.Expected.HOLDS : RuleExample.Expected.valueOf(expect.asString().toUpperCase(Locale.ROOT));
    }

    private static RuleExample.Given given(JsonNode given) {
        JsonNode fact = given.path("fact");
        try {
            return new RuleExample.Given(given.path("ref").asString(), given.path("agency").asString(ANY_AGENCY), given.path("version").asInt(1),
                    fact.isMissingNode() ? null : CanonicalJson.readFact(fact.toString()),
                    given.path("marks").asString(null), date(given.path("from")));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("an example's fact cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static LocalDate date(JsonNode node) {
        return node.isMissingNode() ? null : LocalDate.parse(node.asString());
    }
}
