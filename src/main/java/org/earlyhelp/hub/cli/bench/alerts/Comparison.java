package org.earlyhelp.hub.cli.bench.alerts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Alerts raised beside those expected. An expected alert is found when any family with a child of that household has an
 * alert on that queue; an alert is false when no household of a child of its family expects one on that queue.
 *
 * @param missed expected alerts that were not found
 * @param wrong  alerts that are false
 * @param others found alerts of another rule, level or day than expected
 * @param second right alerts beyond the first of a household and queue: its children are in several families
 * @param kinds  how many missed, false and other ones there are of each kind, most first
 */
record Comparison(int expected, int raised, List<TrueAlert> missed, List<Found> wrong, List<TrueAlert> others, SecondAlerts second,
                  Map<String, Long> kinds) {
    private record Place(String household, String queue) {
    }

    /** {@code codes} are what the true alert of each household says, for the kinds of what is missed. */
    static Comparison of(List<TrueAlert> expected, Frontdoor.Day day, Map<String, String> codes) {
        Map<Place, Set<TrueAlert.Raised>> raised = new HashMap<>();
        day.alerts().forEach(found -> found.households().forEach(household ->
                raised.computeIfAbsent(new Place(household, found.raised().queue()), none -> new HashSet<>()).add(found.raised())));
        Set<Place> places = expected.stream().map(Comparison::place).collect(Collectors.toSet());
        List<TrueAlert> missed = expected.stream().filter(alert -> !raised.containsKey(place(alert))).toList();
        List<TrueAlert> others = expected.stream().filter(alert -> raised.containsKey(place(alert)) && !raised.get(place(alert)).contains(alert.raised())).toList();
        List<Found> wrong = day.alerts().stream()
                .filter(found -> found.households().stream().noneMatch(household -> places.contains(new Place(household, found.raised().queue())))).toList();
        return new Comparison(expected.size(), day.alerts().size(), missed, wrong, others,
                SecondAlerts.among(day.alerts().stream().filter(found -> !wrong.contains(found)).toList(),
                        places.stream().map(place -> place.household + " " + place.queue).collect(Collectors.toSet())), kinds(day, missed, wrong, others, raised.keySet(), codes));
    }

    double recall() {
        return expected == 0 ? 1 : 1 - (double) missed.size() / expected;
    }

    double precision() {
        return raised == 0 ? 1 : 1 - (double) wrong.size() / raised;
    }

    /** Precision if a second alert of a household and queue counts as a false one. */
    double strictPrecision() {
        return raised == 0 ? 1 : 1 - (double) (wrong.size() + second.count()) / raised;
    }

    /** Share of the expected alerts that were found with the expected rule, level and day. */
    double exact() {
        return expected == 0 ? 1 : 1 - (double) (missed.size() + others.size()) / expected;
    }

    private static Place place(TrueAlert alert) {
        return new Place(alert.household(), alert.raised().queue());
    }

    private static Map<String, Long> kinds(Frontdoor.Day day, List<TrueAlert> missed, List<Found> wrong, List<TrueAlert> others, Set<Place> raised,
                                           Map<String, String> codes) {
        Map<String, Long> families = day.families().stream().flatMap(family -> family.households().stream())
                .collect(Collectors.groupingBy(household -> household, Collectors.counting()));
        Set<String> told = raised.stream().map(Place::household).collect(Collectors.toSet());
        List<String> kinds = new ArrayList<>();
        missed.forEach(alert -> kinds.add("missed: " + alert.raised().rule() + " by " + codes.get(alert.household()) + ", the household's children are in " + inWords(families.getOrDefault(alert.household(), 0L))
                + (told.contains(alert.household()) ? ", an alert on the other queue" : ", no alert at all")));
        wrong.forEach(found -> kinds.add("false: " + found.raised().rule() + " by " + found.codes() + ", the family holds children of " + (found.households().size() == 1 ? "one household"
                : found.households().isEmpty() ? "nobody known" : "several households")));
        others.forEach(alert -> kinds.add("found by another rule or level than " + alert.raised().rule() + ", the household's children are in "
                + inWords(families.getOrDefault(alert.household(), 0L))));
        Map<String, Long> counted = kinds.stream().collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
        Map<String, Long> ordered = new LinkedHashMap<>();
        counted.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(kind -> ordered.put(kind.getKey(), kind.getValue()));
        return ordered;
    }

    private static String inWords(long families) {
        return families == 0 ? "no family" : families == 1 ? "one family" : "several families";
    }
}
