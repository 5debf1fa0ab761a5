package org.earlyhelp.hub.need.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.earlyhelp.hub.need.engine.AFamily.SCHOOLS;
import static org.earlyhelp.hub.need.engine.AFamily.aFamily;
import static org.earlyhelp.hub.need.engine.AFamily.codes;

import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.ShippedRules;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.need.rules.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolRuleTests {
    private static final String WEEK = "/\\".repeat(5);

    private static AFamily aPupil() {
        return aFamily().child("ana", "2014-02-01");
    }

    private static AFamily withMarks(String marks) {
        return aPupil().marks(SCHOOLS, "999001", "ana", "2026-09-07", marks);
    }

    @ParameterizedTest
    @CsvSource({"4, 36, SCHOOL_ABSENCE", "3, 37, ''", "5, 46, ''", "5, 45, SCHOOL_ABSENCE", "20, 20, SCHOOL_ABSENCE/SEVERE", "20, 21, SCHOOL_ABSENCE"})
    void comparesTenTimesMissedWithPossible(int missed, int present, String expected) {
        String marks = "I".repeat(missed) + "L".repeat(present);
        Assessment assessment = withMarks(marks + (marks.length() % 2 == 0 ? "" : "#")).now();

        assertThat(String.join(" ", codes(assessment))).isEqualTo(expected);
    }

    @Test
    void splitsTheReasonsOfAbsence() {
        Assessment assessment = withMarks(WEEK.repeat(8) + "/\\/\\/\\IIIIIIMMMMNOGU" + "/\\").now();

        assertThat(assessment.needs()).extracting(Need::fact)
                .containsExactly("Missed 14 of 102 possible sessions: 6 illness, 4 other authorised, 4 unauthorised");
        assertThat(assessment.needs().get(0).firstOn()).isEqualTo("2026-11-05");
        assertThat(assessment.needs().get(0).lastOn()).isEqualTo("2026-11-13");
    }

    /** D, Q, X, Y, Y1 to Y7, Z, # and - are no possible sessions (Y1 to Y7 are stored as a to g). */
    @Test
    void leavesOutSessionsThatWereNotPossible() {
        assertThat(codes(withMarks("IIIIII" + "L".repeat(33) + "DQXYabcdefgZ#-Q").now())).isEmpty();
        assertThat(codes(withMarks("IIIIII" + "L".repeat(34) + "DQXYabcdefgZ#-").now())).containsExactly("SCHOOL_ABSENCE");
    }

    @Test
    void takesTheOtherSchoolsMarkForDualRegistration() {
        AFamily family = withMarks("DD".repeat(20)).marks(SCHOOLS, "999002", "ana", "2026-09-07", "I".repeat(4) + "L".repeat(36));

        assertThat(family.now().needs()).extracting(Need::fact, Need::evidence).containsExactly(tuple(
                "Missed 4 of 40 possible sessions: 4 illness, 0 other authorised, 0 unauthorised", List.of(SCHOOLS + "/feed/R2@1")));
    }

    @Test
    void countsASessionOnceThatTwoSchoolsMark() {
        AFamily family = withMarks("L".repeat(40)).marks(SCHOOLS, "999002", "ana", "2026-09-07", "N".repeat(40));

        assertThat(codes(family.now())).isEmpty();
    }

    @Test
    void showsTheAgenciesOfAllSchools() {
        AFamily family = withMarks("I".repeat(4) + "L".repeat(16)).marks("avonford-academies", "999104", "ana", "2026-10-05", "I".repeat(4) + "L".repeat(16));

        assertThat(family.now().needs()).extracting(Need::agency).containsExactly("avonford-academies", SCHOOLS);
    }

    @ParameterizedTest
    @CsvSource({"2026-08-31, true", "2026-09-01, false"})
    void startsAnewWithTheSchoolYear(String today, boolean holds) {
        AFamily family = aPupil().marks(SCHOOLS, "999001", "ana", "2026-06-01", "I".repeat(20) + "L".repeat(40));

        assertThat(codes(family.on(today)).contains("SCHOOL_ABSENCE")).isEqualTo(holds);
        assertThat(family.on("2026-08-31").lookAgainAt()).isEqualTo("2026-08-31T23:00:00Z");
    }

    @Test
    void leavesOutMarksFromTheEighteenthBirthdayOn() {
        AFamily family = aFamily().child("ana", "2008-09-14").marks(SCHOOLS, "999001", "ana", "2026-09-07", WEEK + "I".repeat(40));

        assertThat(codes(family.now())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GNOUGNOUGN, true", "GNOUGNOUGI, false"})
    void needsTenUnauthorisedSessions(String marks, boolean holds) {
        Assessment assessment = aPupil().marks(SCHOOLS, "999001", "ana", "2026-11-09", marks).now();

        assertThat(codes(assessment).contains("UNAUTHORISED_ABSENCE")).isEqualTo(holds);
    }

    /** Ten school weeks to 23 November: half-term (26 October) is none, so they begin on 14 September. */
    @ParameterizedTest
    @CsvSource({"2026-09-14, true", "2026-09-11, false"})
    void looksBackTenSchoolWeeksOverHalfTerm(String from, boolean holds) {
        AFamily family = aPupil().marks(SCHOOLS, "999001", "ana", from, "OO".repeat(5));

        assertThat(codes(family.now()).contains("UNAUTHORISED_ABSENCE")).isEqualTo(holds);
    }

    @Test
    void looksAgainWhenTheNextSchoolWeekBegins() {
        AFamily family = aPupil().marks(SCHOOLS, "999001", "ana", "2026-10-05", "OO".repeat(5));

        assertThat(family.on("2026-10-24").lookAgainAt()).isEqualTo("2026-11-02T00:00:00Z");
    }

    @Test
    void isUndecidedBeyondTheCalendar() {
        AFamily family = aPupil().marks(SCHOOLS, "999001", "ana", "2031-09-08", "OO".repeat(5));

        assertThat(family.on("2031-10-01").undecided())
                .containsExactly("UNAUTHORISED_ABSENCE: the school calendar does not cover the last 10 school weeks");
    }

    @Test
    void keepsSuddenAbsenceOffUntilSwitchedOn() {
        AFamily family = aPupil().marks(SCHOOLS, "999001", "ana", "2026-11-09", "I".repeat(20));
        assertThat(codes(family.now())).isEmpty();

        assertThat(codes(family.by(switchedOn("SUDDEN_ABSENCE")).now())).containsExactly("SUDDEN_ABSENCE");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-13, 1 absence without a reason after 5 school days", "2026-11-16,"})
    void findsAMarkWithoutReasonThatIsOlderThanFiveSchoolDays(String day, String fact) {
        AFamily family = aPupil().marks(SCHOOLS, "999001", "ana", day, "/N").by(switchedOn("SUDDEN_ABSENCE"));

        assertThat(family.now().needs()).extracting(Need::fact).isEqualTo(fact == null ? List.of() : List.of(fact));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-16, true", "2026-11-13, false"})
    void isOffRollWhenTheSchoolGoesOnWithoutTheChild(String registerEnd, boolean holds) {
        AFamily family = aPupil().marks(SCHOOLS, "999001", "ana", "2026-10-23", "/\\").marks(SCHOOLS, "999001", "ana", "2026-10-26", "ZZ")
                .registerEnds(SCHOOLS, "999001", registerEnd).by(switchedOn("OFF_ROLL"));

        assertThat(codes(family.now()).contains("OFF_ROLL")).isEqualTo(holds);
    }

    @Test
    void takesASilentSchoolForUndecidedNotForOffRoll() {
        AFamily family = aPupil().marks(SCHOOLS, "999001", "ana", "2026-09-07", "/\\").by(switchedOn("OFF_ROLL"));

        assertThat(family.now().undecided()).containsExactly("OFF_ROLL: it is not known until when the school has sent marks");
    }

    static Rules switchedOn(String... ids) {
        Rules rules = ShippedRules.rules();
        Set<String> on = Set.of(ids);
        List<NeedRule> needs = rules.needs().stream().filter(rule -> on.contains(rule.id())).map(rule -> new NeedRule(rule.id(), rule.version(),
                rule.title(), true, rule.group(), rule.outcome(), rule.directReferral(), rule.standsAlone(), rule.aloneAtGrades(), rule.condition(),
                rule.graded(), rule.supersedes(), rule.sentence(), rule.examples())).toList();
        return new Rules(needs, rules.harmTests(), rules.levels(), rules.alerts(), rules.pathways(), rules.registerWithinDays(), rules.concerns(),
                rules.localities(), rules.calendar());
    }
}
