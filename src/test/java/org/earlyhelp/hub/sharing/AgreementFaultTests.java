package org.earlyhelp.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementFaultTests extends AgreementFolderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{rhythm: weekly, by: \"17:00\"}|on", "{rhythm: nightly}|by", "{rhythm: any-time}|silentAfter", "{rhythm: hourly, by: \"06:00\"}|expected",
            "{rhythm: nightly, by: \"18:00\"}|before noon", "{rhythm: nightly, by: \"26:00\"}|by", "{rhythm: hourly, grace: P1D}|grace", "{rhythm: hourly, swollen: 1}|swollen", "{rhythm: daily}|rhythm"})
    void takesNoExpectationThatSaysTooLittleOrTooMuch(String expected, String where) {
        files.with("clearwater", "{rhythm: weekly, on: MONDAY, by: \"17:00\", grace: PT24H}", expected);

        book.load(folder);

        assertThat(book.faults()).isNotEmpty().anySatisfy(fault -> assertThat(fault.toString()).contains(where));
        assertThat(book.agencies()).doesNotContain("clearwater");
    }

    @Test
    void namesEveryFaultWithItsLine() {
        files.with("clearwater", "id: ISA-CLEARWATER-1", "id: isa clearwater");
        files.with("clearwater", "review: 2027-04-01", "review: 2027-13-01");
        files.with("clearwater", "lane: bulk", "lane: slow");

        book.load(folder);

        assertThat(book.faults()).extracting(Object::toString).hasSize(2)
                .anyMatch(fault -> fault.startsWith("clearwater.yaml:" + lineOf("clearwater", "id: isa") + ": id"))
                .anyMatch(fault -> fault.startsWith("clearwater.yaml:" + lineOf("clearwater", "lane: slow") + ": feeds/substance-misuse/lane"));
    }

    @Test
    void namesWhatNoSchemaCanSee() {
        files.with("safe-haven", "review: 2027-04-01", "review: 2031-04-01");
        files.with("rowan-house", "end: 2030-03-31", "end: 2030-02-30");
        files.with("avonford-council", "agency: avonford-council\n", "agency: avonford-counsel\n");
        files.with("avonford-schools", "  - role: manager", "  - role: front-door");
        files.with("avonford-academies", "id: ISA-AVON-ACADEMIES-1", "id: ISA-CLEARWATER-1");

        book.load(folder);

        assertThat(book.faults()).extracting(Object::toString).map(fault -> fault.replaceFirst(":\\d+:", ":")).containsExactlyInAnyOrder(
                "safe-haven.yaml: the review must lie between start and end",
                "rowan-house.yaml: there is no such day",
                "rowan-house.yaml: ends before it starts",
                "avonford-council.yaml: the file of this agency must be called avonford-counsel.yaml",
                "avonford-schools.yaml: front-door is named twice; say all it may see in one place",
                "clearwater.yaml: the agreement ISA-CLEARWATER-1 is already in avonford-academies.yaml");
    }

    @Test
    void refusesToPromiseAddressesToAQueue() {
        files.with("clearwater", "  - queue: hub.identity-changed\n    purposes: [MATCHING, EARLY_HELP, SAFEGUARDING, OPERATION]\n    classes: [IDENTITY]",
                "  - queue: hub.identity-changed\n    purposes: [MATCHING]\n    classes: [IDENTITY, ADDRESS]");

        book.load(folder);

        assertThat(book.faults()).singleElement().asString().endsWith("ADDRESS never leaves the hub's own pages; take it out for hub.identity-changed");
    }

    @ParameterizedTest
    @CsvSource({"avonford-police, missing-children", "safe-haven, domestic-abuse"})
    void letsNoNewsOfDangerWaitForAChecksum(String agency, String feed) {
        files.with(agency, "mapping: " + feed + ",", "mapping: " + feed + ", files: {checksum: true},");

        book.load(folder);

        assertThat(book.faults()).singleElement().asString().startsWith(agency + ".yaml:" + lineOf(agency, "mapping: " + feed + ",") + ":")
                .endsWith("news of a child in danger must not wait for a checksum; take it out for " + feed);
        assertThat(book.feed(agency, feed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"proposal, '\"proposal\" is the name of a page of the hub'", "hub, '\"hub\" stands for the hub itself'"})
    void refusesAnAgencyThatIsCalledLikeAPage(String name, String why) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), Files.readString(folder.resolve("clearwater.yaml")).replace("agency: clearwater", "agency: " + name)
                .replace("ISA-CLEARWATER-1", "ISA-OTHER-1"));

        book.load(folder);

        assertThat(book.faults()).singleElement().asString().endsWith(why);
    }

    @ParameterizedTest
    @CsvSource({"'lane: bulk', 'lane: bulk, paused: maybe', feeds/substance-misuse/paused", "'article9: 9(2)', 'article9: 9(3)', basis/article9",
            "'  IDENTITY: P6Y', '  IDENTITY: six years', retention/IDENTITY", "'queue: hub.identity-changed', 'queue: hub.elsewhere', recipients",
            "'start: 2025-04-01', 'started: 2025-04-01', started", "'version: 1', 'version: 0', version"})
    void namesTheLineOfEachWrongThing(String from, String to, String where) {
        files.with("clearwater", from, to);

        book.load(folder);

        assertThat(book.faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("clearwater.yaml");
            assertThat(fault.line()).isPositive();
        }).anySatisfy(fault -> assertThat(fault.reason()).contains(where));
        assertThat(book.agencies()).doesNotContain("clearwater");
    }

    private int lineOf(String agency, String text) {
        return files.text(agency).lines().map(line -> line.contains(text)).toList().indexOf(true) + 1;
    }
}
