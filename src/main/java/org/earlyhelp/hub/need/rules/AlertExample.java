package org.earlyhelp.hub.need.rules;

import java.util.List;

/**
 * A golden case beside an alert rule: the needs of one made-up family, by agency, and whether the rule is named for it.
 *
 * @param harmed whether a test of significant harm holds
 */
public record AlertExample(String title, List<Given> needs, boolean harmed, boolean holds) {
    public AlertExample {
        needs = List.copyOf(needs);
    }

    /** A need of one child that one agency shows; {@code grade} is "" for none. */
    public record Given(String need, String agency, String grade) {
    }
}
