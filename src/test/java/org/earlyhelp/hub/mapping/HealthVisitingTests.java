package org.earlyhelp.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.Disclosure;
import org.earlyhelp.hub.person.HealthFindings;
import org.earlyhelp.hub.person.HealthFindings.Finding;
import org.earlyhelp.hub.person.HealthFindings.Kind;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.NhsNumber;
import org.earlyhelp.hub.person.Notice;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.person.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthVisitingTests {
    private static final String MESSAGE = """
            MSH|^~\\&|SYSTMONE|RXX|EHHUB|999|20260312093000||ADT^A31^ADT_A05|HV0000123|P|2.4|||AL|NE|GBR
            EVN|A31|20260312092955
            PID|1||9990000018^^^NHS^NH~77123^^^RXX^MR||OKAFOR^CHIDI^OBI~OKAFOR^CHICHI^^^^^PREFERRED||20240214|M|||1 OLD ST^^TOWN^^ZZ99 1AA^GBR^P~4 TEST ROW^^SAMPLETOWN^^ZZ99 3VZ^GBR^H||01632960009^PRN^PH||||||||9990000026^^^NHS^NH|A||Y|2||||||N|NSTS01
            NK1|1|OKAFOR^ADA|MTH^Mother^LOCAL|4 TEST ROW^^SAMPLETOWN^^ZZ99 3VZ|01632960001^PRN^CP
            NK1|2|OKAFOR^OBI|FTH
            PV1|1|N
            OBX|1|CE|REVIEW-2-2.5YEAR^2-2.5 year review^LOCAL||DONE^Completed^LOCAL||||||F|||20260310
            OBX|2|NM|ASQ3-COMM^ASQ-3 communication^LOCAL||25|{score}|35-60|L|||F|||20260310
            OBX|3|CE|1064961000000107^Child in family is safeguarding concern^SCT||Y^Yes^LOCAL||||||D|||
            OBX|4|NM|WEIGHT^Weight||12|kg|||||F
            """;

    private static Notice with(String good, String bad) {
        assertThat(MESSAGE).contains(good);
        return Try.notice("health-visiting", MESSAGE.replace(good, bad));
    }

    private static MentionedPerson childWith(String good, String bad) {
        return with(good, bad).mentions().get(0).person();
    }

    @Test
    void readsTheChild() {
        MentionedPerson expected = MentionedPerson.builder().nhsNumber(new NhsNumber("9990000018")).localRef("77123").surname("OKAFOR").forenames("CHIDI OBI")
                .knownAs(List.of("CHICHI")).dateOfBirth(LocalDate.of(2024, 2, 14)).sex(Sex.M).ethnicity("A").phone("01632960009")
                .address(new Address("4 TEST ROW", null, "SAMPLETOWN", "ZZ99 3VZ", null, null)).multipleBirth(true).birthOrder(2)
                .mothersIdentifier("9990000026").build();
        assertThat(Try.notice("health-visiting", MESSAGE).mentions().get(0)).isEqualTo(new Mention(Role.CHILD, 0, null, expected));
    }

    @Test
    void readsTheFindingsAndNoOthers() {
        Instant review = Instant.parse("2026-03-10T00:00:00Z");
        assertThat(Try.notice("health-visiting", MESSAGE).fact()).isEqualTo(new HealthFindings(List.of(
                new Finding(Kind.REVIEW, "REVIEW-2-2.5YEAR", "DONE", false, false, review),
                new Finding(Kind.ASQ3, "ASQ3-COMM", "25", true, false, review),
                new Finding(Kind.CODE, "1064961000000107", "Y", false, true, Instant.parse("2026-03-12T09:30:00Z")))));
    }

    @Test
    void readsParentsAndTheMessagesOwnReference() {
        Notice notice = Try.notice("health-visiting", MESSAGE);
        assertThat(notice.mentions().subList(1, 3)).extracting(mention -> mention.role() + " " + mention.relationship() + " " + mention.person().forenames())
                .containsExactly("PARENT MOTHER ADA", "PARENT FATHER OBI");
        assertThat(notice.mentions().get(2).person().address()).isNull();
        assertThat(notice).extracting(Notice::sourceRef, Notice::observedAt).containsExactly("HV0000123", Instant.parse("2026-03-12T09:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"NSTS01, true", "NSTS02, false", "NSTS08, false", "AL~NSTS03, false", "UD, true", "'', true"})
    void trustsANumberUnlessItsTraceFailed(String reliability, boolean verified) {
        assertThat(childWith("NSTS01", reliability).nhsNumberVerified()).isEqualTo(verified);
    }

    @ParameterizedTest
    @CsvSource({"9990000018^^^^NH, 9990000018", "9990000018^^^CHI^NH, ", "9990000019^^^NHS^NH, "})
    void takesOnlyAnNhsNumber(String sent, String expected) {
        NhsNumber number = childWith("9990000018^^^NHS^NH", sent).nhsNumber();
        assertThat(number == null ? null : number.digits()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Y, HIDDEN", "1, HIDDEN", "N, ", "'', "})
    void hidesTheHouseholdByTheLocationFlag(String flag, Disclosure expected) {
        List<Mention> mentions = with("PV1|1|N", "PV1|1|N\nZU8|||" + "|" + flag).mentions();
        Disclosure wanted = expected == null ? Disclosure.NORMAL : expected;
        assertThat(mentions.subList(0, 2)).extracting(mention -> mention.person().address().disclosure()).containsOnly(wanted);
        assertThat(mentions.get(2).person().address() == null ? Disclosure.NORMAL : mentions.get(2).person().address().disclosure()).isEqualTo(wanted);
    }

    @Test
    void readsDeletedBirthDateAsAbsent() {
        assertThat(childWith("20240214", "\"\"").dateOfBirth()).isNull();
    }

    @Test
    void takesADeletedValueForAWithdrawnFinding() {
        HealthFindings findings = (HealthFindings) with("DONE^Completed^LOCAL", "\"\"").fact();
        assertThat(findings.findings().get(0)).extracting(Finding::value, Finding::deleted).containsExactly("", true);
    }

    @ParameterizedTest
    @CsvSource({"20240214, 19760121+^D, 1976-01-21", "20240214, 202402141530, 2024-02-14", "20240214, 2024-02-14, 2024-02-14"})
    void readsDirtyBirthDates(String good, String sent, LocalDate expected) {
        assertThat(childWith(good, sent).dateOfBirth()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"20260312093000, 20260612093000, 2026-06-12T08:30:00Z", "20260312093000, 20260312093000.1+0000, 2026-03-12T09:30:00Z",
            "20260312093000, 2026-05-05 23:23:32, 2026-05-05T22:23:32Z", "20260312093000, 202603120930, 2026-03-12T09:30:00Z"})
    void readsTimesAsSystemsWriteThem(String good, String sent, Instant expected) {
        assertThat(with(good, sent).observedAt()).isEqualTo(expected);
    }

    @Test
    void knowsTheDeadAndTheUnknown() {
        assertThat(childWith("Y|2||||||N|NSTS01", "Y|2||||20260301|Y|Y|NSTS01")).extracting(MentionedPerson::deceased, MentionedPerson::identityUnknown)
                .containsExactly(true, true);
        assertThat(childWith("Y|2||||||N|NSTS01", "Y|2||||20260301|||")).extracting(MentionedPerson::deceased, MentionedPerson::identityUnknown)
                .containsExactly(true, false);
        assertThat(childWith("Y|2||||||N|NSTS01", "N|")).extracting(MentionedPerson::deceased, MentionedPerson::multipleBirth).containsExactly(false, false);
    }

    @Test
    void takesAnAntenatalReviewWithoutABirthDate() {
        Notice notice = Try.notice("health-visiting", MESSAGE.replace("20240214", "").replace("REVIEW-2-2.5YEAR", "REVIEW-ANTENATAL").replace("DONE^", "NOT_BROUGHT^"));
        assertThat(((HealthFindings) notice.fact()).findings().get(0)).extracting(Finding::code, Finding::value).containsExactly("REVIEW-ANTENATAL", "NOT_BROUGHT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DONE^>PERHAPS^", "REVIEW-2-2.5YEAR>REVIEW-3YEAR", "||25|>||99|", "||25|>||many|", "ADT^A31^ADT_A05>ADT^A40", "Y^Yes^LOCAL||||||D>X||||||F"})
    void rejectsAMessageWithAnUnknownCode(String change) {
        MappingResult result = Try.one("health-visiting", MESSAGE.replace(change.substring(0, change.indexOf('>')), change.substring(change.indexOf('>') + 1)));
        assertThat(result).isInstanceOf(MappingResult.Rejected.class);
        assertThat(result.faults()).extracting(RowFault::code).containsExactly("UNKNOWN_CODE");
    }

    @Test
    void readsRelationships() {
        assertThat(with("FTH", "GRP").mentions().get(2).relationship()).isEqualTo(Relationship.OTHER);
    }
}
