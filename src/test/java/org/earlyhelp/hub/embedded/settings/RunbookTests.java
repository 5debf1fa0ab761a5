package org.earlyhelp.hub.embedded.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunbookTests {
    @Test
    void listsEverySettingWithItsDefault() throws IOException {
        List<String> runbook = Files.readAllLines(Path.of("src/docs/runbook/start-and-stop.md"));
        Map<String, String> defaults = SettingDefaults.read();

        assertThat(runbook).containsSubsequence(Arrays.stream(HubOption.values())
                .map(option -> "| `" + option + "` | " + defaults.getOrDefault(option.property(), "") + " | " + option.meaning() + " |").toList());
    }
}
