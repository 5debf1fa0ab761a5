package org.earlyhelp.hub.need.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.need.engine.AFamily.HEALTH;
import static org.earlyhelp.hub.need.engine.AFamily.POLICE;
import static org.earlyhelp.hub.need.engine.AFamily.SCHOOLS;
import static org.earlyhelp.hub.need.engine.AFamily.aFamily;
import static org.earlyhelp.hub.need.engine.AFamily.known;
import static org.earlyhelp.hub.need.engine.Reports.code;
import static org.earlyhelp.hub.need.engine.Reports.missing;
import static org.earlyhelp.hub.need.engine.Reports.returned;
import static org.earlyhelp.hub.need.engine.Reports.review;

import java.time.Instant;
import org.earlyhelp.hub.need.LiveFeeds;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.earlyhelp.hub.person.Role;
import org.junit.jupiter.api.Test;

class NewEvidenceTests {
    private static AFamily missingOnce() {
        return aFamily().child("ana", "2012-05-01").says(POLICE, "N1", missing("2026-11-21T10:00:00Z", RiskGrade.LOW), "ana");
    }

    @Test
    void isAnEpisodeAndTheNeedItMakes() {
        Judged judged = missingOnce().judged();

        assertThat(judged.assessment().newEvidence()).containsExactlyInAnyOrder("EPISODE:R1", "NEED:MISSING:P-ana");
        assertThat(judged.keysToRemember()).containsExactly("EPISODE:R1");
    }

    @Test
    void isNoneTheSecondTime() {
        AFamily family = missingOnce();

        assertThat(family.after(family.judged()).newEvidence()).isEmpty();
    }

    @Test
    void isAFurtherEpisodeButNoFurtherVersionOfOne() {
        AFamily family = missingOnce();
        Judged before = family.judged();
        family.says(POLICE, "N1", 2, returned("2026-11-21T10:00:00Z", "2026-11-22T10:00:00Z"), new HeldRecord.Mentioned[0]);
        assertThat(family.after(before).newEvidence()).isEmpty();

        family.says(POLICE, "N2", missing("2026-11-22T20:00:00Z", RiskGrade.LOW), "ana");
        assertThat(family.after(before).newEvidence()).containsExactly("EPISODE:R3");
    }

    @Test
    void keepsTheNameOfAnEpisodeWhenAnOlderVersionComesLate() {
        AFamily family = aFamily().child("ana", "2012-05-01");
        family.says(POLICE, "N1", 2, missing(Kind.RISK_CHANGE, "2026-11-21T10:00:00Z", RiskGrade.LOW, null, null, null), family.mention(Role.CHILD, "ana", "CERTAIN"));
        Judged before = family.judged();

        assertThat(family.says(POLICE, "N1", missing("2026-11-21T10:00:00Z", RiskGrade.LOW), "ana").after(before).newEvidence()).isEmpty();
    }

    @Test
    void isANewHarmTestOfAKnownEpisode() {
        AFamily family = missingOnce();
        Judged before = family.judged();
        family.says(POLICE, "N1", 2, missing(Kind.RISK_CHANGE, "2026-11-21T10:00:00Z", RiskGrade.HIGH, null, null, null), new HeldRecord.Mentioned[0]);

        assertThat(family.after(before).newEvidence()).containsExactly("HARM:MISSING_HIGH:R1");
    }

    @Test
    void isAHigherGradeButNoLowerOne() {
        AFamily family = aFamily().child("ana", "2014-02-01").marks(SCHOOLS, "999001", "ana", "2026-09-07", "I".repeat(19) + "L".repeat(21));
        Judged before = family.judged();
        AFamily worse = aFamily().child("ana", "2014-02-01").marks(SCHOOLS, "999001", "ana", "2026-09-07", "I".repeat(20) + "L".repeat(20));

        assertThat(worse.after(before).newEvidence()).containsExactly("GRADE:SCHOOL_ABSENCE:SEVERE:P-ana");
        assertThat(family.after(worse.judged()).newEvidence()).isEmpty();
    }

    @Test
    void isNoFurtherMarkNorARepeatedCode() {
        AFamily family = aFamily().child("ana", "2014-02-01").marks(SCHOOLS, "999001", "ana", "2026-09-07", "I".repeat(5) + "L".repeat(35))
                .says(HEALTH, "M1", code("342191000000101", "Y", "2026-01-10"), "ana");
        Judged before = family.judged();
        family.marks(SCHOOLS, "999001", "ana", "2026-10-12", "II").says(HEALTH, "M2", code("342191000000101", "Y", "2026-11-10"), "ana");

        assertThat(family.after(before).newEvidence()).isEmpty();
    }

    @Test
    void isAnotherReviewMissedButNotTheSameSentAgain() {
        AFamily family = aFamily().child("ana", "2024-02-14").says(HEALTH, "M1", review("REVIEW-12MONTH", "MISSED", "2026-02-20"), "ana");
        Judged before = family.judged();
        family.says(HEALTH, "M2", review("REVIEW-12MONTH", "MISSED", "2026-02-20"), "ana");
        assertThat(family.after(before).newEvidence()).isEmpty();

        family.says(HEALTH, "M3", review("REVIEW-2-2.5YEAR", "NOT_BROUGHT", "2026-10-20"), "ana");
        assertThat(family.after(before).newEvidence()).containsExactly("REVIEW:REVIEW-2-2.5YEAR:R3");
    }

    @Test
    void comesByTimeOnlyForAChildStillMissing() {
        AFamily family = missingOnce();
        Judged before = family.judged("2026-11-22T08:40:00Z", Known.NOTHING);

        assertThat(family.judged("2026-11-24T10:00:00Z", known(before)).assessment().newEvidence()).containsExactly("HARM:STILL_MISSING:R1");
        assertThat(family.judged("2026-11-24T09:59:59Z", known(before)).assessment().newEvidence()).isEmpty();
    }

    @Test
    void isNotClockedWhileItsFeedIsShadow() {
        LiveFeeds fromNovember = (agency, feed, occurredAt, receivedAt) -> !occurredAt.isBefore(Instant.parse("2026-11-01T00:00:00Z"));
        AFamily old = aFamily().child("ana", "2012-05-01").says(POLICE, "N1", missing(Kind.RETURNED, "2026-10-31T10:00:00Z", RiskGrade.LOW, null, "2026-10-31T12:00:00Z", null), "ana");

        assertThat(old.live(fromNovember).now().clocked()).isFalse();
        assertThat(old.now().needs()).hasSize(1);
        assertThat(missingOnce().live(fromNovember).now().clocked()).isTrue();
    }

    @Test
    void isClockedInAShadowFeedAtLevelFour() {
        AFamily family = aFamily().child("ana", "2012-05-01").says(POLICE, "N1", missing("2026-10-31T10:00:00Z", RiskGrade.HIGH), "ana");

        assertThat(family.live((agency, feed, occurredAt, receivedAt) -> false).now().clocked()).isTrue();
    }
}
