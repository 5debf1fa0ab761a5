package org.earlyhelp.hub.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that the samples tell of a person: names, dates of birth, numbers, telephones, addresses, the senders' own references and
 * the names of their files. Searched for as whole words, in any case, whatever stands between the words.
 */
final class PersonalSampleValues {
    /** Words that are no person's alone: a town, codes of a list. */
    private static final Set<String> NOT_PERSONAL = Set.of("town", "sex", "ethnicity", "disclosure", "ageYears");
    /** Shorter ones are part of any text. */
    private static final int SHORTEST = 4;
    private final Set<String> values = new TreeSet<>();

    PersonalSampleValues(JdbcClient sql) {
        sql.sql("SELECT DISTINCT person::text FROM mention").query(String.class).list().forEach(person -> add(JsonMapper.shared().readTree(person)));
        Stream.of("SELECT DISTINCT source_ref FROM record", "SELECT DISTINCT file_name FROM delivery", "SELECT DISTINCT fact ->> 'leadWorkerContact' FROM record WHERE fact ->> 'leadWorkerContact' IS NOT NULL")
                .flatMap(query -> sql.sql(query).query(String.class).list().stream()).forEach(this::add);
    }

    int size() {
        return values.size();
    }

    /** Values that stand in a text, each with the place. */
    List<String> in(Map<String, String> texts) {
        List<String> found = new ArrayList<>();
        texts.forEach((place, text) -> {
            String words = words(text);
            values.stream().filter(words::contains).forEach(value -> found.add(value.strip() + " in " + place));
        });
        return found;
    }

    private void add(JsonNode node) {
        node.properties().stream().filter(field -> !NOT_PERSONAL.contains(field.getKey())).forEach(field -> leaves(field.getValue()));
    }

    private void leaves(JsonNode value) {
        if (value.isObject()) {
            add(value);
        } else if (value.isArray()) {
            value.forEach(this::leaves);
        } else if (value.isString()) {
            add(value.asString());
        }
    }

    private void add(String value) {
        String words = words(value);
        if (words.strip().length() >= SHORTEST) {
            values.add(words);
        }
    }

    private static String words(String text) {
        return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }
}
