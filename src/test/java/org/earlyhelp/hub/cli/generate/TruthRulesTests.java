package org.earlyhelp.hub.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.earlyhelp.hub.person.AttendanceCode;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Grade;
import org.earlyhelp.hub.person.HealthFindings.Kind;
import org.earlyhelp.hub.person.MissingReport.RiskFlag;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.junit.jupiter.api.Test;

class TruthRulesTests {
    private final Household household = new HouseholdMaker(new IdentifierMint(), new SchoolList(100), GeneratedBorough.TODAY).make(1, new SplittableRandom(3));
    private final List<Life.Episode> episodes = new ArrayList<>();
    private final List<Life.Incident> incidents = new ArrayList<>();
    private final List<Life.Contact> contacts = new ArrayList<>();
    private final List<Life.Attendance> attendance = new ArrayList<>();
    private final List<Life.OpenCase> cases = new ArrayList<>();

    @Test
    void aQuietLifeRaisesNothing() {
        marks(100, 9, AttendanceCode.ILLNESS);
        review("DONE", "2026-10-01");
        assertThat(alert()).isEmpty();
    }

    @Test
    void missingStandsAloneFor90Days() {
        missing("2026-08-25T10:00:00Z", RiskGrade.LOW);
        assertThat(alert()).contains(earlyHelp("stands-alone", 2));
        episodes.clear();
        missing("2026-08-24T10:00:00Z", RiskGrade.LOW);
        assertThat(alert()).isEmpty();
    }

    @Test
    void stillAwayOrHighIsFirstContact() {
        episodes.add(new Life.Episode("MP-1", 0, Instant.parse("2026-11-19T10:00:00Z"), RiskGrade.LOW, Set.of(), null, false));
        assertThat(alert()).contains(new TrueAlert("frontdoor.first-contact", "first-contact", 4));
        episodes.clear();
        missing("2026-11-15T10:00:00Z", RiskGrade.HIGH);
        assertThat(alert()).contains(new TrueAlert("frontdoor.first-contact", "first-contact", 4));
    }

    @Test
    void onlyRecentHighAbuseIsFirstContact() {
        abuse("2026-10-24T10:00:00Z", Grade.HIGH);
        assertThat(alert()).map(TrueAlert::level).contains(4);
        incidents.clear();
        abuse("2026-10-23T10:00:00Z", Grade.HIGH);
        assertThat(alert()).contains(earlyHelp("stands-alone", 2));
    }

    @Test
    void aTenthOfSchoolNeedsASecondAgency() {
        marks(100, 10, AttendanceCode.ILLNESS);
        assertThat(alert()).isEmpty();
        review("NOT_BROUGHT", "2026-10-01");
        assertThat(alert()).contains(earlyHelp("two-agencies", 2));
        abuse("2026-09-01T10:00:00Z", Grade.STANDARD);
        assertThat(alert()).contains(earlyHelp("level-3-multiple-needs", 3));
    }

    @Test
    void halfOfSchoolStandsAlone() {
        marks(40, 20, AttendanceCode.ILLNESS);
        assertThat(alert()).contains(earlyHelp("stands-alone", 2));
    }

    @Test
    void fewerThan40SessionsSayNothing() {
        marks(38, 30, AttendanceCode.ILLNESS);
        assertThat(alert()).isEmpty();
    }

    @Test
    void aReviewDoneLaterEndsTheNeed() {
        episodes.add(new Life.Episode("MP-1", 0, Instant.parse("2026-07-01T10:00:00Z"), RiskGrade.LOW, EnumSet.of(RiskFlag.SELF_HARM), Instant.parse("2026-07-02T10:00:00Z"), false));
        review("NOT_BROUGHT", "2026-10-01");
        assertThat(alert()).contains(earlyHelp("two-agencies", 2));
        review("DONE", "2026-10-20");
        assertThat(alert()).isEmpty();
    }

    @Test
    void anOpenPlanIsFirstContactUntilClosed() {
        cases.add(new Life.OpenCase("C-1", 0, "Child protection", 4, "M. Adair", LocalDate.parse("2026-05-01"), null));
        assertThat(alert()).map(TrueAlert::queue).contains("frontdoor.first-contact");
        cases.set(0, new Life.OpenCase("C-1", 0, "Child protection", 4, "M. Adair", LocalDate.parse("2026-05-01"), LocalDate.parse("2026-11-01")));
        assertThat(alert()).isEmpty();
    }

    private Optional<TrueAlert> alert() {
        return new TruthRules(GeneratedBorough.TODAY).alertFor(household, new Life(episodes, incidents, contacts, attendance, cases));
    }

    private void missing(String reportedAt, RiskGrade grade) {
        Instant reported = Instant.parse(reportedAt);
        episodes.add(new Life.Episode("MP-1", 0, reported, grade, Set.of(), reported.plusSeconds(86_400), false));
    }

    private void abuse(String occurredAt, Grade grade) {
        incidents.add(new Life.Incident("DA-1", true, Instant.parse(occurredAt), grade, false, true, household.mainCarer().person(), 5));
    }

    private void review(String value, String on) {
        LocalDate day = LocalDate.parse(on);
        contacts.add(new Life.Contact("HV1", 0, Instant.parse(on + "T12:00:00Z"), List.of(new Life.Observation(Kind.REVIEW, "REVIEW-12MONTH", value, false, day))));
    }

    private void marks(int possible, int missed, AttendanceCode reason) {
        List<AttendanceCode> marks = new ArrayList<>(Collections.nCopies(possible, AttendanceCode.PRESENT_AM));
        Collections.fill(marks.subList(0, missed), reason);
        attendance.add(new Life.Attendance(0, SchoolDays.before(GeneratedBorough.TODAY, possible / 2), marks));
    }

    private static TrueAlert earlyHelp(String rule, int level) {
        return new TrueAlert("frontdoor.early-help", rule, level);
    }
}
