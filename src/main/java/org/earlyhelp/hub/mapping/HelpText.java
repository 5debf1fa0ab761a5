package org.earlyhelp.hub.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.format.SourceFormat;

/** The page of {@code /help/} on one layout, in plain text, made from the mapping itself so that it is never out of date. */
public final class HelpText {
    /** Stands on every help page and receipt. */
    public static final String NOT_EMERGENCY = "This is not an emergency line. If a child is in danger now, ring 999.";
    private static final int WIDTH = 100;

    private final Mapping mapping;
    private final StringBuilder page = new StringBuilder();

    private HelpText(Mapping mapping) {
        this.mapping = mapping;
    }

    /** The page of a layout, in plain text for its senders. */
    public static String of(Mapping mapping) {
        return new HelpText(mapping).page();
    }

    private String page() {
        heading(mapping.title() + " (layout " + mapping.reference() + ")", '=');
        paragraph(NOT_EMERGENCY);
        paragraph(mapping.summary());
        heading("The file", '-');
        paragraph(fileForm());
        mapping.trailer().ifPresent(trailer -> paragraph("The last line is " + trailer.form() + ", where {count} is the number of lines of records"
                + (trailer.form().contains("{any}") ? " and {any} is anything" : "") + ". A file without it, or with another number, is refused whole."));
        paragraph("A record is known by " + String.join(", else by ", mapping.referenceForms()) + ". Sent again unchanged, it changes nothing.");
        heading("The fields", '-');
        sections().forEach((of, fields) -> {
            page.append(of).append('\n');
            fields.forEach(this::field);
            page.append('\n');
        });
        codeLists();
        notTaken();
        return page.toString();
    }

    private String fileForm() {
        String charset = " The character set is " + mapping.format().charset().name() + "; a file in another is refused.";
        if (mapping.format() instanceof SourceFormat.Csv csv) {
            return "Text separated by '" + (csv.delimiter() == '\t' ? "tab" : csv.delimiter()) + "', with a header line that names the columns, in any order: "
                    + String.join(csv.delimiter() == '\t' ? " " : csv.delimiter() + " ", csv.required()) + "." + HelpForms.furtherColumns(csv) + charset;
        }
        if (mapping.format() instanceof SourceFormat.Fixed fixed) {
            return HelpForms.fixed(fixed) + charset;
        }
        if (mapping.format() instanceof SourceFormat.Xml xml) {
            return HelpForms.xml(xml) + charset;
        }
        return (mapping.format() instanceof SourceFormat.Json json ? HelpForms.json(json) : HelpForms.hl7((SourceFormat.Hl7) mapping.format())) + charset;
    }

    private Map<String, List<MappedField>> sections() {
        Map<String, List<MappedField>> sections = new LinkedHashMap<>();
        for (MappedField field : mapping.fields()) {
            if (!field.senderName().isEmpty()) {
                sections.computeIfAbsent(inWords(field.of()), any -> new ArrayList<>()).add(field);
            }
        }
        return sections;
    }

    private void field(MappedField field) {
        page.append("  ").append(field.senderName()).append(": ").append(field.label()).append(field.required() ? ", required" : "");
        if (field.codes().isEmpty() && !field.form().isEmpty() && !field.form().startsWith("at most")) {
            page.append("; ").append(field.form());
        } else if (!field.codes().isEmpty()) {
            page.append("; a code of the list below");
        }
        page.append(field.help().isEmpty() ? "." : ". " + field.help()).append('\n');
    }

    private void codeLists() {
        Set<String> told = new LinkedHashSet<>();
        for (MappedField field : mapping.fields()) {
            if (!field.codes().isEmpty() && !field.senderName().isEmpty()) {
                told.add("  " + field.senderName() + ": " + String.join(", ", field.codes().keySet()));
            }
        }
        if (!told.isEmpty()) {
            heading("The codes", '-');
            told.forEach(line -> page.append(line).append('\n'));
            page.append('\n');
        }
    }

    private void notTaken() {
        if (!mapping.notTaken().isEmpty()) {
            heading("What the hub does not keep", '-');
            mapping.notTaken().forEach((name, why) -> page.append("  ").append(name).append(": ").append(why).append('\n'));
        }
    }

    private void heading(String text, char line) {
        page.append(text).append('\n').append(String.valueOf(line).repeat(Math.min(text.length(), WIDTH))).append("\n\n");
    }

    private void paragraph(String text) {
        if (!text.isEmpty()) {
            page.append(text.strip()).append("\n\n");
        }
    }

    private static String inWords(String of) {
        return switch (of) {
            case "record" -> "The record itself";
            case "findings" -> "Each finding";
            case "ALLEGED_PERPETRATOR" -> "The alleged perpetrator";
            case "EXPECTANT_PARENT" -> "The expectant parent";
            default -> "The " + of.toLowerCase(Locale.ROOT);
        };
    }
}
