package org.earlyhelp.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.format.SourceLocation;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.Disclosure;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.person.MissingReport.MissingFrom;
import org.earlyhelp.hub.person.MissingReport.RiskFlag;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.earlyhelp.hub.person.NhsNumber;
import org.earlyhelp.hub.person.Notice;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.person.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingChildrenTests {
    private static final String NOTICE = """
            {"noticeRef": "AVP-7", "version": 2, "kind": "RISK_CHANGE", "force": "AVP", "reportedAt": "2026-11-21T22:10:00Z",
             "lastSeenAt": "2026-11-21T18:30:00", "missingFrom": "HOME", "riskGrade": "MEDIUM", "riskFlags": ["CSE", "SELF_HARM"],
             "circumstances": "Left after school.",
             "child": {"localRef": "N-1", "surname": "Okafor", "forenames": "Chidi", "knownAs": ["Chi"], "dateOfBirth": "2012-04-02", "sex": "M",
                       "nhsNumber": "999 000 0018", "phone": "01632 960001",
                       "address": {"line1": "4 Test Row", "town": "Avonford", "postcode": "ZZ99 3VZ", "disclosure": "HIDDEN"}},
             "contacts": [{"relationship": "MOTHER", "surname": "Okafor", "forenames": "Ada"},
                          {"relationship": "CARER", "surname": "Reed", "forenames": "Jo", "address": {"postcode": "ZZ99 1AA"}}]}
            """;

    private static MappingResult with(String good, String bad) {
        assertThat(NOTICE).contains(good);
        return Try.one("missing-children", NOTICE.replace(good, bad));
    }

    private static Notice noticeWith(String good, String bad) {
        return ((MappingResult.Mapped) with(good, bad)).notice();
    }

    private static MentionedPerson childWith(String good, String bad) {
        return noticeWith(good, bad).mentions().get(0).person();
    }

    @Test
    void readsANotice() {
        MentionedPerson child = MentionedPerson.builder().localRef("N-1").surname("Okafor").forenames("Chidi").knownAs(List.of("Chi"))
                .dateOfBirth(LocalDate.of(2012, 4, 2)).sex(Sex.M).nhsNumber(new NhsNumber("9990000018")).phone("01632 960001")
                .address(new Address("4 Test Row", null, "Avonford", "ZZ99 3VZ", null, Disclosure.HIDDEN)).build();
        MentionedPerson mother = MentionedPerson.builder().surname("Okafor").forenames("Ada").build();
        MentionedPerson carer = MentionedPerson.builder().surname("Reed").forenames("Jo").address(new Address(null, null, null, "ZZ99 1AA", null, null)).build();
        MissingReport report = new MissingReport(Kind.RISK_CHANGE, "AVP", Instant.parse("2026-11-21T22:10:00Z"), Instant.parse("2026-11-21T18:30:00Z"),
                MissingFrom.HOME, RiskGrade.MEDIUM, Set.of(RiskFlag.CSE, RiskFlag.SELF_HARM), null, null);

        assertThat(Try.notice("missing-children", NOTICE)).isEqualTo(new Notice("AVP-7", 2, false, null,
                List.of(new Mention(Role.CHILD, 0, null, child), new Mention(Role.CONTACT, 0, Relationship.MOTHER, mother),
                        new Mention(Role.CONTACT, 1, Relationship.CARER, carer)), report, Map.of("circumstances", "Left after school."), List.of()));
    }

    @Test
    void readsACsvRowOfAnotherForce() {
        String file = """
                Misper Ref,Rev,Event,Reported,Last Seen,Missing From,Risk,Markers,Returned,Harmed,Child Ref,Surname,First Names,Known As,DOB,Sex,PNC Phone,Address,Town,Postcode,Carer Surname,Carer First Names,Carer Relationship,Carer Phone,Circumstances
                W-1,3,FOUND,01/10/2026 23:30,,Care,H,CSE/DA,02/10/2026 06:00,Y,C-9,Reed,Sam Lee,,31/12/2011,Female,01632 960002,1 Mill Lane,Westmarch,ZZ99 8AA,Reed,Pat,Carer,01632 960003,"Came home, tired"
                """;
        Notice notice = Try.notice("missing-children-csv", file);

        assertThat(notice.fact()).isEqualTo(new MissingReport(Kind.RETURNED, "WMP", Instant.parse("2026-10-01T22:30:00Z"), null, MissingFrom.CARE,
                RiskGrade.HIGH, Set.of(RiskFlag.CSE, RiskFlag.DOMESTIC_ABUSE), Instant.parse("2026-10-02T05:00:00Z"), true));
        assertThat(notice.sourceRef() + "@" + notice.version()).isEqualTo("W-1@3");
        assertThat(notice.mentions()).extracting(Mention::role, Mention::relationship, mention -> mention.person().forenames())
                .containsExactly(tuple(Role.CHILD, null, "Sam Lee"),
                        tuple(Role.CONTACT, Relationship.CARER, "Pat"));
        assertThat(notice.freeText()).containsEntry("circumstances", "Came home, tired");
    }

    @ParameterizedTest
    @CsvSource({"2012-04-02, 2012-14-02, BAD_DATE", "2012-04-02, 02/04/2012, BAD_DATE", "2012-04-02, 2027-04-02, DATE_IN_FUTURE",
            "2012-04-02, 1899-12-31, BAD_DATE", "2012-04-02, 1903-01-01, BAD_DATE"})
    void keepsANoticeWithAMistypedBirthDate(String good, String bad, String code) {
        assertThat(Try.faults(with(good, bad))).containsExactly("WARNING child.dateOfBirth " + code);
        assertThat(childWith(good, bad).dateOfBirth()).isNull();
        assertThat(childWith(good, bad).notes()).containsExactly("date of birth not usable");
        assertThat(childWith(good, bad).surname()).isEqualTo("Okafor");
    }

    @ParameterizedTest
    @CsvSource({"MEDIUM, SEVERE, riskGrade UNKNOWN_CODE, risk grade not usable", "HOME, MOON, missingFrom UNKNOWN_CODE, place missing from not usable",
            "RISK_CHANGE, FOUND, kind UNKNOWN_CODE, kind of notice not usable", "2026-11-21T18:30:00, yesterday, lastSeenAt BAD_DATE, time last seen not usable",
            "SELF_HARM, SADNESS, riskFlags UNKNOWN_CODE, risk flag not usable", "' 2,', ' \"two\",', version BAD_NUMBER, version not usable"})
    void dropsAFaultyFieldAndTellsTheReader(String good, String bad, String fault, String note) {
        assertThat(Try.faults(with(good, bad))).containsExactly("WARNING " + fault);
        assertThat(noticeWith(good, bad).notes()).containsExactly(note);
    }

    @Test
    void dropsANumberWithAWrongCheckDigit() {
        assertThat(Try.faults(with("999 000 0018", "999 000 0019"))).containsExactly("WARNING child.nhsNumber BAD_CHECK_DIGIT");
        assertThat(childWith("999 000 0018", "999 000 0019").nhsNumber()).isNull();
    }

    @Test
    void rejectsANoticeWithoutAChildInPlainWords() {
        MappingResult result = Try.one("missing-children", "{\"noticeRef\":\"A\",\"reportedAt\":\"2026-11-21T22:10:00Z\",\"child\":{\"sex\":\"F\"}}");
        RowFault last = result.faults().get(result.faults().size() - 1);

        assertThat(result).isInstanceOf(MappingResult.Rejected.class);
        assertThat(last).isEqualTo(new RowFault(new SourceLocation(1, 1), "child", "MISSING_FIELD", RowFault.Severity.ERROR,
                "The notice names no child.", "Send the child's name or reference."));
    }

    @ParameterizedTest
    @CsvSource({"'\"noticeRef\": \"AVP-7\",', noticeRef", "'\"child\"', child"})
    void rejectsANoticeWithoutReferenceOrChild(String gone, String field) {
        MappingResult result = with(gone, gone.equals("\"child\"") ? "\"kid\"" : "");
        assertThat(Try.faults(result)).containsExactly("ERROR " + field + " MISSING_FIELD");
    }

    @Test
    void rejectsANoticeWithoutAnyDate() {
        assertThat(Try.faults(Try.one("missing-children", "{\"noticeRef\":\"A\",\"reportedAt\":\"soon\",\"child\":{\"surname\":\"Okafor\"}}")))
                .containsExactly("WARNING reportedAt BAD_DATE", "ERROR reportedAt MISSING_FIELD");
    }

    @Test
    void takesTheTimeLastSeenForAMissingReport() {
        MissingReport report = (MissingReport) noticeWith("\"reportedAt\": \"2026-11-21T22:10:00Z\",", "").fact();
        assertThat(report.reportedAt()).isEqualTo(Instant.parse("2026-11-21T18:30:00Z"));
    }

    @Test
    void dropsAReturnBeforeTheReport() {
        MappingResult result = with("\"circumstances\"", "\"returnedAt\": \"2026-11-20T01:00:00Z\", \"circumstances\"");
        assertThat(Try.faults(result)).containsExactly("WARNING returnedAt DATE_ORDER");
        assertThat(((MissingReport) ((MappingResult.Mapped) result).notice().fact()).returnedAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T08:54:59Z, 0", "2026-11-23T08:56:00Z, 1"})
    void allowsASendersClockToRunALittleAhead(String reported, int faults) {
        assertThat(with("2026-11-21T22:10:00Z", reported).faults()).hasSize(faults);
    }

    @Test
    void tellsNoFlagsFromFlagsNotStated() {
        assertThat(((MissingReport) noticeWith("[\"CSE\", \"SELF_HARM\"]", "[]").fact()).riskFlags()).isEmpty();
        assertThat(((MissingReport) noticeWith("\"riskFlags\": [\"CSE\", \"SELF_HARM\"],", "").fact()).riskFlags()).isNull();
    }

    @Test
    void hidesAnAddressWhoseDisclosureCannotBeRead() {
        assertThat(childWith("HIDDEN", "SECRET").address().disclosure()).isEqualTo(Disclosure.HIDDEN);
    }

    @ParameterizedTest
    @CsvSource({"Left after school., circumstances CONTROL_CHARACTER", "Chidi, child.forenames CONTROL_CHARACTER"})
    void keepsANoticeWithAControlCharacter(String good, String fault) {
        MappingResult result = with(good, "x\\u0000y");
        assertThat(Try.faults(result)).containsExactly("WARNING " + fault);
        assertThat(((MappingResult.Mapped) result).notice().toString()).doesNotContain("\u0000").contains("not usable");
    }

    @Test
    void rejectsAReferenceThatIsNoText() {
        assertThat(Try.faults(with("AVP-7", "A\\u0000"))).containsExactly("ERROR noticeRef MISSING_FIELD");
    }

    @Test
    void marksACorrection() {
        assertThat(noticeWith("RISK_CHANGE", "CORRECTION").correction()).isTrue();
    }

    @Test
    void keepsAChildKnownOnlyByAName() {
        MentionedPerson child = Try.notice("missing-children", "{\"noticeRef\":\"A\",\"reportedAt\":\"2026-11-21\",\"child\":{\"knownAs\":[\"Tiny\"]}}").mentions().get(0).person();
        assertThat(child.forenames()).isEqualTo("Tiny");
        assertThat(child.notes()).containsExactly("only a name in use is known");
    }

    @Test
    void leavesOutAContactWithoutAName() {
        MappingResult result = with("\"surname\": \"Reed\", \"forenames\": \"Jo\", ", "");
        assertThat(Try.faults(result)).containsExactly("WARNING contacts MISSING_FIELD");
        assertThat(((MappingResult.Mapped) result).notice().notes()).containsExactly("a person (contact) is mentioned without a name");
    }

    @Test
    void repeatsNoValueInAFault() {
        String file = NOTICE.replace("2012-04-02", "Zaphod").replace("MEDIUM", "Zaphod").replace("999 000 0018", "Zaphod").replace("HIDDEN", "Zaphod");
        assertThat(Try.one("missing-children", file).faults().toString()).contains("BAD_DATE", "BAD_CHECK_DIGIT").doesNotContain("Zaphod");
    }
}
