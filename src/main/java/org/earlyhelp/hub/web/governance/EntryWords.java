package org.earlyhelp.hub.web.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An entry's members in words for a reader who has never seen JSON. */
final class EntryWords {
    private static final Map<String, String> LABELS = Map.ofEntries(Map.entry("person", "About"), Map.entry("kind", "What happened"), Map.entry("at", "When"),
            Map.entry("recipient", "To whom"), Map.entry("purpose", "Purpose"), Map.entry("channel", "By way of"), Map.entry("level", "Level of the family"),
            Map.entry("reason", "Reason given"), Map.entry("source", "Whose data"), Map.entry("agreement", "Agreement"),
            Map.entry("agreementStanding", "Agreement on that day"), Map.entry("power", "Legal power"), Map.entry("necessity", "Why it was necessary"),
            Map.entry("article6", "UK GDPR Article 6"), Map.entry("article9", "UK GDPR Article 9"), Map.entry("article10", "UK GDPR Article 10"),
            Map.entry("schedule1", "Data Protection Act 2018, Schedule 1"), Map.entry("versions", "Rules applied"), Map.entry("classes", "Kinds of data"),
            Map.entry("fields", "Fields by name"), Map.entry("withheld", "Withheld, and why"), Map.entry("detail", "Details"),
            Map.entry("act", "Part of act"), Map.entry("id", "Entry"), Map.entry("schema", "Form of the entry"));

    private EntryWords() {
    }

    static String label(String name) {
        return LABELS.getOrDefault(name, name);
    }

    /** The value, a line each for the members of a list or an object; a dash for nothing. */
    static List<String> lines(JsonNode value) {
        List<String> lines = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> lines.add(item.isObject() ? sentence(item) : item.asString()));
        } else if (value.isObject()) {
            value.properties().forEach(member -> lines.add(member.getKey() + ": " + member.getValue().asString()));
        } else {
            lines.add(value.asString());
        }
        return lines.isEmpty() ? List.of("–") : lines;
    }

    private static String sentence(JsonNode held) {
        return held.path("field").asString() + " (" + held.path("class").asString() + "): " + held.path("why").asString();
    }
}
