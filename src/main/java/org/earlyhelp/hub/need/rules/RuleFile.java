package org.earlyhelp.hub.need.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;

/** The files of {@code rules/}, each with its schema {@code schema/<name>.json} beside it. */
public enum RuleFile {
    NEEDS, LEVELS, ALERTS, CONCERNS, LOCALITIES, SCHOOL_CALENDAR;

    /** Reads the file and checks it against its schema; all faults at once. */
    public Checked<DeclaredFile> read(Path rulesDir) {
        Path schema = rulesDir.resolve("schema").resolve(baseName() + ".json");
        try {
            return DeclaredFile.read(rulesDir.resolve(fileName()), Files.readString(schema));
        } catch (IOException e) {
            return Checked.faulty(List.of(ConfigFault.of(schema, 0, "the schema cannot be read; the rules in "
                    + fileName() + " are not taken")));
        }
    }

    /** Such as {@code needs.yaml}. */
    public String fileName() {
        return baseName() + ".yaml";
    }

    private String baseName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
