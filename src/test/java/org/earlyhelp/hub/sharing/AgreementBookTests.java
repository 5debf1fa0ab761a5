package org.earlyhelp.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.sharing.SharingMakers.TODAY;
import static org.earlyhelp.hub.sharing.SharingMakers.shippedBook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgreementBookTests {
    private static final Path SHIPPED = Path.of("agreements");

    @TempDir
    private Path folder;
    private final AgreementBook book = new AgreementBook();

    @BeforeEach
    void copyShippedFiles() throws IOException {
        Files.createDirectories(folder.resolve("schema"));
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(SHIPPED.relativize(file).toString()));
            }
        }
    }

    @Test
    void shipsNineAgreementsWithoutFault() {
        AgreementBook shipped = shippedBook();

        assertThat(shipped.faults()).isEmpty();
        assertThat(shipped.agencies()).containsExactly("avonford-academies", "avonford-council", "avonford-health", "avonford-police",
                "avonford-schools", "clearwater", "rowan-house", "safe-haven", "westmarch-police");
        assertThat(shipped.borough().slug()).isEqualTo("avonford");
    }

    @ParameterizedTest
    @CsvSource({"avonford-police, missing-children, missing-children, URGENT, ISA-AVON-POLICE-1@1",
            "westmarch-police, missing-children, missing-children-csv, URGENT, ISA-WESTMARCH-POLICE-1@1",
            "avonford-academies, school-attendance, school-attendance-semicolon, BULK, ISA-AVON-ACADEMIES-1@1",
            "rowan-house, domestic-abuse, domestic-abuse-xml, URGENT, ISA-ROWAN-HOUSE-1@1",
            "clearwater, substance-misuse, substance-misuse, BULK, ISA-CLEARWATER-1@1"})
    void knowsTheTermsOfAFeed(String agency, String feed, String mapping, Agreement.Lane lane, String agreement) {
        FeedTerms terms = shippedBook().feed(agency, feed).orElseThrow();

        assertThat(terms.mapping()).isEqualTo(mapping);
        assertThat(terms.lane()).isEqualTo(lane);
        assertThat(terms.agreementRef()).isEqualTo(agreement);
        assertThat(terms.isLiveOn(TODAY)).isTrue();
    }

    @Test
    void knowsWhenFilesAreExpected() {
        assertThat(expected("avonford-schools", "school-attendance").words()).isEqualTo("on school days by 10:30, 2 hours of grace");
        assertThat(expected("clearwater", "substance-misuse").words()).isEqualTo("every Monday by 17:00, 24 hours of grace");
        assertThat(expected("avonford-health", "health-visiting").words()).isEqualTo("every night, by 06:00, 3 hours of grace");
        assertThat(expected("avonford-police", "missing-children").words()).isEqualTo("when there is something to report, at least once in 3 days");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{rhythm: weekly, by: \"17:00\"}|on", "{rhythm: nightly}|by", "{rhythm: any-time}|silentAfter", "{rhythm: hourly, by: \"06:00\"}|expected",
            "{rhythm: nightly, by: \"18:00\"}|before noon", "{rhythm: nightly, by: \"26:00\"}|by", "{rhythm: hourly, grace: P1D}|grace", "{rhythm: hourly, swollen: 1}|swollen", "{rhythm: daily}|rhythm"})
    void takesNoExpectationThatSaysTooLittleOrTooMuch(String expected, String where) throws IOException {
        edit("clearwater.yaml", "{rhythm: weekly, on: MONDAY, by: \"17:00\", grace: PT24H}", expected);

        book.load(folder);

        assertThat(book.faults()).isNotEmpty().anySatisfy(fault -> assertThat(fault.toString()).contains(where));
        assertThat(book.agencies()).doesNotContain("clearwater");
    }

    private static Expectation expected(String agency, String feed) {
        return shippedBook().agreementOf(agency).orElseThrow().feeds().get(feed).expected();
    }

    @Test
    void knowsNoFeedThatNobodyAgreed() {
        assertThat(shippedBook().feed("avonford-schools", "missing-children")).isEmpty();
        assertThat(shippedBook().feed("nobody", "missing-children")).isEmpty();
    }

    @Test
    void namesEveryFaultWithItsLine() throws IOException {
        edit("clearwater.yaml", "id: ISA-CLEARWATER-1", "id: isa clearwater");
        edit("clearwater.yaml", "review: 2027-04-01", "review: 2027-13-01");
        edit("clearwater.yaml", "lane: bulk", "lane: slow");

        book.load(folder);

        assertThat(book.faults()).extracting(Object::toString).hasSize(2)
                .anyMatch(fault -> fault.startsWith("clearwater.yaml:" + lineOf("clearwater.yaml", "id: isa") + ": id"))
                .anyMatch(fault -> fault.startsWith("clearwater.yaml:" + lineOf("clearwater.yaml", "lane: slow") + ": feeds/substance-misuse/lane"));
    }

    @Test
    void namesWhatNoSchemaCanSee() throws IOException {
        edit("safe-haven.yaml", "review: 2027-04-01", "review: 2031-04-01");
        edit("rowan-house.yaml", "end: 2030-03-31", "end: 2030-02-30");
        edit("avonford-council.yaml", "agency: avonford-council\n", "agency: avonford-counsel\n");
        edit("avonford-schools.yaml", "  - role: manager", "  - role: front-door");
        edit("avonford-academies.yaml", "id: ISA-AVON-ACADEMIES-1", "id: ISA-CLEARWATER-1");

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
    void refusesToPromiseAddressesToAQueue() throws IOException {
        edit("clearwater.yaml", "  - queue: hub.identity-changed\n    purposes: [MATCHING, EARLY_HELP, SAFEGUARDING, OPERATION]\n    classes: [IDENTITY]",
                "  - queue: hub.identity-changed\n    purposes: [MATCHING]\n    classes: [IDENTITY, ADDRESS]");

        book.load(folder);

        assertThat(book.faults()).singleElement().asString().endsWith("ADDRESS never leaves the hub's own pages; take it out for hub.identity-changed");
    }

    @Test
    void readsSendersWithKeysOfTheirOwn() throws IOException {
        edit("clearwater.yaml", "keys: [] ", "keys: [ssh-ed25519 AAAAone ours]\naccounts:\n  - name: Case Software Ltd\n    keys: [ssh-ed25519 AAAAtwo theirs]\n    until: 2026-12-31\n# ");

        book.load(folder);

        assertThat(book.faults()).isEmpty();
        Agreement agreement = book.agreementOf("clearwater").orElseThrow();
        assertThat(agreement.accounts()).extracting(Agreement.Account::name).containsExactly("Clearwater", "Case Software Ltd");
        assertThat(agreement.keysOn(LocalDate.of(2026, 12, 31))).containsExactly("ssh-ed25519 AAAAone ours", "ssh-ed25519 AAAAtwo theirs");
        assertThat(agreement.keysOn(LocalDate.of(2027, 1, 1))).containsExactly("ssh-ed25519 AAAAone ours");
    }

    @Test
    void readsAccountsOfSchoolsAndWhereTheyMayComeFrom() throws IOException {
        edit("avonford-schools.yaml", "feeds:", """
                addresses: [192.0.2.0/24]
                quota: {files: 50}
                senders:
                  oak-primary: {name: Oak Primary School, urn: "999101", addresses: ["2001:db8::/32"], until: 2027-08-31, keys: [ssh-ed25519 AAAA]}
                  elm-academy: {name: Elm Academy}
                feeds:""");
        book.load(folder);

        assertThat(book.faults()).isEmpty();
        Agreement schools = book.agreementOf("avonford-schools").orElseThrow();
        assertThat(schools.accountNames()).containsExactly("avonford-schools", "avonford-schools.elm-academy", "avonford-schools.oak-primary");
        assertThat(schools.door().quota()).isEqualTo(new DoorTerms.Quota(50, 20_480));
        assertThat(schools.door().addressesOf("oak-primary")).hasToString("[2001:db8::/32]");
        assertThat(schools.door().addressesOf("elm-academy")).hasToString("[192.0.2.0/24]");
        assertThat(schools.door().senders().get("oak-primary").keysOn(LocalDate.parse("2027-08-31"))).hasSize(1);
        assertThat(schools.door().senders().get("oak-primary").keysOn(LocalDate.parse("2027-09-01"))).isEmpty();
    }

    @Test
    void namesWhatIsWrongWithAnAccount() throws IOException {
        edit("avonford-schools.yaml", "keys: []", "keys: [ssh-ed25519 AAAA]");
        edit("avonford-schools.yaml", "feeds:", """
                addresses: [192.0.2.0/33]
                senders:
                  oak-primary: {name: Oak Primary School, urn: "999101", keys: [ssh-ed25519 AAAA]}
                  elm-academy: {name: Elm Academy, urn: "999101"}
                feeds:""");
        book.load(folder);

        assertThat(book.faults()).extracting(Object::toString).map(fault -> fault.replaceFirst(":\\d+:", ":")).containsExactlyInAnyOrder(
                "avonford-schools.yaml: the number behind the / must be from 1 to 32", "avonford-schools.yaml: the same key stands twice; each sender has keys of their own",
                "avonford-schools.yaml: two senders are held to this school; each school has one");
    }

    @Test
    void letsNoKeyOpenForTwoSenders() throws IOException {
        edit("clearwater.yaml", "keys: [] ", "keys: [ssh-ed25519 AAAAone ours]\naccounts:\n  - name: Case Software Ltd\n    keys: [ssh-ed25519 AAAAone theirs]\n"
                + "  - name: Case Software Ltd\n    keys: [ssh-ed25519 AAAAtwo]\n# ");

        book.load(folder);

        assertThat(book.faults()).extracting(Object::toString).map(fault -> fault.replaceFirst(":\\d+:", ":")).containsExactlyInAnyOrder(
                "clearwater.yaml: the same key stands twice; each sender has keys of their own", "clearwater.yaml: the account Case Software Ltd stands twice");
    }

    @ParameterizedTest
    @CsvSource({"avonford-police, missing-children", "safe-haven, domestic-abuse"})
    void letsNoNewsOfDangerWaitForAChecksum(String agency, String feed) throws IOException {
        edit(agency + ".yaml", "mapping: " + feed + ",", "mapping: " + feed + ", files: {checksum: true},");

        book.load(folder);

        assertThat(book.faults()).singleElement().asString().startsWith(agency + ".yaml:" + lineOf(agency + ".yaml", "mapping: " + feed + ",") + ":")
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
    void namesTheLineOfEachWrongThing(String from, String to, String where) throws IOException {
        edit("clearwater.yaml", from, to);

        book.load(folder);

        assertThat(book.faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.file()).isEqualTo("clearwater.yaml");
            assertThat(fault.line()).isPositive();
        }).anySatisfy(fault -> assertThat(fault.reason()).contains(where));
        assertThat(book.agencies()).doesNotContain("clearwater");
    }

    /** The page beside the files explains every word that the schema knows. */
    @Test
    void explainsEveryPartOfTheSchema() throws IOException {
        JsonNode parts = JsonMapper.shared().readTree(Files.readString(SHIPPED.resolve("schema/agreement.json"))).path("properties");

        assertThat(parts.propertyNames()).allSatisfy(part -> assertThat(Files.readString(SHIPPED.resolve("README.md"))).contains("`" + part + "`"));
    }

    @Test
    void keepsTheOthersWhenOneIsBroken() throws IOException {
        Files.writeString(folder.resolve("avonford-health.yaml"), "id: [");

        book.load(folder);

        assertThat(book.faults()).singleElement().asString().startsWith("avonford-health.yaml:1: not readable as YAML");
        assertThat(book.agencies()).hasSize(8).doesNotContain("avonford-health");
    }

    @Test
    void keepsTheLastGoodFormOfABrokenFile() throws IOException {
        book.load(folder);
        Files.writeString(folder.resolve("avonford-health.yaml"), "id: [");
        Files.delete(folder.resolve("borough.yaml"));

        book.load(folder);

        assertThat(book.agreementOf("avonford-health")).isPresent();
        assertThat(book.borough().slug()).isEqualTo("avonford");
        assertThat(book.faults()).hasSize(2);
    }

    @Test
    void takesUpANewAgency() throws IOException {
        book.load(folder);
        String text = Files.readString(folder.resolve("clearwater.yaml"));
        Files.writeString(folder.resolve("brookside.yaml"), text.replace("agency: clearwater", "agency: brookside").replace("ISA-CLEARWATER-1", "ISA-BROOKSIDE-1"));

        book.load(folder);

        assertThat(book.faults()).isEmpty();
        assertThat(book.feed("brookside", "substance-misuse")).isPresent();
    }

    @Test
    void saysSoWhenTheFolderIsMissing() {
        book.load(folder.resolve("nowhere"));

        assertThat(book.agencies()).isEmpty();
        assertThat(book.faults()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025-03-31, NOT_BEGUN", "2025-04-01, IN_FORCE", "2030-03-31, IN_FORCE", "2030-04-14, GRACE", "2030-04-15, LAPSED"})
    void standsFromStartToEndAndAFewDaysOfGrace(LocalDate day, Agreement.Standing standing) {
        assertThat(shippedBook().standing("clearwater", day)).isEqualTo(standing);
        assertThat(shippedBook().standing("nobody", day)).isEqualTo(Agreement.Standing.NONE);
    }

    @Test
    void showsASpecialistOfAHiddenFamilyByItsKind() {
        AgreementBook shipped = shippedBook();

        assertThat(shipped.shownAs("safe-haven", true)).isEqualTo("domestic-abuse-service");
        assertThat(shipped.shownAs("safe-haven", false)).isEqualTo("safe-haven");
        assertThat(shipped.shownAs("avonford-police", true)).isEqualTo("avonford-police");
        assertThat(shipped.nameFor("rowan-house", true)).isEqualTo("a domestic abuse service");
    }

    private void edit(String name, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(name));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(name), text.replace(from, to));
    }

    private int lineOf(String name, String text) {
        try {
            return Files.readAllLines(folder.resolve(name)).stream().map(line -> line.contains(text)).toList().indexOf(true) + 1;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
