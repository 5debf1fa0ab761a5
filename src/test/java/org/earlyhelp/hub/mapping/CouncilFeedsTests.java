package org.earlyhelp.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import org.earlyhelp.hub.person.Concern;
import org.earlyhelp.hub.person.Involvement;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.Notice;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Open involvements and the concern of a substance-misuse service. */
class CouncilFeedsTests {
    private static final String INVOLVEMENT = """
            Case Ref,NHS Number,UPN,Surname,Forename,DOB,Postcode,Service,Level,Lead Worker,Lead Worker Contact,Opened,Closed
            C-7,999 000 0018,N999400122002,Okafor,Chidi,2015-04-02,ZZ99 3VZ,Family Help,3,J. Okoro,01632 960010,2026-09-01,
            """;
    private static final String CONCERN = """
            Client No,Episode,Child Surname,Child Forename,Child DOB,Child Sex,Child Postcode,Parent Surname,Parent Forename,Parent DOB,Parent Phone,Parent Address,Parent Postcode,Treatment Start,Main Substance Group,Severity,Status
            K-3,2,Reed,Sam,02-Sep-2016,F,ZZ99 8AA,Reed,Ann,01-Feb-1990,01632 960011,1 Mill Lane,ZZ99 8AA,02-Oct-2026,Zaphodine,High,Open
            """;

    @Test
    void readsAnInvolvement() {
        Notice notice = Try.notice("open-involvements", INVOLVEMENT);
        assertThat(notice.fact()).isEqualTo(new Involvement("Family Help", 3, "J. Okoro", "01632 960010", LocalDate.of(2026, 9, 1), null));
        assertThat(notice.sourceRef()).isEqualTo("C-7#999 000 0018");
        assertThat(notice.mentions()).extracting(Mention::role).containsExactly(Role.CHILD);
    }

    @ParameterizedTest
    @CsvSource({"'999 000 0018,', ',', C-7#N999400122002", "'999 000 0018,N999400122002', ',', C-7#Okafor|Chidi|2015-04-02",
            "'999 000 0018,N999400122002,Okafor,Chidi,2015-04-02', ',,Okafor,Chidi,', C-7#Okafor|Chidi|"})
    void namesThePersonOfTheCase(String good, String sent, String reference) {
        assertThat(Try.notice("open-involvements", INVOLVEMENT.replace(good, sent)).sourceRef()).isEqualTo(reference);
    }

    @ParameterizedTest
    @CsvSource({"Family Help, Juggling, ERROR Service UNKNOWN_CODE", "'Help,3', 'Help,5', ERROR Level UNKNOWN_CODE", "Family Help, '', ERROR Service MISSING_FIELD",
            "'2026-09-01,', '2026-09-01,2026-08-31', ERROR Closed DATE_ORDER", "2026-09-01, 2027-09-01, ERROR Opened DATE_IN_FUTURE", "C-7, '', ERROR Case Ref MISSING_FIELD",
            "999 000 0018, 999 000 0019, WARNING NHS Number BAD_CHECK_DIGIT"})
    void tellsTheFault(String good, String bad, String fault) {
        assertThat(Try.faults(Try.one("open-involvements", INVOLVEMENT.replace(good, bad)))).containsExactly(fault);
    }

    @Test
    void readsAConcernWithoutTheSubstance() {
        Notice notice = Try.notice("substance-misuse", CONCERN);
        assertThat(notice.fact()).isEqualTo(new Concern("PARENTAL_SUBSTANCE_MISUSE", LocalDate.of(2026, 10, 2), "HIGH", Concern.Status.OPEN));
        assertThat(notice.sourceRef()).isEqualTo("K-3/2/2016-09-02");
        assertThat(notice.mentions()).extracting(Mention::role, Mention::relationship, mention -> mention.person().forenames())
                .containsExactly(tuple(Role.CHILD, null, "Sam"), tuple(Role.PARENT, Relationship.PARENT, "Ann"));
        assertThat(notice.toString()).doesNotContain("Zaphodine");
    }
}
