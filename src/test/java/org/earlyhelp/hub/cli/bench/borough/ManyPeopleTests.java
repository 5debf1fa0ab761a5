package org.earlyhelp.hub.cli.bench.borough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.cli.feeds.Arrival;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.linkage.FirstFormModel;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.NhsNumber;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.person.Upn;
import org.junit.jupiter.api.Test;

class ManyPeopleTests {
    private static final MentionedPerson CHILD = MentionedPerson.builder().surname("Doherty").forenames("Orla").dateOfBirth(LocalDate.parse("2015-03-17"))
            .nhsNumber(NhsNumber.parse("9990000018").orThrow()).upn(Upn.parse("A999200119001").asOptional().orElse(null)).phone("01632 960111")
            .address(new Address("1 Ferry Road", null, "Avonford", "ZZ99 3AB", null, null)).build();
    private static final Arrival RECORD = new Arrival(7, "avonford-health", "health-visiting", "HV1", 1, Instant.parse("2026-11-22T08:00:00Z"), false,
            List.of(new Mention(Role.CHILD, 0, null, CHILD)), Arrival.Told.NOTHING);

    @Test
    void aCopyIsAnotherPersonOfTheSameName() {
        MentionedPerson other = new Copy(1).of(RECORD).mentions().get(0).person();

        assertThat(other.surname()).isEqualTo("Doherty");
        assertThat(other.forenames()).isEqualTo("Orla");
        assertThat(other.dateOfBirth()).isEqualTo("2015-03-12");
        assertThat(other.nhsNumber()).isNotEqualTo(CHILD.nhsNumber());
        assertThat(other.phone()).isEqualTo("01101 960111");
        assertThat(other.address().postcode()).isEqualTo("ZA99 3AB");
    }

    @Test
    void countsThePeopleOfAllCopies() {
        ManyPeople many = ManyPeople.measure(new FirstFormModel(), List.of(RECORD), 5);

        assertThat(many.people()).isEqualTo(5);
        assertThat(many.mentions()).isEqualTo(5);
        assertThat(many.figures()).hasSize(5);
    }

    @Test
    void saysWhenABoroughIsTooSmall() {
        assertThatThrownBy(() -> ManyPeople.measure(new FirstFormModel(), List.of(RECORD), 100)).isInstanceOf(StartFailure.class)
                .hasMessage("24 copies of so small a borough are not 100 people; give more --households.");
    }
}
