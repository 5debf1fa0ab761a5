package org.earlyhelp.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor over copies of the shipped folders, by the rooms' own readers. */
class ConfigDoctorTests {
    private static final String LEVELS = "level-3-from-groups: 3";

    @TempDir
    private Path folder;
    private CouncilCopy council;

    @BeforeEach
    void copy() {
        council = CouncilCopy.in(folder);
    }

    @Test
    void findsNothingInTheShippedFolders() {
        assertThat(council.findings()).isEmpty();
    }

    @Test
    void namesFaultsOfAllFourFoldersAtOnce() throws IOException {
        council.change("mappings/substance-misuse.yaml", "path: Child Sex, codes: sex", "path: Child Gender, codes: gender")
                .change("rules/school-calendar.yaml", "to:", "until:")
                .change("agreements/clearwater.yaml", "end: 2030-03-31", "end: 2030-02-30")
                .change("routes/clearwater-substance-misuse.yaml", "feed: substance-misuse", "feed: substance-misuse\npollSeconds: often");

        assertThat(council.findings()).anyMatch(line -> line.startsWith("mappings/substance-misuse.yaml:") && line.contains("gender"))
                .anyMatch(line -> line.startsWith("mappings/substance-misuse.yaml:") && line.contains("Child Sex"))
                .anyMatch(line -> line.startsWith("rules/school-calendar.yaml:"))
                .anyMatch(line -> line.startsWith("agreements/clearwater.yaml:") && line.contains("there is no such day"))
                .anyMatch(line -> line.startsWith("routes/clearwater-substance-misuse.yaml:4: "))
                .allMatch(line -> line.matches("[a-z]+/[a-z-]+\\.yaml:[0-9]+: .+"));
    }

    @Test
    void namesTheExampleThatAChangedFigureBreaks() throws IOException {
        council.change("rules/needs.yaml", "holds-when: {fact: missing-episode, within-days: 90}", "holds-when: {fact: missing-episode, within-days: 91}");

        assertThat(council.findings()).anyMatch(line -> line.matches("rules/needs.yaml:[0-9]+: MISSING, \"an episode 91 days ago no longer counts\": expected nothing, found .+"));
    }

    @Test
    void namesTheExampleOfAHarmTest() throws IOException {
        council.change("rules/levels.yaml", "marac: true, within-days: 30", "marac: true, within-days: 300");

        assertThat(council.findings()).isNotEmpty().allMatch(line -> line.matches("rules/levels.yaml:[0-9]+: [A-Z_]+, \".+\": expected .+, found .+"));
    }

    @Test
    void checksTheOtherRulesBesideAnUnreadableOne() throws IOException {
        council.write("rules/concerns.yaml", "concerns: [\n").change("rules/levels.yaml", LEVELS, "level-3-from-groups: 1");

        assertThat(council.findings()).anyMatch(line -> line.startsWith("rules/concerns.yaml:"))
                .anyMatch(line -> line.startsWith("rules/levels.yaml:") && line.endsWith("level 3 must ask for more groups than level 2"));
    }

    @Test
    void namesWhatDoesNotFitBetweenTheFolders() throws IOException {
        council.change("agreements/rowan-house.yaml", "mapping: domestic-abuse-xml", "mapping: domestic-abuse-xlm")
                .change("mappings/substance-misuse.yaml", "value: PARENTAL_SUBSTANCE_MISUSE", "value: SUBSTANCE_MISUSE")
                .change("routes/safe-haven-domestic-abuse.yaml", "feed: domestic-abuse", "feed: domestic-abuses")
                .change("routes/westmarch-police-missing-children.yaml", "agency: westmarch-police", "agency: westmarch");

        assertThat(council.findings()).hasSize(6).anyMatch(line -> line.matches("agreements/rowan-house.yaml:[0-9]+: there is no mappings/domestic-abuse-xlm.yaml"))
                .anyMatch(line -> line.matches("mappings/substance-misuse.yaml:[0-9]+: the concern SUBSTANCE_MISUSE is not in rules/concerns.yaml"))
                .anyMatch(line -> line.matches("routes/safe-haven-domestic-abuse.yaml:[0-9]+: agreements/safe-haven.yaml names no feed domestic-abuses"))
                .anyMatch(line -> line.matches("routes/westmarch-police-missing-children.yaml:[0-9]+: there is no agreements/westmarch.yaml"))
                .anyMatch(line -> line.matches("agreements/safe-haven.yaml:[0-9]+: no file of routes takes this feed: add routes/safe-haven-domestic-abuse.yaml"))
                .anyMatch(line -> line.matches("agreements/westmarch-police.yaml:[0-9]+: no file of routes takes this feed: .+"));
    }

    @Test
    void namesAFeedOfSchoolDaysThatNoCalendarReaches() throws IOException {
        council.change("agreements/avonford-schools.yaml", "start: 2025-04-01", "start: 2029-04-01").change("agreements/avonford-schools.yaml", "review: 2027-04-01", "review: 2029-05-01");

        assertThat(council.findings()).singleElement().asString()
                .matches("agreements/avonford-schools.yaml:[0-9]+: it is expected on school days, and rules/school-calendar.yaml ends before this agreement starts");
    }

    @Test
    void namesASampleThatItsMappingRefuses() throws IOException {
        council.change("mappings/samples/school-attendance.csv", ",I,I", ",I,H").delete("mappings/samples/domestic-abuse.json");

        assertThat(council.findings()).containsExactly("mappings/samples/school-attendance.csv:3: the sample is not taken as it is: PM: The afternoon mark is not usable: "
                + "the code was not in the national list on that day; the record is refused. Send a code of the national list for that day; /help/ lists them.");
    }

    @Test
    void namesFaultyRoutes() throws IOException {
        council.write("routes/z-second.yaml", "template: feed-lane\nagency: clearwater\nfeed: substance-misuse\n")
                .write("routes/y-lost.yaml", "template: no-such\nagency: clearwater\nfeed: substance-misuse\n")
                .write("routes/x.camel.yaml", "- route:\n    id: broken\n    from:\n      uri: direct:b\n      steps:\n        - lgo: x\n");

        assertThat(council.findings()).hasSize(3).contains("routes/z-second.yaml:3: the lane clearwater/substance-misuse is already in another file",
                "routes/y-lost.yaml:1: template: there is no schema/no-such.json").anyMatch(line -> line.startsWith("routes/x.camel.yaml:6: Camel cannot run it: "));
    }

    @Test
    void namesATemplateThatIsNowhere() throws IOException {
        council.delete("routes/feed-lane.camel.yaml");

        assertThat(council.findings()).hasSize(10).allMatch(line -> line.endsWith(".yaml:1: no *.camel.yaml has a route template feed-lane"));
    }
}
