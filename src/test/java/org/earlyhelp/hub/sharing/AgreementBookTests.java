package org.earlyhelp.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.sharing.SharingMakers.TODAY;
import static org.earlyhelp.hub.sharing.SharingMakers.shippedBook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgreementBookTests extends AgreementFolderTest {
    private static final Path SHIPPED = Path.of("agreements");

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

    private static Expectation expected(String agency, String feed) {
        return shippedBook().agreementOf(agency).orElseThrow().feeds().get(feed).expected();
    }

    @Test
    void knowsNoFeedThatNobodyAgreed() {
        assertThat(shippedBook().feed("avonford-schools", "missing-children")).isEmpty();
        assertThat(shippedBook().feed("nobody", "missing-children")).isEmpty();
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
}
