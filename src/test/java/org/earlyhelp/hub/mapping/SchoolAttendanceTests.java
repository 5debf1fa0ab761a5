package org.earlyhelp.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.AttendanceCode;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.Notice;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.person.Sex;
import org.earlyhelp.hub.person.Upn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolAttendanceTests {
    private static final String HEADER = "LAESTAB,URN,UPN,Legal Surname,Legal Forename,Preferred Forename,DOB,Sex,NC Year,Address Line 1,"
            + "Town,Postcode,Parent Surname,Parent Forename,Parent Phone,Session Date,AM,PM\n";
    private static final String ROW = "9994001,999001,N999400122002,Okafor,Chidi,Chi,02/04/2015,M,7,4 Test Row,Avonford,zz99 3vz,"
            + "Okafor,Ada,01632 960001,20/11/2026,/,I\n";

    private static Notice expected() {
        MentionedPerson pupil = MentionedPerson.builder().upn(new Upn("N999400122002")).surname("Okafor").forenames("Chidi")
                .knownAs(List.of("Chi")).dateOfBirth(LocalDate.of(2015, 4, 2)).sex(Sex.M)
                .address(new Address("4 Test Row", null, "Avonford", "ZZ99 3VZ", null, null)).build();
        MentionedPerson parent = MentionedPerson.builder().surname("Okafor").forenames("Ada").phone("01632 960001").build();
        AttendanceDay day = new AttendanceDay("9994001", "999001", "7", LocalDate.of(2026, 11, 20), AttendanceCode.PRESENT_AM, AttendanceCode.ILLNESS);
        return new Notice("999001/N999400122002", 1, false, null, List.of(new Mention(Role.PUPIL, 0, null, pupil),
                new Mention(Role.PARENT, 0, Relationship.PARENT, parent)), day, Map.of(), List.of());
    }

    @Test
    void readsARow() {
        assertThat(Try.notice("school-attendance", HEADER + ROW)).isEqualTo(expected());
    }

    @Test
    void readsTheSameRowOfTheOtherLayout() {
        String file = "School URN;LAESTAB;Pupil UPN;Surname;Forename;Known As;Birth Date;Gender;Year;Street;Town;Post Code;Contact Surname;"
                + "Contact Forename;Contact Tel;Date;Morning;Afternoon\r\n999001;9994001;N999400122002;Okafor;Chidi;Chi;2015-04-02;Male;7;"
                + "4 Test Row;Avonford;ZZ993VZ;Okafor;Ada;01632 960001;2026-11-20;/;I";
        assertThat(Try.notice("school-attendance-semicolon", file)).isEqualTo(expected());
    }

    @Test
    void readsUmlautsOfWindows1252() {
        String file = "School URN;LAESTAB;Pupil UPN;Surname;Forename;Known As;Birth Date;Gender;Year;Street;Town;Post Code;Contact Surname;"
                + "Contact Forename;Contact Tel;Date;Morning;Afternoon\n999001;9994001;;Žižek;Zoë;;2015-04-02;;;;;;;;;2026-11-20;/;";
        MappingResult result = Try.all("school-attendance-semicolon", file.getBytes(Charset.forName("windows-1252"))).get(0);

        assertThat(((MappingResult.Mapped) result).notice().sourceRef()).isEqualTo("999001/Žižek/Zoë/2015-04-02");
    }

    @Test
    void namesThePupilWithoutUpnByNameAndBirth() {
        assertThat(Try.notice("school-attendance", HEADER + ROW.replace("N999400122002", "")).sourceRef()).isEqualTo("999001/Okafor/Chidi/2015-04-02");
    }

    @Test
    void mentionsNoParentWhenNoneIsNamed() {
        Notice notice = Try.notice("school-attendance", HEADER + ROW.replace("Okafor,Ada,01632 960001", ",,"));
        assertThat(notice.mentions()).extracting(Mention::role).containsExactly(Role.PUPIL);
    }

    @Test
    void dropsAUpnWithAWrongCheckLetter() {
        MappingResult result = Try.one("school-attendance", HEADER + ROW.replace("N999400122002", "A999400122002"));

        assertThat(Try.faults(result)).containsExactly("WARNING UPN BAD_CHECK_DIGIT");
        MentionedPerson pupil = ((MappingResult.Mapped) result).notice().mentions().get(0).person();
        assertThat(pupil.upn()).isNull();
        assertThat(pupil.notes()).containsExactly("UPN not usable");
    }

    @ParameterizedTest
    @CsvSource({"'/,I', '/,ZZ', ERROR PM UNKNOWN_CODE", "20/11/2026, 24/11/2026, ERROR Session Date DATE_IN_FUTURE",
            "20/11/2026, 2026-11-20, ERROR Session Date BAD_DATE", "20/11/2026, 31/09/2026, ERROR Session Date BAD_DATE",
            "20/11/2026, '', ERROR Session Date MISSING_FIELD", "02/04/2015, 02/04/2027, ERROR DOB DATE_IN_FUTURE",
            "999001, '', ERROR URN MISSING_FIELD", "',M,', ',X,', ERROR Sex UNKNOWN_CODE"})
    void rejectsTheRow(String good, String bad, String fault) {
        assertThat(Try.faults(Try.one("school-attendance", HEADER + ROW.replace(good, bad)))).first().isEqualTo(fault);
        assertThat(Try.one("school-attendance", HEADER + ROW.replace(good, bad))).isInstanceOf(MappingResult.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({"18/08/2024, true", "19/08/2024, false"})
    void knowsCodesByTheirDay(String day, boolean known) {
        MappingResult result = Try.one("school-attendance", HEADER + ROW.replace("20/11/2026,/,I", day + ",H,H"));
        assertThat(result instanceof MappingResult.Mapped).isEqualTo(known);
    }

    @Test
    void leavesBlankMarksUnstated() {
        AttendanceDay day = (AttendanceDay) Try.notice("school-attendance", HEADER + ROW.replace(",/,I", ",,")).fact();
        assertThat(day).extracting(AttendanceDay::am, AttendanceDay::pm).containsOnlyNulls();
    }
}
