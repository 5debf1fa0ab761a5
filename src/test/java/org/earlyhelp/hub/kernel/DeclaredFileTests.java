package org.earlyhelp.hub.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredFileTests {
    private static final Path PATH = Path.of("concerns.yaml");
    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "required": ["id", "windowDays"],
             "properties": {"id": {"type": "string"}, "windowDays": {"type": "integer", "minimum": 1}, "codes": {"type": "array", "items": {"type": "string"}}}}
            """;

    @Test
    void readsAFileThatFitsItsSchema() {
        DeclaredFile file = parse("id: concern\nwindowDays: 90\ncodes: [NO, off]\n").asOptional().orElseThrow();

        assertThat(file.root().get("windowDays").asInt()).isEqualTo(90);
        assertThat(file.root().get("codes").get(0).asString()).isEqualTo("NO");
        assertThat(file.lineOf("/codes/1")).isEqualTo(3);
    }

    @Test
    void namesAllFaultsWithTheirLines() {
        List<ConfigFault> faults = parse("id: 5\n\nwindowDays: 0\nwindow: 3\n").faults();

        assertThat(faults).extracting(ConfigFault::line).containsExactlyInAnyOrder(1, 3, 1);
        assertThat(faults).extracting(ConfigFault::file).containsOnly("concerns.yaml");
        assertThat(faults).anySatisfy(fault -> assertThat(fault.reason()).contains("window"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: a\\nid: b                     | 2 | stands twice
            id: [a                            | 1 | not readable as YAML
            - a                               | 1 | expected names with values
            a: &x [1]\\nb: *x\\nc: *x\\nd: *x | 0 | not readable as YAML
            """)
    void refusesWhatIsNotPlainYaml(String text, int line, String reason) {
        assertThat(DeclaredFile.parse(PATH, text.replace("\\n", "\n"), null).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.reason()).contains(reason);
            assertThat(fault.line()).isGreaterThanOrEqualTo(line == 0 ? 0 : 1);
        });
    }

    @Test
    void constructsNothingFromATag() {
        assertThat(DeclaredFile.parse(PATH, "id: !!javax.script.ScriptEngineManager []\n", SCHEMA)).isInstanceOf(Checked.Faulty.class);
    }

    @Test
    void refusesAFileBeyondTheLimit() {
        String text = "id: " + "x".repeat(DeclaredFile.FILE_LIMIT_CHARACTERS);
        assertThat(DeclaredFile.parse(PATH, text, null).faults()).singleElement().satisfies(fault -> assertThat(fault.reason()).contains("1000000"));
    }

    @Test
    void saysThatAFileIsNotUtf8(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'i', 'd', ':', ' ', (byte) 0xE9});
        assertThat(DeclaredFile.read(file, SCHEMA).faults()).singleElement().satisfies(fault -> assertThat(fault.reason()).contains("UTF-8"));
    }

    private static Checked<DeclaredFile> parse(String text) {
        return DeclaredFile.parse(PATH, text, SCHEMA);
    }
}
