package org.earlyhelp.hub.alert.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.alert.DueState;
import org.earlyhelp.hub.alert.FollowUp;
import org.earlyhelp.hub.alert.FollowUp.Kind;
import org.earlyhelp.hub.alert.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FollowUpClocksTests {
    private static final Instant HOME = Instant.parse("2026-10-24T12:00:00Z");
    private static final Instant DECIDED = Instant.parse("2026-10-20T09:00:00Z");

    @Test
    void aReturnConversationIsDueInSeventyTwoHours() {
        FollowUp talk = FollowUpClocks.afterReturn(new FollowUpClocks.Return("P-7Q2MXA", HOME), List.of(HOME.minusSeconds(1)));

        assertThat(talk).isEqualTo(new FollowUp(Kind.RETURN_CONVERSATION, "P-7Q2MXA", HOME, Instant.parse("2026-10-27T12:00:00Z"), null));
        assertThat(talk.state(HOME)).isEqualTo(DueState.IN_TIME);
        assertThat(talk.state(Instant.parse("2026-10-27T12:00:00Z"))).isEqualTo(DueState.OVERDUE);
    }

    @Test
    void aConversationAfterTheReturnIsDone() {
        FollowUp talk = FollowUpClocks.afterReturn(new FollowUpClocks.Return("P-7Q2MXA", HOME), List.of(HOME.plusSeconds(60)));

        assertThat(talk.doneAt()).isEqualTo(HOME.plusSeconds(60));
        assertThat(talk.state(HOME.plusSeconds(999_999))).isEqualTo(DueState.DONE);
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, names = {"EMERGING", "INTENSIVE"})
    void startsAssessmentAndReviewsAtTheCivilTimeOfTheDecision(Outcome outcome) {
        List<FollowUp> due = FollowUpClocks.afterDecision(outcome, DECIDED, DECIDED);

        assertThat(due).extracting(FollowUp::kind).containsExactly(Kind.ASSESSMENT, Kind.SIX_WEEK_REVIEW);
        assertThat(due).extracting(FollowUp::dueAt).containsExactly(Instant.parse("2026-11-04T10:00:00Z"), Instant.parse("2026-12-01T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01T23:00:00Z, 2026-12-01T10:00:00Z", "2026-12-02T00:00:00Z, 2027-01-12T10:00:00Z", "2027-01-13T00:00:00Z, 2027-02-23T10:00:00Z"})
    void showsTheNextReviewFromDayToDay(Instant now, Instant due) {
        assertThat(FollowUpClocks.afterDecision(Outcome.EMERGING, DECIDED, now).get(1).dueAt()).isEqualTo(due);
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, names = {"UNIVERSAL", "SAFEGUARDING"})
    void startsNothingForOtherOutcomes(Outcome outcome) {
        assertThat(FollowUpClocks.afterDecision(outcome, DECIDED, DECIDED)).isEmpty();
    }
}
