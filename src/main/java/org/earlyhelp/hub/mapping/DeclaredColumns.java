package org.earlyhelp.hub.mapping;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earlyhelp.hub.format.SourceFormat;
import org.earlyhelp.hub.format.Span;
import org.earlyhelp.hub.format.WideColumns;
import org.earlyhelp.hub.format.WideColumns.WideColumn;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;

/** Reads the columns of a layout of lines: by their header, or by their place in the line. */
final class DeclaredColumns {
    private static final Pattern WIDE_HEADER = Pattern.compile("([^{}]*)\\{([^{}]+)}([^{}]*)");

    private final DeclaredFile file;
    private final List<ConfigFault> faults;
    private final Set<String> seen = new HashSet<>();

    private DeclaredColumns(DeclaredFile file, List<ConfigFault> faults) {
        this.file = file;
        this.faults = faults;
    }

    static SourceFormat.Csv csv(DeclaredFile file, Declaration format, Charset charset, List<ConfigFault> faults) {
        DeclaredColumns columns = new DeclaredColumns(file, faults);
        Map<String, String> otherNames = new LinkedHashMap<>();
        List<String> required = columns.named(format.at("columns"), otherNames);
        List<String> optional = columns.named(format.at("optional"), otherNames);
        String delimiter = format.at("delimiter").text(",");
        char separator = delimiter.equals("tab") ? '\t' : delimiter.charAt(0);
        return new SourceFormat.Csv(charset, separator, required, optional, otherNames, columns.wide(format.at("wide")));
    }

    static SourceFormat.Fixed fixed(DeclaredFile file, Declaration format, Charset charset, List<ConfigFault> faults) {
        DeclaredColumns columns = new DeclaredColumns(file, faults);
        return new SourceFormat.Fixed(charset, columns.placed(format.at("columns")), format.at("skipLines").number(0),
                format.at("notRecords").texts(), format.at("mayBeShort").isTrue());
    }

    /** A column is its name, or a list of names of which the first is the one that paths use. */
    private List<String> named(Declaration declared, Map<String, String> otherNames) {
        List<String> columns = new ArrayList<>();
        for (Declaration column : declared.items()) {
            List<String> names = column.texts();
            columns.add(names.get(0));
            names.stream().skip(1).forEach(other -> otherNames.put(other, names.get(0)));
            names.forEach(name -> once(column, name));
        }
        return columns;
    }

    private void once(Declaration at, String name) {
        if (!seen.add(name)) {
            fault(at, "the column \"" + name + "\" stands twice");
        }
    }

    private WideColumns wide(Declaration declared) {
        if (!declared.exists()) {
            return null;
        }
        once(declared.at("key"), declared.at("key").text(""));
        List<WideColumn> columns = new ArrayList<>();
        declared.at("columns").parts().forEach((name, header) -> {
            once(header, name);
            columns.add(wideColumn(name, header));
        });
        return new WideColumns(declared.at("key").text(""), columns);
    }

    private WideColumn wideColumn(String name, Declaration declared) {
        Matcher header = WIDE_HEADER.matcher(declared.text(""));
        if (!header.matches()) {
            fault(declared, "a header that repeats needs one date format in braces, such as \"{dd/MM/yyyy} AM\"");
            return new WideColumn(name, "", "", "", text -> false);
        }
        DatePattern pattern = pattern(declared, header.group(2));
        return new WideColumn(name, header.group(1), header.group(2), header.group(3),
                text -> pattern != null && pattern.date(text).isPresent());
    }

    private DatePattern pattern(Declaration declared, String text) {
        try {
            return DatePattern.of(text);
        } catch (IllegalArgumentException e) {
            fault(declared, "\"" + text + "\" is no date format: " + e.getMessage());
            return null;
        }
    }

    private Map<String, Span> placed(Declaration declared) {
        Map<String, Span> columns = new LinkedHashMap<>();
        declared.parts().forEach((name, place) -> {
            try {
                Span span = Span.parse(place.text(""));
                columns.forEach((other, taken) -> {
                    if (taken.overlaps(span)) {
                        fault(place, "the columns \"" + other + "\" and \"" + name + "\" overlap");
                    }
                });
                columns.put(name, span);
            } catch (IllegalArgumentException e) {
                fault(place, "\"" + place.text("") + "\" is " + e.getMessage());
            }
        });
        return columns;
    }

    private void fault(Declaration at, String reason) {
        faults.add(file.faultAt(at.pointer(), reason));
    }
}
