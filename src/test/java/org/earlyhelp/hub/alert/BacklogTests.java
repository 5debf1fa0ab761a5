package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.alert.support.Assessments.absence;
import static org.earlyhelp.hub.alert.support.Assessments.assessmentOf;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.alert.Backlog.Why;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.alert.support.Borough;
import org.earlyhelp.hub.identity.IdentityChanged;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Going live: history raises no clocked alert below level 4, and what waits is let go by a manager. */
class BacklogTests extends AlertRoomTest {
    @Test
    void historyOfShadowFeedsWaitsInsteadOfRaising() throws Exception {
        historyOf(family, child);

        assertThat(backlog().counts()).containsExactly(new Backlog.Count(2, Why.BEFORE_LIVE, 1, clock.instant()));
        assertThat(inbox()).isEmpty();
        assertThat(broker.drain(EARLY_HELP)).isEmpty();
    }

    @Test
    void aLevelFourThatStillHoldsNeverWaits() {
        historyOf(family, child);

        hub.assessed(assessed().with(missing(child, "avonford-police/missing-children/01K@1")).with(missingHigh(child)).unclocked().news());

        assertThat(inbox()).extracting(AlertRow::queue).containsExactly(AlertQueue.FIRST_CONTACT);
        assertThat(backlog().counts()).isEmpty();
    }

    @Test
    void aManagerReleasesSomeByLevel() {
        List<Borough.Family> waiting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clock.forward(Duration.ofMinutes(1));
            Borough.Family next = borough.family();
            historyOf(next, borough.child(next));
            waiting.add(next);
        }

        assertThat(backlog().release(3, 3, "duty.manager")).as("none at level 3").isEmpty();
        List<String> released = backlog().release(2, 2, "duty.manager");

        JsonNode told = taken(EARLY_HELP);
        assertThat(told.path("type").stringValue()).isEqualTo("earlyhelp.alert.raised.v1");
        assertThat(told.path("data").path("because").stringValue()).isEqualTo("RELEASED");
        assertThat(inbox()).extracting(AlertRow::family).containsExactly(waiting.get(0).ref(), waiting.get(1).ref());
        assertThat(inbox()).allMatch(row -> row.raisedAt().equals(clock.instant()));
        assertThat(backlog().waiting(2, 10)).containsExactly(waiting.get(2).ref(), waiting.get(3).ref(), waiting.get(4).ref());
        assertThat(backlog().releases(1)).containsExactly(new Backlog.Release(2, 2, released, "duty.manager", clock.instant()));
    }

    @Test
    void releasesEachFamilyOnce() {
        historyOf(family, child);

        assertThat(backlog().release(10, 2, "duty.manager")).hasSize(1);
        assertThat(backlog().release(10, 2, "duty.manager")).isEmpty();
        historyOf(family, child);

        assertThat(inbox()).hasSize(1);
        assertThat(backlog().counts()).isEmpty();
    }

    @Test
    void liveNewsRaisesAFamilyThatWaits() {
        historyOf(family, child);

        raiseEarlyHelp("N1");

        assertThat(inbox()).hasSize(1);
        assertThat(backlog().counts()).isEmpty();
    }

    @Test
    void historyThatHoldsNoMoreLeaves() {
        historyOf(family, child);

        hub.assessed(assessed().nothingNew());

        assertThat(backlog().counts()).isEmpty();
        assertThat(inbox()).isEmpty();
    }

    @Test
    void followsAMergedFamily() {
        historyOf(family, child);
        Borough.Family other = borough.family();

        hub.tell(new IdentityChanged(IdentityChanged.Kind.FAMILY_MERGED, other.ref(), family.ref(), List.of(other.id(), family.id()), List.of(other.ref(), family.ref())));

        assertThat(backlog().waiting(2, 10)).containsExactly(other.ref());
    }

    @Test
    void aFamilyPartedFromOneThatWaitsKeepsItsPlace() {
        historyOf(family, child);
        Borough.Family parted = borough.family();

        hub.tell(new IdentityChanged(IdentityChanged.Kind.FAMILY_SPLIT, family.ref(), parted.ref(), List.of(family.id(), parted.id()), List.of(family.ref(), parted.ref())));
        hub.assessed(assessmentOf(parted.id(), parted.ref()).child(child, false).with(missing(child)).unclocked().nothingNew());
        hub.assessed(assessed().nothingNew());

        assertThat(backlog().waiting(2, 10)).containsExactly(parted.ref());
        assertThat(inbox()).isEmpty();
    }

    /** Twelve months of a borough, month by month, into feeds that are not live: needs come and go, some reach level 4. */
    @Test
    void aFirstLoadOfTwelveMonthsRaisesNoClockedAlertBelowLevelFour() throws Exception {
        int levelFour = 0;
        for (int number = 0; number < 10; number++) {
            Borough.Family next = borough.family();
            String pupil = borough.child(next);
            for (int month = 0; month < 12; month++) {
                String notice = borough.missing("N" + number + "-" + month, pupil, RiskGrade.LOW);
                var history = assessmentOf(next.id(), next.ref()).child(pupil, false).with(missing(pupil, notice)).unclocked();
                hub.assessed((month % 3 == 0 ? history.with(absence(pupil, "SEVERE")) : history).news());
            }
            if (number % 5 == 0) {
                levelFour++;
                hub.assessed(assessmentOf(next.id(), next.ref()).child(pupil, false).with(missingHigh(pupil)).unclocked().news());
            }
        }

        assertThat(inbox()).hasSize(levelFour).allMatch(row -> row.level() == 4);
        assertThat(backlog().counts()).extracting(Backlog.Count::families).containsExactly(8L);
        assertThat(broker.drain(EARLY_HELP)).isEmpty();
    }

    @Test
    void aCancelledNoticeLeavesTheBacklogToo() {
        String notice = borough.missing("N1", child, RiskGrade.LOW);
        hub.assessed(assessed().with(missing(child, notice)).unclocked().news());
        borough.missing("N1", 2, Kind.CANCELLED, child, null);

        hub.assessed(assessed().nothingNew());

        assertThat(backlog().counts()).isEmpty();
    }

    private void historyOf(Borough.Family one, String pupil) {
        hub.assessed(assessmentOf(one.id(), one.ref()).child(pupil, false).with(missing(pupil)).unclocked().news());
    }

    private List<AlertRow> inbox() {
        return hub.bean(AlertDirectory.class).inbox(100);
    }

    private Backlog backlog() {
        return hub.bean(Backlog.class);
    }
}
