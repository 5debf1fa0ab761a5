package org.earlyhelp.hub.journey;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.journey.DemoDay.Message;
import tools.jackson.databind.JsonNode;

/** The alerts of the sample borough as its queues told them, in the form of {@code expected-alerts.csv}. */
final class ToldAlerts {
    private final Collection<Message> messages;
    private final Map<String, String> trueNameOf = new HashMap<>();

    /** {@code links} is the export, by which people are known under the names of the samples. */
    ToldAlerts(Collection<Message> messages, String links) {
        this.messages = messages;
        Map<String, String> truth = DemoDay.sampleCsv("expected-links.csv").stream().collect(toMap(ToldAlerts::mention, row -> row.getField("person")));
        DemoDay.csv(links).forEach(link -> trueNameOf.put(link.getField("person"), truth.get(mention(link))));
    }

    static List<String> expected() {
        return DemoDay.sampleCsv("expected-alerts.csv").stream().map(row -> Stream.of("queue", "level", "rule", "needs", "locality")
                .map(row::getField).collect(joining(",")) + "," + row.getField("children")).toList();
    }

    List<String> open() {
        return latest().stream().map(message -> {
            JsonNode data = message.json().at("/data");
            return String.join(",", message.queue(), data.at("/level").asString(), data.at("/rule/id").asString(),
                    sorted(data.at("/needs").valueStream().map(need -> need.at("/code").asString())), data.at("/locality").asString(),
                    sorted(data.at("/children").valueStream().map(child -> trueName(child.at("/person").asString()))));
        }).toList();
    }

    /** The newest message of each alert that is open. */
    List<Message> latest() {
        Map<String, Message> latest = new HashMap<>();
        messages.stream().filter(message -> message.type().startsWith("earlyhelp.alert.")).forEach(message ->
                latest.merge(message.json().at("/data/alert").asString(), message, (first, second) -> version(first) > version(second) ? first : second));
        return latest.values().stream().filter(message -> message.json().at("/data/status").asString().equals("RAISED")).toList();
    }

    /** Who that reference is in the samples; null for nobody of them. */
    String trueName(String person) {
        return trueNameOf.get(person);
    }

    Map<String, String> trueNames() {
        return trueNameOf;
    }

    /** What a mention is known by in exports and in the samples. */
    static String mention(NamedCsvRecord row) {
        return Stream.of("agency", "feed", "source_ref", "role", "index").map(row::getField).collect(joining(","));
    }

    private static int version(Message message) {
        return message.json().at("/data/version").asInt();
    }

    private static String sorted(Stream<String> words) {
        return String.join(" ", new TreeSet<>(words.collect(Collectors.toSet())));
    }
}
