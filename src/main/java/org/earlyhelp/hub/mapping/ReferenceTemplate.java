package org.earlyhelp.hub.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.format.TextFault;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How a sender's reference is put together: {@code {URN}/{UPN}}, {@code {Case Ref}#{DOB as dd/MM/yyyy}} (written as
 * yyyy-MM-dd) or {@code {Surname}|{DOB?}}, where ? means that it may be absent. Texts are taken as sent. Immutable.
 */
final class ReferenceTemplate {
    /** A longer reference is no reference. */
    static final int LIMIT_CHARACTERS = 300;
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+?)(?: as ([^{}?]+))?(\\?)?}");

    private final List<Part> parts;

    private ReferenceTemplate(List<Part> parts) {
        this.parts = parts;
    }

    /** Text between places has no path. */
    private record Part(String text, String path, DatePattern date, boolean optional) {
    }

    static ReferenceTemplate of(FieldCompiler compiler, Declaration declared) {
        List<Part> parts = new ArrayList<>();
        String template = declared.text("");
        Matcher place = PLACE.matcher(template);
        int from = 0;
        while (place.find()) {
            parts.add(new Part(template.substring(from, place.start()), null, null, false));
            Declaration path = new Declaration(JsonNodeFactory.instance.stringNode(place.group(1)), declared.pointer());
            compiler.paths(path, FieldCompiler.Scope.RECORD);
            parts.add(new Part(null, place.group(1), date(compiler, declared, place.group(2)), place.group(3) != null));
            from = place.end();
        }
        if (from == 0) {
            compiler.fault(declared, "a reference needs at least one field in braces, such as \"{URN}/{UPN}\"");
        }
        parts.add(new Part(template.substring(from), null, null, false));
        return new ReferenceTemplate(List.copyOf(parts));
    }

    /** The reference; empty when a part of it is absent, is no such date, or it is too long. */
    Optional<String> build(SourceRecord record) {
        StringBuilder reference = new StringBuilder();
        for (Part part : parts) {
            String text = part.path() == null ? part.text() : text(part, record);
            if (text == null) {
                return Optional.empty();
            }
            reference.append(text);
        }
        return reference.length() > LIMIT_CHARACTERS || TextFault.of(reference.toString()).isPresent() ? Optional.empty() : Optional.of(reference.toString());
    }

    /** The first field without which the record has no reference; the first of all when each is there. */
    String firstAbsent(SourceRecord record) {
        return parts.stream().filter(part -> part.path() != null && text(part, record) == null).map(Part::path).findFirst().orElse(fields().get(0));
    }

    /** The sender's names of the fields in it. */
    List<String> fields() {
        return parts.stream().map(Part::path).filter(path -> path != null).toList();
    }

    private static String text(Part part, SourceRecord record) {
        String text = record.text(part.path()).orElse(null);
        if (text != null && part.date() != null) {
            text = part.date().date(text).map(Object::toString).orElse(null);
        }
        return text == null && part.optional() ? "" : text;
    }

    private static DatePattern date(FieldCompiler compiler, Declaration declared, String format) {
        try {
            return format == null ? null : DatePattern.of(format);
        } catch (IllegalArgumentException e) {
            compiler.fault(declared, "\"" + format + "\" is no date format: " + e.getMessage());
            return null;
        }
    }
}
