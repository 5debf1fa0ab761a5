package org.earlyhelp.hub.web.governance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.LoggedEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry in the order in which somebody asks: what, about whom, to whom, why, on which basis; then fields by name and
 * what was kept back.
 *
 * @param erased   what it said was erased with the person it was about
 * @param parts    rows of each heading
 * @param withheld field, kind of data and why
 */
public record EntrySheet(String id, boolean erased, Map<String, List<Row>> parts, List<Held> withheld) {
    private static final List<String> WHAT = List.of("kind", "at", "person", "recipient", "channel", "level");
    private static final List<String> WHY = List.of("purpose", "reason", "necessity");
    private static final List<String> BASIS = List.of("power", "article6", "article9", "schedule1", "article10");
    private static final List<String> TERMS = List.of("source", "agreement", "agreementStanding", "versions");
    private static final List<String> DATA = List.of("classes", "fields");
    private static final Set<String> ELSEWHERE = Set.of("withheld");

    /** A label, its lines and where each leads, if anywhere. */
    public record Row(String label, List<Line> lines) {
    }

    /** One line; {@code link} is a path or null. */
    public record Line(String text, String link) {
    }

    /** A field that was kept back. */
    public record Held(String field, String dataClass, String why) {
    }

    static EntrySheet of(LoggedEntry entry, EntryLinks links) {
        if (entry.payload() == null) {
            return new EntrySheet(entry.id(), true, Map.of("What happened", List.of(row("kind", ActWords.of(entry.kind())), row("at", PlainTime.of(entry.at())))), List.of());
        }
        JsonNode payload = JsonMapper.shared().readTree(entry.payload());
        Map<String, List<Row>> parts = new LinkedHashMap<>();
        List<String> left = new ArrayList<>(payload.propertyNames().stream().sorted().toList());
        left.removeAll(ELSEWHERE);
        part("What was done, and to whom", WHAT, payload, links, left, parts);
        part("Why", WHY, payload, links, left, parts);
        part("On which basis", BASIS, payload, links, left, parts);
        part("Under which agreement and rules", TERMS, payload, links, left, parts);
        part("Which data, by name", DATA, payload, links, left, parts);
        part("More", List.copyOf(left), payload, links, left, parts);
        return new EntrySheet(entry.id(), false, parts, withheld(payload));
    }

    private static void part(String heading, List<String> names, JsonNode payload, EntryLinks links, List<String> left, Map<String, List<Row>> parts) {
        List<Row> rows = names.stream().filter(payload::has).map(name -> new Row(EntryWords.label(name), links.lines(name, payload))).toList();
        left.removeAll(names);
        if (!rows.isEmpty()) {
            parts.put(heading, rows);
        }
    }

    private static Row row(String name, String text) {
        return new Row(EntryWords.label(name), List.of(new Line(text, null)));
    }

    private static List<Held> withheld(JsonNode payload) {
        List<Held> held = new ArrayList<>();
        payload.path("withheld").forEach(one -> held.add(new Held(one.path("field").asString(), one.path("class").asString(), one.path("why").asString())));
        return held;
    }

    static String kind(String name) {
        return ActWords.of(ActKind.valueOf(name));
    }
}
