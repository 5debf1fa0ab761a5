package org.earlyhelp.hub.linkage.learned;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.dataset.Matched;
import org.earlyhelp.hub.linkage.weight.WeightModel;

/** How common values are among the people whom descriptions were judged to be: each person counts once. */
final class Census {
    private final List<Description> descriptions;
    private final int[] personOf;
    private final long people;
    private final Map<String, Integer> forenames;
    private final Map<String, Integer> surnames;

    private Census(List<Description> descriptions, int[] personOf) {
        this.descriptions = descriptions;
        this.personOf = personOf;
        this.people = Arrays.stream(personOf).distinct().count();
        this.forenames = count(Census::forename);
        this.surnames = count(it -> it.name().surname());
    }

    static Census of(List<Description> descriptions, Matched matched) {
        int[] personOf = new int[descriptions.size()];
        for (int at = 0; at < personOf.length; at++) {
            personOf[at] = matched.cluster(at);
        }
        return new Census(descriptions, personOf);
    }

    static String forename(Description it) {
        return it.name().forenames().isEmpty() ? null : it.name().forenames().get(0).get(0);
    }

    long people() {
        return people;
    }

    /** The probability that two people drawn by chance agree in a field. */
    double agreementOf(Function<Description, Object> field) {
        Map<Object, Integer> counts = count(field::apply);
        double total = Math.max(1, counts.values().stream().mapToInt(it -> it).sum());
        double agreement = counts.values().stream().mapToDouble(count -> count / total * (count / total)).sum();
        return Math.max(1e-7, Math.min(0.99, agreement));
    }

    /** Common forenames with the share of people who bear them. */
    Map<String, Double> commonForenames() {
        return common(forenames);
    }

    /** Common surnames, likewise. */
    Map<String, Double> commonSurnames() {
        return common(surnames);
    }

    /** A name that is not among the common ones is taken to be borne by half as many as it would take. */
    double rareShare() {
        return WeightModel.LEAST_BEARERS / 2.0 / Math.max(WeightModel.LEAST_BEARERS, people);
    }

    private Map<String, Double> common(Map<String, Integer> bearers) {
        Map<String, Double> common = new TreeMap<>();
        double total = Math.max(1, bearers.values().stream().mapToInt(it -> it).sum());
        bearers.forEach((name, count) -> {
            if (count >= WeightModel.LEAST_BEARERS) {
                common.put(name, ModelTraining.rounded(count / total));
            }
        });
        return common;
    }

    private <V> Map<V, Integer> count(Function<Description, V> field) {
        record Said(int person, Object value) {
        }
        Map<V, Integer> counts = new HashMap<>();
        Set<Said> seen = new HashSet<>();
        for (int at = 0; at < personOf.length; at++) {
            V value = field.apply(descriptions.get(at));
            if (value != null && seen.add(new Said(personOf[at], value))) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        return counts;
    }
}
