package org.earlyhelp.hub.identity.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.linkage.Describer;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.Disclosure;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.NhsNumber;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.person.Sex;
import org.earlyhelp.hub.person.Upn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is described of a stored person is the same whichever way it is read. */
class PersonReaderTests {
    static final List<MentionedPerson> PEOPLE = List.of(MentionedPerson.builder().build(),
            MentionedPerson.builder().localRef("C 1").surname("O'Neill \uD83D\uDE00").forenames("Zoë \"Z\" \\ Ann").knownAs(List.of("Zo", "Z")).sex(Sex.F)
                    .dateOfBirth(LocalDate.of(2019, 4, 2)).nhsNumber(new NhsNumber("9990000018")).upn(new Upn("N999400122002")).phone("01632 960123")
                    .email("z@example.org").ethnicity("A").ageYears(7).notes(List.of("date of birth not usable")).mothersIdentifier("999 000 0026")
                    .address(new Address("4 Test Row", "Flat 2", "Avonford", "ZZ993VZ", "100", Disclosure.HIDDEN)).multipleBirth(true).birthOrder(2).build(),
            MentionedPerson.builder().surname("Lowe").nhsNumber(new NhsNumber("9990000018")).nhsNumberVerified(false).identityUnknown(true).deceased(true)
                    .multipleBirth(false).address(new Address(null, "Flat 2", null, null, null, null)).build(),
            MentionedPerson.builder().expectedDate(LocalDate.of(2027, 1, 31)).dateOfBirth(LocalDate.of(-1, 1, 1)).sex(Sex.U).build());

    @ParameterizedTest
    @FieldSource("PEOPLE")
    void readsAllThatIsDescribed(MentionedPerson person) {
        String json = CanonicalJson.write(person);

        assertThat(describe(PersonReader.read(json)).equals(describe(CanonicalJson.readPerson(json)))).isTrue();
    }

    @ParameterizedTest
    @FieldSource("PEOPLE")
    void passesOverWhatANewerHubWrote(MentionedPerson person) {
        String json = CanonicalJson.write(person).replaceFirst("\\{", "{\"newer\":{\"surname\":[\"Other\",{\"sex\":1}]},\"phone\":null,");

        assertThat(describe(PersonReader.read(json)).equals(describe(CanonicalJson.readPerson(json)))).isTrue();
    }

    private static List<Description> describe(MentionedPerson person) {
        return List.of(Role.CHILD, Role.PARENT).stream().flatMap(role -> Describer.describe("agency", "feed", "1", LocalDate.of(2026, 11, 1),
                List.of(new Mention(role, 0, null, person))).stream()).toList();
    }
}
