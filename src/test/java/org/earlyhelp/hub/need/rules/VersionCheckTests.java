package org.earlyhelp.hub.need.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.need.RulesFolder;
import org.earlyhelp.hub.need.ShippedRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionCheckTests {
    private static final String MISSING = "  - id: MISSING\n    version: 1\n";
    @TempDir
    private Path folder;
    private RulesFolder rules;

    @BeforeEach
    void copyShippedRules() {
        rules = RulesFolder.copiedTo(folder);
    }

    @Test
    void findsNothingInAnUnchangedFolder() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void refusesAChangeWithoutAHigherVersion() {
        rules.with("needs.yaml", "within-days: 90}", "within-days: 60}");

        assertThat(faults()).extracting(ConfigFault::reason).containsExactly("the rule MISSING was changed but is still version 1: make it version 2");
        assertThat(faults()).allSatisfy(fault -> assertThat(fault.line()).isGreaterThan(10));
    }

    @Test
    void takesAChangeWithAHigherVersion() {
        rules.with("needs.yaml", "within-days: 90}", "within-days: 60}").with("needs.yaml", MISSING, MISSING.replace("1", "2"));

        assertThat(faults()).isEmpty();
    }

    @Test
    void refusesALowerVersion() {
        rules.with("needs.yaml", MISSING, MISSING.replace("version: 1", "version: 0"));

        assertThat(VersionCheck.faults(read(ShippedRules.FOLDER), unchecked())).extracting(ConfigFault::reason)
                .containsExactly("the rule MISSING has version 0, but version 1 is in force");
    }

    @Test
    void asksForTheFilesVersionWhereNoRuleIsChanged() {
        rules.with("levels.yaml", "level-3-from-groups: 3", "level-3-from-groups: 4").with("localities.yaml", "ZZ99 9]", "ZZ99 9, ZZ98 1]");

        assertThat(faults()).extracting(ConfigFault::file).containsExactly("levels.yaml", "localities.yaml");
    }

    @Test
    void letsExamplesAndCommentsChange() {
        rules.with("needs.yaml", "title: an episode 90 days ago counts", "title: it counts  # a comment");

        assertThat(faults()).isEmpty();
        assertThat(read(folder).sha256()).isNotEqualTo(read(ShippedRules.FOLDER).sha256());
    }

    @Test
    void readsWhatWasKeptAsItWas() {
        RuleSet kept = RuleSet.kept(read(ShippedRules.FOLDER).texts()).asOptional().orElseThrow();

        assertThat(kept.sha256()).isEqualTo(read(ShippedRules.FOLDER).sha256()).hasSize(64);
        assertThat(kept.versions()).contains("MISSING@1", "DA_HIGH@1", "two-agencies@1", "OFF_ROLL@1");
        assertThat(kept.rules().asOptional().orElseThrow()).isEqualTo(ShippedRules.rules());
    }

    private List<ConfigFault> faults() {
        return VersionCheck.faults(read(ShippedRules.FOLDER), read(folder));
    }

    private RuleSet unchecked() {
        return RuleSet.kept(Map.of("needs.yaml", text("needs.yaml"), "levels.yaml", text("levels.yaml"), "alerts.yaml", text("alerts.yaml"),
                "concerns.yaml", text("concerns.yaml"), "localities.yaml", text("localities.yaml"), "school-calendar.yaml", text("school-calendar.yaml")))
                .asOptional().orElseThrow();
    }

    private String text(String file) {
        return rules.text(file);
    }

    private static RuleSet read(Path folder) {
        return RuleSet.read(folder).asOptional().orElseThrow();
    }
}
