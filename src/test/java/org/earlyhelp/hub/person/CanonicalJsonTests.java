package org.earlyhelp.hub.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalJsonTests {
    private static final Instant AT = Instant.parse("2026-11-21T22:10:00Z");

    static Stream<Fact> facts() {
        return Stream.of(
                new MissingReport(MissingReport.Kind.INITIAL, "AVP", AT, null, MissingReport.MissingFrom.HOME,
                        MissingReport.RiskGrade.HIGH, Set.of(MissingReport.RiskFlag.CSE), null, null),
                new AttendanceDay("9994001", "999001", "7", LocalDate.of(2026, 11, 20), AttendanceCode.PRESENT_AM, AttendanceCode.ILLNESS),
                new HealthFindings(List.of(new HealthFindings.Finding(HealthFindings.Kind.REVIEW, "REVIEW-12MONTH", "MISSED", false, false, AT))),
                new DomesticAbuseReferral(DomesticAbuseReferral.Kind.INITIAL, DomesticAbuseReferral.Source.IDVA, AT,
                        new DomesticAbuseReferral.Tool("DASH", "2009", 11, DomesticAbuseReferral.Grade.MEDIUM, "IDVA"), true,
                        new DomesticAbuseReferral.SafeContact(DomesticAbuseReferral.Answer.YES, "text", null),
                        List.of(DomesticAbuseReferral.Exposure.HEARD), "ex-partner"),
                new Involvement("Family Help", 3, "J. Okoro", null, LocalDate.of(2026, 9, 1), null),
                new Concern("SUBSTANCE_MISUSE", LocalDate.of(2026, 10, 2), "HIGH", Concern.Status.OPEN));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void readsBackEveryKindOfFact(Fact fact) {
        assertThat(CanonicalJson.readFact(CanonicalJson.write(fact))).isEqualTo(fact);
        assertThat(CanonicalJson.write(fact)).contains("\"fact\":\"" + CanonicalJson.kindOf(fact) + "\"");
    }

    @Test
    void readsBackAPerson() {
        MentionedPerson person = MentionedPerson.builder().surname("Okafor").forenames("Chidi").dateOfBirth(LocalDate.of(2019, 4, 2))
                .sex(Sex.M).nhsNumber(NhsNumber.parse("999 000 0018").orThrow()).upn(Upn.parse("N999400122002").orThrow())
                .address(new Address("4 Test Row", null, "Avonford", "zz993vz", null, Disclosure.HIDDEN)).build();

        assertThat(CanonicalJson.readPerson(CanonicalJson.write(person))).isEqualTo(person);
        assertThat(person.address().postcode()).isEqualTo("ZZ99 3VZ");
    }
}
