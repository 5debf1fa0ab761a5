package org.earlyhelp.hub.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;

/** Says in words what one form of a layout changes against another. Pure. Used once for a pair. */
public final class MappingDifference {
    private final List<String> words = new ArrayList<>();

    private MappingDifference() {
    }

    /** One sentence for each difference, none when only comments or order differ. Null stands for no layout at all. */
    public static List<String> between(Mapping before, Mapping after) {
        if (before == null || after == null) {
            return before == after ? List.of() : List.of(after == null ? "The layout is taken away: files of its feeds would wait." : "The layout is new.");
        }
        return new MappingDifference().all(before, after);
    }

    private List<String> all(Mapping before, Mapping after) {
        compare("The form of the file", before, after, mapping -> mapping.format().toString());
        compare("The reference of a record", before, after, mapping -> String.join(" or ", mapping.referenceForms()));
        compare("The share of bad rows that refuses a file", before, after, mapping -> mapping.badShareLimit().isPresent() ? mapping.badShareLimit().getAsDouble() : "none");
        fields(byPlace(before), byPlace(after));
        TreeSet<String> senders = new TreeSet<>(before.senders());
        senders.addAll(after.senders());
        senders.stream().filter(sender -> before.senders().contains(sender) != after.senders().contains(sender))
                .forEach(sender -> words.add("The code lists of " + sender + (after.senders().contains(sender) ? " are its own now." : " are no longer its own.")));
        if (words.isEmpty() && !before.file().root().equals(after.file().root())) {
            words.add("Something else than fields, codes, form and reference differs: compare the two files.");
        }
        return List.copyOf(words);
    }

    private void fields(Map<String, MappedField> before, Map<String, MappedField> after) {
        before.forEach((place, was) -> {
            MappedField is = after.get(place);
            if (is == null) {
                words.add(nameOf(was) + " is read no more.");
            } else {
                field(was, is);
            }
        });
        after.forEach((place, is) -> {
            if (!before.containsKey(place)) {
                words.add(nameOf(is) + " is new, read from \"" + is.senderName() + "\".");
            }
        });
    }

    private void field(MappedField was, MappedField is) {
        String name = nameOf(is);
        changed(name + " is read from", was.senderName(), is.senderName());
        changed(name + " is written as", was.form(), is.form());
        changed(name + " is of the class", was.dataClass(), is.dataClass());
        changed(name + " is", was.required() ? "required" : "optional", is.required() ? "required" : "optional");
        List<String> codes = new ArrayList<>();
        is.codes().forEach((code, meaning) -> {
            if (!meaning.equals(was.codes().get(code))) {
                codes.add("\"" + code + "\" now means " + meaning);
            }
        });
        was.codes().keySet().stream().filter(code -> !is.codes().containsKey(code)).forEach(code -> codes.add("\"" + code + "\" is known no more"));
        if (!codes.isEmpty()) {
            words.add(name + ": " + String.join(", ", codes) + ".");
        }
    }

    private void compare(String what, Mapping before, Mapping after, Function<Mapping, Object> part) {
        changed(what + " was", String.valueOf(part.apply(before)), String.valueOf(part.apply(after)));
    }

    private void changed(String what, String was, String is) {
        if (!Objects.equals(was, is)) {
            words.add(what + " \"" + was + "\", and now \"" + is + "\".");
        }
    }

    private static String nameOf(MappedField field) {
        return field.label() + " of " + field.of();
    }

    private static Map<String, MappedField> byPlace(Mapping mapping) {
        Map<String, MappedField> fields = new LinkedHashMap<>();
        mapping.fields().forEach(field -> fields.merge(field.of() + "/" + field.place(), field, (one, other) -> one));
        return fields;
    }
}
