package org.earlyhelp.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTextTests {
    @ParameterizedTest
    @ValueSource(strings = {"missing-children", "domestic-abuse", "school-attendance", "health-visiting", "open-involvements",
            "missing-children-csv", "school-attendance-semicolon", "domestic-abuse-xml", "substance-misuse"})
    void tellsEverySenderWhatToSend(String id) {
        Mapping mapping = Try.mapping(id);
        String page = HelpText.of(mapping);

        assertThat(page).contains(mapping.title(), mapping.reference(), "not an emergency line", mapping.format().charset().name()).doesNotContain("null");
        assertThat(mapping.fields()).allSatisfy(field -> assertThat(page).contains(field.senderName()));
    }

    @Test
    void tellsCodesFormsAndWhatIsNotKept() {
        String page = HelpText.of(Try.mapping("substance-misuse"));
        assertThat(page).contains("Severity: Low, Medium, High", "Child DOB: date of birth; a date as dd-MMM-yyyy of the last 120 years.", "Main Substance Group: Not needed",
                "Treatment Start: date, required", "A record is known by {Client No}/{Episode}/{Child DOB as dd-MMM-yyyy}.");
    }

    @Test
    void listsCodesThatNoMappingLists() {
        assertThat(HelpText.of(Try.mapping("school-attendance"))).contains("AM: morning mark; a code of the list below.",
                "  AM: /, \\, L, K,", "Y7").doesNotContain(", H,");
        assertThat(HelpText.of(Try.mapping("health-visiting"))).contains("REVIEW-6-8WEEK", "836881000000105",
                "one of Y, N with a code of CODE", "a whole number from 0 to 60 with a code of ASQ3");
    }

    @Test
    void givesEveryFieldADataClass() {
        assertThat(Try.mapping("domestic-abuse").fields()).allSatisfy(field -> assertThat(field.dataClass()).isNotEmpty());
        assertThat(Try.mapping("domestic-abuse").fields()).filteredOn(field -> field.of().equals("ALLEGED_PERPETRATOR"))
                .extracting(MappedField::dataClass).containsOnly("ALLEGATION", "RESTRICTED_PLACE");
    }
}
