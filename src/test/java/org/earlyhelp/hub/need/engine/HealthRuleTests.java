package org.earlyhelp.hub.need.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.need.engine.AFamily.HEALTH;
import static org.earlyhelp.hub.need.engine.AFamily.aFamily;
import static org.earlyhelp.hub.need.engine.AFamily.codes;
import static org.earlyhelp.hub.need.engine.Reports.asq;
import static org.earlyhelp.hub.need.engine.Reports.code;
import static org.earlyhelp.hub.need.engine.Reports.deleted;
import static org.earlyhelp.hub.need.engine.Reports.review;

import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.person.HealthFindings;
import org.earlyhelp.hub.person.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthRuleTests {
    private static final String SAFEGUARDING = "836881000000105";

    private static AFamily aToddler() {
        return aFamily().child("ana", "2024-02-14");
    }

    @ParameterizedTest
    @CsvSource({"NOT_BROUGHT, 2025-11-23, true", "MISSED, 2025-11-23, true", "MISSED, 2025-11-22, false", "DECLINED, 2026-11-01, false"})
    void countsReviewsMissedInAYear(String value, String on, boolean holds) {
        assertThat(codes(aToddler().says(HEALTH, "M1", review("REVIEW-12MONTH", value, on), "ana").now()).contains("HEALTH_REVIEW_MISSED")).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-19, true", "2026-09-20, false", "2026-10-20, false"})
    void endsAMissedReviewWhenItIsDoneThatDayOrLater(String doneOn, boolean holds) {
        AFamily family = aToddler().says(HEALTH, "M1", review("REVIEW-12MONTH", "DONE", doneOn), "ana")
                .says(HEALTH, "M2", review("REVIEW-12MONTH", "MISSED", "2026-09-20"), "ana");

        assertThat(codes(family.now()).contains("HEALTH_REVIEW_MISSED")).isEqualTo(holds);
    }

    @Test
    void doesNotEndAMissedReviewByAnotherReview() {
        AFamily family = aToddler().says(HEALTH, "M1", review("REVIEW-12MONTH", "MISSED", "2026-09-20"), "ana")
                .says(HEALTH, "M2", review("REVIEW-2-2.5YEAR", "DONE", "2026-10-20"), "ana");

        assertThat(family.now().needs()).extracting(Need::fact).containsExactly("Not brought to, or missed: 12 month review");
    }

    @Test
    void forgetsAReviewThatWasWithdrawn() {
        AFamily family = aToddler().says(HEALTH, "M1", review("REVIEW-12MONTH", "MISSED", "2026-09-20"), "ana")
                .says(HEALTH, "M2", deleted(HealthFindings.Kind.REVIEW, "REVIEW-12MONTH", "2026-09-20"), "ana");

        assertThat(codes(family.now())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025-11-23, true", "2025-11-22, false"})
    void countsResultsBelowTheCutOffForAYear(String on, boolean holds) {
        assertThat(codes(aToddler().says(HEALTH, "M1", asq("ASQ3-COMM", true, on), "ana").now()).contains("DEVELOPMENT_CONCERN")).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-09, true", "2026-03-10, false", "2026-03-11, false"})
    void endsAnAreaByAResultAtTheCutOffThatDayOrLater(String passedOn, boolean holds) {
        AFamily family = aToddler().says(HEALTH, "M1", asq("ASQ3-COMM", false, passedOn), "ana").says(HEALTH, "M2", asq("ASQ3-COMM", true, "2026-03-10"), "ana");

        assertThat(codes(family.now()).contains("DEVELOPMENT_CONCERN")).isEqualTo(holds);
    }

    @Test
    void keepsOtherAreasBelowTheCutOff() {
        AFamily family = aToddler().says(HEALTH, "M1", asq("ASQ3-COMM", true, "2026-03-10"), "ana").says(HEALTH, "M2", asq("ASQ3-GROSS", false, "2026-06-10"), "ana");

        assertThat(family.now().needs()).extracting(Need::fact).containsExactly("Below the ASQ-3 cut-off: communication");
    }

    @ParameterizedTest
    @ValueSource(strings = {"836881000000105", "1064961000000107", "878111000000109"})
    void holdsASafeguardingCodeHoweverOld(String code) {
        assertThat(codes(aToddler().says(HEALTH, "M1", code(code, "Y", "2024-02-20"), "ana").now())).containsExactly("SAFEGUARDING_CONCERN");
    }

    @ParameterizedTest
    @CsvSource({"878111000000109, 2026-11-09, true", "878111000000109, 2025-11-09, false", "836881000000105, 2026-11-09, false"})
    void hearsOfTheUnbornChildOnTheMothersRecord(String code, String on, boolean holds) {
        AFamily family = aToddler().adult("hannah").says(HEALTH, "M1", code(code, "Y", on), "hannah");

        assertThat(codes(family.now()).contains("SAFEGUARDING_CONCERN")).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"706893006", "417430008"})
    void onlyStoresCodesOfAdults(String code) {
        assertThat(codes(aToddler().says(HEALTH, "M1", code(code, "Y", "2026-02-20"), "ana").now())).isEmpty();
    }

    @Test
    void endsACodeByNOrByWithdrawalAndBeginsItAnew() {
        AFamily family = aToddler().says(HEALTH, "M1", code(SAFEGUARDING, "Y", "2025-01-10"), "ana").says(HEALTH, "M2", code(SAFEGUARDING, "N", "2025-02-10"), "ana");
        assertThat(codes(family.now())).isEmpty();

        family.says(HEALTH, "M3", code(SAFEGUARDING, "Y", "2025-03-10"), "ana");
        assertThat(family.now().needs()).extracting(Need::firstOn).hasToString("[2025-03-10]");

        family.says(HEALTH, "M4", deleted(HealthFindings.Kind.CODE, SAFEGUARDING, "2025-03-10"), "ana");
        assertThat(codes(family.now())).isEmpty();
    }

    @Test
    void ordersStateByTheObservationNotByArrival() {
        AFamily family = aToddler().says(HEALTH, "M1", code(SAFEGUARDING, "N", "2025-02-10"), "ana").says(HEALTH, "M2", code(SAFEGUARDING, "Y", "2025-01-10"), "ana");

        assertThat(codes(family.now())).isEmpty();
    }

    @Test
    void doesNotEndTheCodeOfOneChildByASiblings() {
        AFamily family = aToddler().child("ben", "2022-02-14").says(HEALTH, "M1", code(SAFEGUARDING, "Y", "2025-01-10"), "ana")
                .says(HEALTH, "M2", code(SAFEGUARDING, "N", "2025-02-10"), "ben");

        assertThat(family.now().needs()).extracting(Need::person).containsExactly("P-ana");
    }

    @Test
    void takesSilenceOfTheHealthServiceForUndecidedNotForOverdue() {
        AFamily family = aFamily().child("ana", "2025-08-01").by(SchoolRuleTests.switchedOn("REVIEW_OVERDUE"))
                .says(HEALTH, "M1", review("REVIEW-NEWBIRTH", "DONE", "2025-08-12"), "ana").says(HEALTH, "M2", review("REVIEW-6-8WEEK", "DONE", "2025-09-20"), "ana");
        assertThat(family.now().undecided()).containsExactly("REVIEW_OVERDUE: the health service has sent nothing of the child since the review fell due");

        family.says(HEALTH, "M3", asq("ASQ3-COMM", false, "2026-11-10"), "ana");
        assertThat(family.now().needs()).extracting(Need::fact).containsExactly("No record of: 12 month review");
    }

    @Test
    void noticesAnUnbornChildOnlyWhenSwitchedOn() {
        AFamily family = aFamily().member(new Member(9, "P-bump", true, null, null, true, false, false, false, null, null));
        family.says("avonford-police", "D1", 1, Reports.abuse("2026-11-18T20:00:00Z", null), family.mention(Role.UNBORN, "bump", "CERTAIN"));

        assertThat(codes(family.now())).containsExactly("DOMESTIC_ABUSE");
        assertThat(codes(family.by(SchoolRuleTests.switchedOn("UNBORN_CONCERN")).now())).containsExactly("UNBORN_CONCERN");
    }
}
