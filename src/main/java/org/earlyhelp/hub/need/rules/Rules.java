package org.earlyhelp.hub.need.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that {@code rules/} says, read and checked together. Immutable.
 *
 * @param concerns           concern codes to their plain titles
 * @param pathways           the order in which pathways are tried
 * @param registerWithinDays a child with a mark this recent is on a school register
 */
public record Rules(List<NeedRule> needs, List<HarmRule> harmTests, Levels levels, List<AlertRule> alerts, List<Pathway> pathways,
                    int registerWithinDays, Map<String, String> concerns, Localities localities, SchoolCalendar calendar) {
    /** What should happen with a family, first that fits. */
    public enum Pathway { OTHER_AUTHORITY, ALREADY_OPEN, FIRST_CONTACT, DIRECT_REFERRAL, EARLY_HELP_ASSESSMENT }

    public Rules {
        needs = List.copyOf(needs);
        harmTests = List.copyOf(harmTests);
        alerts = List.copyOf(alerts);
        pathways = List.copyOf(pathways);
        concerns = Map.copyOf(concerns);
    }

    /** The need of that code. */
    public Optional<NeedRule> need(String id) {
        return needs.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** Ids and plain titles of all needs, harm tests and alert rules. */
    public Stream<Map.Entry<String, String>> titles() {
        return Stream.of(needs.stream().map(rule -> Map.entry(rule.id(), rule.title())),
                harmTests.stream().map(rule -> Map.entry(rule.id(), rule.title())),
                alerts.stream().map(rule -> Map.entry(rule.id(), rule.title()))).flatMap(titles -> titles);
    }
}
