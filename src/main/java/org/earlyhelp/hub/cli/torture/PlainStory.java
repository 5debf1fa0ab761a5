package org.earlyhelp.hub.cli.torture;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a hub holds, told without its own ids, so that two hubs can be compared: a person is the first of the records that
 * speak of it, evidence the sender's reference.
 *
 * @param people every person as all mentions of it
 * @param needs  every need that holds
 * @param alerts for every family the highest alert that stands: rule, level, needs, children
 */
record PlainStory(List<String> people, List<String> needs, List<String> alerts) {
    static PlainStory of(HubState state) {
        Map<String, TreeSet<String>> mentions = new HashMap<>();
        Map<String, String> records = new HashMap<>();
        for (Map<String, String> link : state.links()) {
            String reference = link.get("agency") + "/" + link.get("feed") + "/" + link.get("source_ref");
            mentions.computeIfAbsent(link.get("person"), person -> new TreeSet<>())
                    .add(reference + "@" + link.get("version") + " " + link.get("role") + " " + link.get("index"));
            records.put(link.get("record").replaceFirst("@\\d+$", ""), reference);
        }
        Map<String, String> people = new HashMap<>();
        mentions.forEach((person, all) -> people.put(person, all.first()));
        return new PlainStory(mentions.values().stream().map(String::valueOf).sorted().toList(),
                state.needs().stream().map(need -> plain(need, people, records)).sorted().toList(), alerts(state.alerts(), people));
    }

    private static String plain(Map<String, String> need, Map<String, String> people, Map<String, String> records) {
        return String.join(" | ", people.getOrDefault(need.get("person"), "nobody"), need.get("need"), need.get("grade"), need.get("level_of_family"),
                need.get("first_on"), need.get("last_on"), need.get("agency"), evidence(need.get("evidence"), records));
    }

    private static String evidence(String list, Map<String, String> records) {
        return Arrays.stream(list.split(" ")).map(name -> version(name, records)).sorted().collect(Collectors.joining(" "));
    }

    private static String version(String name, Map<String, String> records) {
        int at = name.lastIndexOf('@');
        return at < 0 ? name : records.getOrDefault(name.substring(0, at), "an older record") + name.substring(at);
    }

    /** An alert that a hub raised and took back, or raised on the way to a higher one, tells of the order of its work, not of the family. */
    private static List<String> alerts(List<Map<String, String>> alerts, Map<String, String> people) {
        Map<String, Map<String, String>> highest = new TreeMap<>();
        alerts.stream().filter(alert -> alert.get("status").equals("RAISED"))
                .forEach(alert -> highest.merge(alert.get("family"), alert, (one, other) -> level(one) >= level(other) ? one : other));
        return highest.values().stream().map(alert -> String.join(" | ", alert.get("rule"), alert.get("level"), alert.get("queue"), alert.get("needs"),
                children(alert.get("children"), people))).sorted().toList();
    }

    private static int level(Map<String, String> alert) {
        return Integer.parseInt(alert.get("level"));
    }

    private static String children(String list, Map<String, String> people) {
        return Arrays.stream(list.split(" ")).map(person -> people.getOrDefault(person, "nobody")).sorted().collect(Collectors.joining(", "));
    }
}
