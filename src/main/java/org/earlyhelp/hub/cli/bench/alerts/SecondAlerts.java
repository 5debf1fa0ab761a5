package org.earlyhelp.hub.cli.bench.alerts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.earlyhelp.hub.cli.bench.borough.Resident;

/**
 * Alerts after the first of a true household on a queue. Counted strictly: an alert that is right counts as a second one
 * when every household of its children that expects one there had one before it.
 *
 * @param kinds why the household is several families, and whether the alert says anything that the first does not
 */
record SecondAlerts(int count, Map<String, Long> kinds) {
    /** {@code right} are alerts that are not false, in the order raised; {@code expected} is by {@code household queue}. */
    static SecondAlerts among(List<Found> right, Set<String> expected) {
        Map<String, List<Found>> before = new HashMap<>();
        List<String> seconds = new ArrayList<>();
        for (Found alert : right) {
            List<String> places = alert.households().stream().map(household -> place(household, alert)).filter(expected::contains).toList();
            if (before.keySet().containsAll(places)) {
                seconds.add(kind(alert, before.get(places.get(0))));
            }
            places.forEach(place -> before.computeIfAbsent(place, none -> new ArrayList<>()).add(alert));
        }
        Map<String, Long> kinds = new TreeMap<>();
        seconds.forEach(kind -> kinds.merge(kind, 1L, Long::sum));
        return new SecondAlerts(seconds.size(), kinds);
    }

    static String place(String household, Found alert) {
        return household + " " + alert.raised().queue();
    }

    private static String kind(Found alert, List<Found> before) {
        return "second: " + split(alert, before) + ", " + says(alert, before);
    }

    private static String split(Found alert, List<Found> before) {
        Set<Resident> twice = new HashSet<>(alert.residents());
        Set<Resident> known = new HashSet<>();
        before.forEach(other -> known.addAll(other.residents()));
        twice.retainAll(known);
        if (!twice.isEmpty()) {
            return twice.stream().anyMatch(Resident::isChild) ? "a child is two people" : "a carer is two people";
        }
        boolean bothCarers = alert.hasCarer() && before.stream().anyMatch(Found::hasCarer);
        return bothCarers ? "children at two homes, each with a carer" : "children at two homes, one without a carer";
    }

    private static String says(Found alert, List<Found> before) {
        boolean nothing = before.stream().anyMatch(other -> other.evidence().containsAll(alert.evidence()));
        boolean all = before.stream().anyMatch(other -> alert.evidence().containsAll(other.evidence()));
        return nothing ? "it rests on nothing else" : all ? "it rests on all that the first does and more" : "it rests on records of its own";
    }
}
