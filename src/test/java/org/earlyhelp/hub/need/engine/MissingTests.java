package org.earlyhelp.hub.need.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.earlyhelp.hub.need.engine.AFamily.POLICE;
import static org.earlyhelp.hub.need.engine.AFamily.aFamily;
import static org.earlyhelp.hub.need.engine.AFamily.codes;
import static org.earlyhelp.hub.need.engine.Reports.missing;
import static org.earlyhelp.hub.need.engine.Reports.returned;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.person.MissingReport.RiskFlag;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.earlyhelp.hub.person.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingTests {
    private static AFamily aTeenager() {
        return aFamily().child("ana", "2012-05-01");
    }

    /** Both sides of the window, also over the days on which the clocks change. */
    @ParameterizedTest
    @CsvSource({"2026-08-25T23:30:00Z, 2026-11-24, true", "2026-08-25T22:30:00Z, 2026-11-24, false",
        "2025-12-29T00:30:00Z, 2026-03-29, true", "2025-12-28T23:30:00Z, 2026-03-29, false",
        "2026-07-27T00:30:00+01:00, 2026-10-25, true", "2026-07-26T23:30:00+01:00, 2026-10-25, false"})
    void countsNinetyLondonDates(String reportedAt, String today, boolean holds) {
        AFamily family = aTeenager().says(POLICE, "N1", missing(OffsetDateTime.parse(reportedAt).toInstant().toString(),
                RiskGrade.LOW), "ana");

        assertThat(codes(family.on(today)).contains("MISSING")).isEqualTo(holds);
    }

    @Test
    void gradesThreeEpisodesOfOneChildAsRepeat() {
        AFamily family = aTeenager().says(POLICE, "N1", missing("2026-08-25T10:00:00Z", RiskGrade.LOW), "ana")
                .says("westmarch-police", "N2", missing("2026-10-02T10:00:00Z", RiskGrade.LOW), "ana")
                .says(POLICE, "N3", missing("2026-11-21T10:00:00Z", RiskGrade.LOW), "ana");

        assertThat(family.now().needs()).containsExactly(
                new Need("MISSING", "missing", "SAFE_FROM_ABUSE_AND_EXPLOITATION", "P-ana", POLICE, "REPEAT", "Reported missing 3 times in 90 days",
                        LocalDate.of(2026, 8, 25), LocalDate.of(2026, 11, 21), List.of(POLICE + "/feed/R3@1", POLICE + "/feed/R1@1")),
                new Need("MISSING", "missing", "SAFE_FROM_ABUSE_AND_EXPLOITATION", "P-ana", "westmarch-police", "REPEAT", "Reported missing 3 times in 90 days",
                        LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 2), List.of("westmarch-police/feed/R2@1")));
        assertThat(codes(family.on("2026-11-24"))).containsExactly("MISSING");
    }

    @Test
    void doesNotAddUpEpisodesOfSiblings() {
        AFamily family = aTeenager().child("ben", "2013-05-01").says(POLICE, "N1", missing("2026-10-25T10:00:00Z", RiskGrade.LOW), "ana")
                .says(POLICE, "N2", missing("2026-11-02T10:00:00Z", RiskGrade.LOW), "ben")
                .says(POLICE, "N3", missing("2026-11-21T10:00:00Z", RiskGrade.LOW), "ana");

        assertThat(codes(family.now())).containsExactly("MISSING");
    }

    @Test
    void takesTheTimeOfTheLowestVersionHeld() {
        AFamily family = aTeenager()
                .says(POLICE, "N1", 3, missing(Kind.RISK_CHANGE, "2026-11-20T10:00:00Z", RiskGrade.LOW, null, null, null), new HeldRecord.Mentioned[0]);
        family.says(POLICE, "N1", 2, missing("2026-08-24T10:00:00Z", RiskGrade.LOW), family.mention(Role.CHILD, "ana", "CERTAIN"));

        assertThat(codes(family.now())).isEmpty();
    }

    @Test
    void keepsTheNeedWhenTheChildReturns() {
        AFamily family = aTeenager().says(POLICE, "N1", missing("2026-11-21T10:00:00Z", RiskGrade.LOW), "ana")
                .says(POLICE, "N1", 2, returned("2026-11-21T10:00:00Z", "2026-11-22T10:00:00Z"), new HeldRecord.Mentioned[0]);

        assertThat(family.now().needs()).extracting(Need::fact, Need::evidence)
                .containsExactly(tuple("Reported missing once in 90 days", List.of(POLICE + "/feed/R2@2")));
    }

    @Test
    void inheritsFlagsUntilAHigherVersionStatesThem() {
        AFamily family = aTeenager().says(POLICE, "N1", missing("2026-06-01T10:00:00Z", RiskGrade.LOW, RiskFlag.NRM, RiskFlag.SELF_HARM), "ana")
                .says(POLICE, "N1", 2, returned("2026-06-01T10:00:00Z", "2026-06-02T10:00:00Z"), new HeldRecord.Mentioned[0]);
        assertThat(codes(family.now())).containsExactly("EXPLOITATION_RISK", "MENTAL_HEALTH");

        family.says(POLICE, "N1", 3, missing(Kind.CORRECTION, "2026-06-01T10:00:00Z", null, Set.of(RiskFlag.MEDICAL), null, null), new HeldRecord.Mentioned[0]);
        assertThat(codes(family.now())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-05-27T10:00:00Z, true", "2026-05-26T10:00:00Z, false"})
    void looksBackHalfAYearForFlags(String reportedAt, boolean holds) {
        Assessment assessment = aTeenager().says(POLICE, "N1", missing(Kind.RETURNED, reportedAt, RiskGrade.LOW, Set.of(RiskFlag.CSE), reportedAt, null), "ana").now();

        assertThat(codes(assessment).contains("EXPLOITATION_RISK")).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"2008-11-22, true", "2008-11-21, false"})
    void countsOnlyWhoWasUnderEighteenThen(String born, boolean holds) {
        Assessment assessment = aFamily().child("ana", born).says(POLICE, "N1", missing("2026-11-21T10:00:00Z", RiskGrade.LOW), "ana").now();

        assertThat(codes(assessment).contains("MISSING")).isEqualTo(holds);
    }

    @Test
    void reckonsAChildOfUnknownAgeAsAChildAndSaysSo() {
        Assessment assessment = aFamily().child("ana", null).says(POLICE, "N1", missing("2026-11-23T08:00:00Z", RiskGrade.LOW), "ana").now();

        assertThat(codes(assessment)).containsExactly("MISSING");
        assertThat(assessment.notes()).containsExactly("The date of birth of a child is not known: the child is taken as under 11.");
        assertThat(assessment.lookAgainAt()).isEqualTo("2026-11-24T08:00:00Z");
    }

    @Test
    void leavesOutAChildWhoDiedAndTellsAManager() {
        Assessment assessment = aFamily().member(new Member(7, "P-ana", true, LocalDate.of(2012, 5, 1), null, false, true, false, false, null, null))
                .says(POLICE, "N1", missing("2026-11-21T10:00:00Z", RiskGrade.HIGH), "ana").now();

        assertThat(assessment.needs()).isEmpty();
        assertThat(assessment.level()).isEqualTo(1);
        assertThat(assessment.rules()).isEmpty();
        assertThat(assessment.notes()).containsExactly(
                "A person of this family is recorded as having died; facts about them are left out. Ask a manager to look.");
    }

    @Test
    void looksAgainAtTheMidnightTheWindowEnds() {
        Assessment assessment = aTeenager().says(POLICE, "N1", missing(Kind.RETURNED, "2026-09-01T10:00:00Z", RiskGrade.LOW, null, "2026-09-01T12:00:00Z", null), "ana").now();

        assertThat(assessment.lookAgainAt()).isEqualTo("2026-12-01T00:00:00Z");
    }
}
