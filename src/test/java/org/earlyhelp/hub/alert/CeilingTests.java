package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.alert.support.Assessments.assessmentOf;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.alert.Backlog.Why;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.alert.support.Borough;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two alerts a day for early help; the rest waits, is counted, and nothing is lost. */
class CeilingTests extends AlertRoomTest {
    private static final String SETTING = "hub.alert-early-help-daily-ceiling";

    @BeforeAll
    static void twoADay() {
        System.setProperty(SETTING, "2");
    }

    @AfterAll
    static void noCeiling() {
        System.clearProperty(SETTING);
    }

    @Test
    void whatIsOverTheCeilingWaits() throws Exception {
        List<Borough.Family> families = raiseFor(5);

        assertThat(broker.take(EARLY_HELP, 2)).hasSize(2);
        assertThat(broker.drain(EARLY_HELP)).isEmpty();
        assertThat(backlog().counts()).extracting(Backlog.Count::why, Backlog.Count::families).containsExactly(org.assertj.core.groups.Tuple.tuple(Why.OVER_CEILING, 3L));
        assertThat(backlog().waiting(2, 10)).containsExactly(families.get(2).ref(), families.get(3).ref(), families.get(4).ref());
    }

    @Test
    void levelFourHasNoCeiling() throws Exception {
        raiseFor(2);
        for (int i = 0; i < 4; i++) {
            Borough.Family next = borough.family();
            hub.assessed(assessmentOf(next.id(), next.ref()).child(borough.child(next), false).with(missingHigh(child)).news());
        }

        assertThat(broker.take(FIRST_CONTACT, 4)).hasSize(4);
    }

    @Test
    void theNextDayHasAlertsOfItsOwn() {
        raiseFor(3);
        clock.forward(Duration.between(clock.instant(), Instant.parse("2026-11-23T00:00:00Z")));

        raiseFor(3);

        assertThat(hub.bean(AlertDirectory.class).inbox(10)).hasSize(4);
        assertThat(backlog().counts().get(0).families()).isEqualTo(2);
    }

    @Test
    void releasedAlertsTakeNobodysPlace() {
        raiseFor(3);

        assertThat(backlog().release(5, 2, "duty.manager")).hasSize(1);

        assertThat(backlog().counts()).isEmpty();
        assertThat(hub.bean(AlertDirectory.class).inbox(10)).hasSize(3);
    }

    @Test
    void timeTakesNobodyOutOfTheQueue() {
        raiseFor(2);
        String notice = borough.missing("N1", child, RiskGrade.LOW);
        hub.assessed(assessed().with(missing(child, notice)).news());

        hub.assessed(assessed().nothingNew());

        assertThat(backlog().waiting(2, 10)).containsExactly(family.ref());
    }

    @Test
    void aCorrectionDoes() {
        raiseFor(2);
        String notice = borough.missing("N1", child, RiskGrade.LOW);
        hub.assessed(assessed().with(missing(child, notice)).news());
        borough.missing("N1", 2, Kind.CANCELLED, child, null);

        hub.assessed(assessed().nothingNew());

        assertThat(backlog().counts()).isEmpty();
    }

    @Test
    void aHandedOverFamilyNeverWaits() {
        raiseFor(2);
        raiseFirstContact("N1");
        AlertRow firstContact = hub.bean(AlertDirectory.class).ofFamily(family.ref()).get(0);

        hub.decisions().apply(new Decision("D1", firstContact.alert(), 1, Decision.Action.OUTCOME, Outcome.EMERGING, null, null, null, "m.ali", clock.instant(), null, null, null));

        assertThat(hub.bean(AlertDirectory.class).ofFamily(family.ref()).get(0).queue()).isEqualTo(AlertQueue.EARLY_HELP);
    }

    private List<Borough.Family> raiseFor(int count) {
        List<Borough.Family> families = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Borough.Family next = borough.family();
            String pupil = borough.child(next);
            hub.assessed(assessmentOf(next.id(), next.ref()).child(pupil, false).with(missing(pupil)).news());
            families.add(next);
        }
        return families;
    }

    private Backlog backlog() {
        return hub.bean(Backlog.class);
    }
}
