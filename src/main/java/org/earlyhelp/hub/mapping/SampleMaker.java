package org.earlyhelp.hub.mapping;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.earlyhelp.hub.format.SourceFormat;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes up a file of one record from a mapping alone, for layouts without a sample of their own: every field has a text of
 * its type. An HL7 message is more than its fields, so none is made up. Whether the mapping takes the file is for the
 * caller to try.
 */
final class SampleMaker {
    private static final Map<String, String> TEXTS = Map.of("surname", "Example", "forenames", "Sam", "knownAs", "Sam", "phone", "01632 960000",
            "email", "sam@example.org", "line1", "1 Example Street", "line2", "Example", "town", "Exampleton", "postcode", "ZZ99 3VZ");
    private static final String REFERENCE = "EX-1";

    private final Mapping mapping;

    private SampleMaker(Mapping mapping) {
        this.mapping = mapping;
    }

    /** The made-up file; empty for HL7. */
    static Optional<MappingSample> of(Mapping mapping) {
        return new SampleMaker(mapping).sample();
    }

    private Optional<MappingSample> sample() {
        if (mapping.format() instanceof SourceFormat.Csv csv) {
            return Optional.of(sample("csv", csv(csv)));
        }
        if (mapping.format() instanceof SourceFormat.Fixed fixed) {
            return Optional.of(sample("txt", fixed(fixed)));
        }
        if (mapping.format() instanceof SourceFormat.Xml xml) {
            return Optional.of(sample("xml", xml(xml)));
        }
        return mapping.format() instanceof SourceFormat.Json json ? Optional.of(sample("json", json(json))) : Optional.empty();
    }

    private MappingSample sample(String ending, String text) {
        String whole = text + mapping.trailer().map(trailer -> trailer.lineOf(1) + "\n").orElse("");
        return new MappingSample(ending, whole.getBytes(mapping.format().charset()));
    }

    private String csv(SourceFormat.Csv csv) {
        Map<String, String> texts = texts();
        Map<String, String> row = new LinkedHashMap<>();
        csv.required().forEach(column -> row.put(column, texts.getOrDefault(column, "")));
        if (csv.wide() != null) {
            csv.wide().columns().forEach(column -> row.put(column.headerOf(texts.getOrDefault(csv.wide().keyName(), "")), texts.getOrDefault(column.name(), "")));
        }
        return line(row.keySet(), csv.delimiter()) + line(row.values(), csv.delimiter());
    }

    private static String line(Collection<String> texts, char delimiter) {
        String separator = String.valueOf(delimiter);
        return texts.stream().map(text -> quoted(text, separator)).collect(Collectors.joining(separator)) + "\n";
    }

    private String fixed(SourceFormat.Fixed fixed) {
        StringBuilder line = new StringBuilder(" ".repeat(fixed.width()));
        Map<String, String> texts = texts();
        fixed.columns().forEach((name, place) -> {
            String text = texts.getOrDefault(name, "");
            line.replace(place.first() - 1, Math.min(place.first() - 1 + text.length(), place.last()), place.in(" ".repeat(place.first() - 1) + text));
        });
        return "\n".repeat(fixed.skipLines()) + line + "\n";
    }

    private String json(SourceFormat.Json json) {
        Map<String, Object> record = tree(".");
        Map<String, Object> file = new LinkedHashMap<>();
        json.around().forEach(name -> file.put(name, record.remove(name)));
        if (json.each() != null) {
            inLists(record, List.of(json.each().split("\\.")));
        }
        if (json.record() == null) {
            return written(List.of(record));
        }
        put(file, json.record().split("\\."), List.of(record));
        return written(file);
    }

    private static String written(Object file) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
    }

    /** Makes a list of one of each part on the way to what is a record of its own. */
    @SuppressWarnings("unchecked")
    private static void inLists(Map<String, Object> tree, List<String> steps) {
        if (tree.get(steps.get(0)) instanceof Map<?, ?> part) {
            if (steps.size() > 1) {
                inLists((Map<String, Object>) part, steps.subList(1, steps.size()));
            }
            tree.put(steps.get(0), List.of(part));
        }
    }

    private String xml(SourceFormat.Xml xml) {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"" + mapping.format().charset().name() + "\"?>\n<Records>\n");
        Map<String, Object> record = tree("/");
        xml.around().forEach(name -> {
            Object content = record.remove(name);
            element(name, content == null ? "" : content, text, "  ");
        });
        element(xml.record(), record, text, "  ");
        return text.append("</Records>\n").toString();
    }

    /** The sender's names and a text for each; the parts of the reference first, so that a field of the same name goes over it. */
    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        mapping.referenceFields().forEach(name -> texts.put(name, REFERENCE));
        for (MappedField field : mapping.fields()) {
            if (!field.senderName().isEmpty() && !field.example().isEmpty()) {
                texts.put(field.senderName(), field.codes().isEmpty() ? TEXTS.getOrDefault(field.place(), field.example()) : field.example());
            }
        }
        texts.putAll(mapping.meantTexts());
        return texts;
    }

    private Map<String, Object> tree(String separator) {
        Map<String, Object> tree = new LinkedHashMap<>();
        texts().forEach((name, text) -> put(tree, name.split(Pattern.quote(separator)), text));
        return tree;
    }

    /** A name that would stand both for a text and for a part is left out. */
    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> tree, String[] names, Object text) {
        Map<String, Object> part = tree;
        for (int i = 0; i < names.length - 1; i++) {
            if (!(part.computeIfAbsent(names[i], none -> new LinkedHashMap<String, Object>()) instanceof Map<?, ?> inner)) {
                return;
            }
            part = (Map<String, Object>) inner;
        }
        part.putIfAbsent(names[names.length - 1], text);
    }

    @SuppressWarnings("unchecked")
    private static void element(String name, Object content, StringBuilder text, String indent) {
        Map<String, Object> parts = content instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of(".", content);
        text.append(indent).append('<').append(name);
        parts.forEach((part, value) -> text.append(part.startsWith("@") ? " " + part.substring(1) + "=\"" + escaped(value.toString()) + "\"" : ""));
        text.append('>').append(parts.containsKey(".") ? escaped(parts.get(".").toString()) : "");
        boolean nested = parts.keySet().stream().anyMatch(part -> !part.startsWith("@") && !part.equals("."));
        if (nested) {
            text.append('\n');
            parts.entrySet().stream().filter(part -> !part.getKey().startsWith("@") && !part.getKey().equals("."))
                    .forEach(part -> element(part.getKey(), part.getValue(), text, indent + "  "));
            text.append(indent);
        }
        text.append("</").append(name).append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String quoted(String text, String separator) {
        boolean plain = !text.contains(separator) && !text.contains("\"") && !text.contains("\n");
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
