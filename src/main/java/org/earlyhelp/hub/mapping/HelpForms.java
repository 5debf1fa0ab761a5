package org.earlyhelp.hub.mapping;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.earlyhelp.hub.format.SourceFormat;
import org.earlyhelp.hub.format.Span;

/** How a file of a layout is written, in sentences for its sender. */
final class HelpForms {
    private HelpForms() {
    }

    /** What a header may have besides the required columns; "" when nothing. */
    static String furtherColumns(SourceFormat.Csv csv) {
        StringBuilder further = new StringBuilder();
        if (!csv.optional().isEmpty()) {
            further.append(" It may also have: ").append(String.join(", ", csv.optional())).append('.');
        }
        Map<String, List<String>> names = csv.otherNames().keySet().stream().sorted()
                .collect(Collectors.groupingBy(csv.otherNames()::get, TreeMap::new, Collectors.toList()));
        names.forEach((column, others) -> further.append(" In place of ").append(column).append(" it may say ").append(String.join(" or ", others)).append('.'));
        if (csv.wide() != null) {
            further.append(" Then come columns that repeat, with a header such as ").append(csv.wide().columns().stream()
                    .map(column -> '"' + column.headerOf(column.form()) + '"').collect(Collectors.joining(" and "))).append(": each is a record of its own, and a blank cell is none.");
        }
        return further.toString();
    }

    static String fixed(SourceFormat.Fixed fixed) {
        String places = fixed.columns().entrySet().stream().map(column -> column.getKey() + " " + inWords(column.getValue())).collect(Collectors.joining(", "));
        return "Text of one record a line, " + fixed.width() + " characters long" + (fixed.mayBeShort() ? " (blanks at the end may be left out)" : "")
                + ", without tabs. Places are counted from 1: " + places + "."
                + (fixed.skipLines() == 0 ? "" : " The first " + (fixed.skipLines() == 1 ? "line is" : fixed.skipLines() + " lines are") + " not read.")
                + (fixed.notRecords().isEmpty() ? "" : " Lines that begin with " + String.join(" or ", fixed.notRecords()) + " are no records.");
    }

    static String xml(SourceFormat.Xml xml) {
        return "XML without a document type; each element <" + xml.record() + "> is a record." + around(xml.around()) + each(xml.each());
    }

    static String json(SourceFormat.Json json) {
        String form = json.record() == null ? "JSON: one object, an array of objects, or one object a line."
                : "JSON: one object with the array of records under " + json.record() + ".";
        return form + around(json.around()) + each(json.each());
    }

    static String hl7(SourceFormat.Hl7 hl7) {
        return "HL7 version 2 messages, one after another." + each(hl7.each());
    }

    private static String around(List<String> names) {
        return names.isEmpty() ? "" : " What stands under " + String.join(", ", names) + " before the records belongs to each of them.";
    }

    private static String each(String each) {
        return each == null ? "" : " Each " + each + " in it is a record of its own.";
    }

    private static String inWords(Span span) {
        return span.first() == span.last() ? String.valueOf(span.first()) : span.first() + " to " + span.last();
    }
}
