package org.earlyhelp.hub.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.format.SourceReader;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.need.rules.RuleFile;
import org.earlyhelp.hub.need.rules.RulesReader;
import org.earlyhelp.hub.sharing.AgreementFile;

/** YAML of the four folders: it is taken, or its faults are named, and a layout that is taken can be read by. */
class CouncilFileFuzzTests {
    private static final Map<RuleFile, DeclaredFile> RULES = new EnumMap<>(RuleFile.class);
    private static final List<String> SCHEMAS = List.of("mappings/schema/mapping.json", "agreements/schema/agreement.json", "agreements/schema/borough.json",
            "routes/schema/feed-lane.json", "rules/schema/needs.json", "rules/schema/levels.json", "rules/schema/alerts.json", "rules/schema/concerns.json",
            "rules/schema/localities.json", "rules/schema/school-calendar.json");
    private static final int FIRST_RULES = 4;

    static {
        for (RuleFile file : RuleFile.values()) {
            RULES.put(file, file.read(Path.of("rules")).asOptional().orElseThrow());
        }
    }

    /** The first byte chooses the kind of file. */
    @FuzzTest(maxDuration = "3m")
    void takesOrNamesTheFault(byte[] input) {
        if (input.length == 0) {
            return;
        }
        int kind = (input[0] & 0xFF) % SCHEMAS.size();
        String text = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
        Path path = Path.of(SCHEMAS.get(kind).replace("/schema", "").replace(".json", ".yaml"));
        Checked<DeclaredFile> read = DeclaredFile.parse(path, text, schema(kind));
        isNamed(read.faults());
        read.asOptional().ifPresent(file -> take(kind, file));
    }

    private static void take(int kind, DeclaredFile file) {
        switch (kind) {
            case 0 -> {
                Checked<Mapping> mapping = Mapping.of(file);
                isNamed(mapping.faults());
                mapping.asOptional().ifPresent(CouncilFileFuzzTests::read);
            }
            case 1 -> isNamed(AgreementFile.kept("some-agency", file.text()).faults());
            case 2 -> isNamed(AgreementFile.kept("borough", file.text()).faults());
            case 3 -> { }
            default -> {
                RuleFile changed = List.of(RuleFile.NEEDS, RuleFile.LEVELS, RuleFile.ALERTS, RuleFile.CONCERNS, RuleFile.LOCALITIES, RuleFile.SCHOOL_CALENDAR)
                        .get(kind - FIRST_RULES);
                Map<RuleFile, DeclaredFile> files = new EnumMap<>(RULES);
                files.put(changed, file);
                isNamed(RulesReader.read(files).faults());
                isNamed(RulesReader.faultsWithin(Map.of(changed, file)));
            }
        }
    }

    private static void read(Mapping mapping) {
        try (SourceReader reader = mapping.open(new ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))) {
            reader.forEachRemaining(item -> assertThat(item.at()).isNotNull());
        }
    }

    private static void isNamed(List<ConfigFault> faults) {
        faults.forEach(fault -> assertThat(fault.toString()).isNotBlank());
    }

    private static String schema(int kind) {
        try {
            return Files.readString(Path.of(SCHEMAS.get(kind)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
