package org.earlyhelp.hub.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.earlyhelp.hub.format.SourceFormat;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;

/** Reads the {@code format} part of a mapping file. */
final class DeclaredFormat {
    private DeclaredFormat() {
    }

    static SourceFormat of(DeclaredFile file, Declaration format, List<ConfigFault> faults) {
        Charset charset = charset(file, format.at("charset"), faults);
        List<String> around = format.at("around").texts();
        return switch (format.at("type").text("")) {
            case "csv" -> DeclaredColumns.csv(file, format, charset, faults);
            case "fixed" -> DeclaredColumns.fixed(file, format, charset, faults);
            case "xml" -> new SourceFormat.Xml(charset, format.at("record").text(""), around, format.at("each").text(null));
            case "hl7" -> new SourceFormat.Hl7(charset, format.at("each").text(null));
            default -> new SourceFormat.Json(charset, format.at("record").text(null), around, format.at("each").text(null));
        };
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
