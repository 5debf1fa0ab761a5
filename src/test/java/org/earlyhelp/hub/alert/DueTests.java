package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.alert.support.Assessments.missing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.junit.jupiter.api.Test;

/** What the inbox and the alert's page say of clocks, read back from the database. */
class DueTests extends AlertRoomTest {
    @Test
    void tellsWhatIsDueSoonAndOverdue() {
        raiseEarlyHelp("N1");

        assertThat(only().dueState(clock.instant())).isEqualTo(DueState.IN_TIME);
        assertThat(only().dueState(clock.instant().plus(Duration.ofHours(18)))).isEqualTo(DueState.DUE_SOON);
        assertThat(only().dueState(clock.instant().plus(Duration.ofHours(24)))).isEqualTo(DueState.OVERDUE);
        say("D1", Decision.Action.ACKNOWLEDGED, null);
        assertThat(only().dueAt()).isEqualTo("2026-11-24T06:01:02Z");
        assertThat(only().dueState(clock.instant().plus(Duration.ofHours(24)))).isEqualTo(DueState.IN_TIME);
        say("D2", Decision.Action.OUTCOME, Outcome.UNIVERSAL);
        assertThat(only().dueState(clock.instant().plus(Duration.ofHours(99)))).isEqualTo(DueState.DONE);
    }

    @Test
    void readsTheSameTimesWhereverTheMachineStands() {
        TimeZone home = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            raiseEarlyHelp("N1");
            assertThat(only().acknowledgeBy()).isEqualTo("2026-11-23T06:01:02Z");
        } finally {
            TimeZone.setDefault(home);
        }
        assertThat(only().decideBy()).isEqualTo("2026-11-24T06:01:02Z");
    }

    @Test
    void asksForAConversationAfterAReturn() {
        String notice = borough.missing("N1", child, RiskGrade.LOW);
        hub.assessed(assessed().with(missing(child, notice)).news());
        assertThat(followUps()).isEmpty();

        borough.record("avonford-police", "missing-children", "N1", 2, returned("2026-11-22T05:00:00Z"), child);
        assertThat(followUps()).containsExactly(new FollowUp(FollowUp.Kind.RETURN_CONVERSATION, child,
                Instant.parse("2026-11-22T05:00:00Z"), Instant.parse("2026-11-25T05:00:00Z"), null));

        say("D1", Decision.Action.RETURN_CONVERSATION, null);
        assertThat(followUps().get(0).state(clock.instant())).isEqualTo(DueState.DONE);
    }

    @Test
    void asksForNoneWhenTheNoticeIsCancelled() {
        String notice = borough.missing("N1", child, RiskGrade.LOW);
        hub.assessed(assessed().with(missing(child, notice)).news());
        borough.record("avonford-police", "missing-children", "N1", 2, returned("2026-11-22T05:00:00Z"), child);
        borough.missing("N1", 3, Kind.CANCELLED, child, null);

        assertThat(followUps()).isEmpty();
    }

    @Test
    void startsReviewsAtTheOutcome() {
        raiseEarlyHelp("N1");

        say("D1", Decision.Action.OUTCOME, Outcome.INTENSIVE);

        assertThat(followUps()).extracting(FollowUp::kind).containsExactly(FollowUp.Kind.ASSESSMENT, FollowUp.Kind.SIX_WEEK_REVIEW);
        assertThat(followUps()).extracting(FollowUp::dueAt).containsExactly(Instant.parse("2026-12-07T06:01:02Z"), Instant.parse("2027-01-03T06:01:02Z"));
    }

    private List<FollowUp> followUps() {
        return hub.bean(AlertDirectory.class).followUps(only().alert(), clock.instant());
    }

    private void say(String id, Decision.Action action, Outcome outcome) {
        hub.decisions().apply(new Decision(id, only().alert(), 1, action, outcome, null, null, null, "m.ali", clock.instant(), null, null, null));
    }

    private static MissingReport returned(String at) {
        return new MissingReport(Kind.RETURNED, "Avonford", Instant.parse("2026-11-21T20:00:00Z"), null, MissingReport.MissingFrom.HOME, null, Set.of(), Instant.parse(at), null);
    }
}
