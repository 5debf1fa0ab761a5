package org.earlyhelp.hub.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.format.SourceFormat;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;

/** Reads the {@code format} part of a mapping file. */
final class DeclaredFormat {
    private DeclaredFormat() {
    }

    static SourceFormat of(DeclaredFile file, Declaration format, List<ConfigFault> faults) {
        Charset charset = charset(file, format.at("charset"), faults);
        return switch (format.at("type").text("")) {
            case "csv" -> csv(file, format, charset, faults);
            case "xml" -> new SourceFormat.Xml(charset, format.at("record").text(""));
            case "hl7" -> new SourceFormat.Hl7(charset);
            default -> new SourceFormat.Json(charset, format.at("record").text(null));
        };
    }

    private static SourceFormat csv(DeclaredFile file, Declaration format, Charset charset, List<ConfigFault> faults) {
        Set<String> seen = new HashSet<>();
        for (String list : List.of("columns", "optional")) {
            for (Declaration column : format.at(list).items()) {
                if (!seen.add(column.text(""))) {
                    faults.add(file.faultAt(column.pointer(), "the column \"" + column.text("") + "\" stands twice"));
                }
            }
        }
        String delimiter = format.at("delimiter").text(",");
        char separator = delimiter.equals("tab") ? '\t' : delimiter.charAt(0);
        return new SourceFormat.Csv(charset, separator, format.at("columns").texts(), format.at("optional").texts());
    }

    private static Charset charset(DeclaredFile file, Declaration declared, List<ConfigFault> faults) {
        try {
            return Charset.forName(declared.text("UTF-8"));
        } catch (IllegalArgumentException e) {
            faults.add(file.faultAt(declared.pointer(), "there is no character set \"" + declared.text("") + "\""));
            return StandardCharsets.UTF_8;
        }
    }
}
