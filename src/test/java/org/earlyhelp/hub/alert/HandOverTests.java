package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two doors hand a family to each other; somebody who looks at any moment finds exactly one owner. */
class HandOverTests extends AlertRoomTest {
    private static final int HAND_OVERS = 20;

    @Test
    void neverLeavesAMomentWithoutOneOwner() throws Exception {
        raiseEarlyHelp("N1");
        Set<Long> seen = new ConcurrentSkipListSet<>();
        CountDownLatch over = new CountDownLatch(1);
        Thread onlooker = new Thread(() -> look(seen, over));
        onlooker.start();

        for (int i = 0; i < HAND_OVERS; i++) {
            decide("D" + i, i % 2 == 0 ? Outcome.SAFEGUARDING : Outcome.EMERGING);
        }
        over.countDown();
        onlooker.join();

        assertThat(seen).containsExactly(1L);
    }

    @Test
    void stepsUpWithoutAMomentBetween() throws Exception {
        raiseEarlyHelp("N1");
        Set<Long> seen = new ConcurrentSkipListSet<>();
        CountDownLatch over = new CountDownLatch(1);
        Thread onlooker = new Thread(() -> look(seen, over));
        onlooker.start();

        String high = borough.missing("N2", child, RiskGrade.HIGH);
        hub.assessed(assessed().with(missing(child, high)).with(missingHigh(child, high)).news());
        over.countDown();
        onlooker.join();

        assertThat(seen).containsExactly(1L);
        assertThat(open()).extracting(AlertRow::queue).containsExactly(AlertQueue.FIRST_CONTACT);
    }

    @Test
    void namesTheDirectionInItsHistory() {
        raiseEarlyHelp("N1");
        String earlyHelp = open().get(0).alert();
        decide("D1", Outcome.SAFEGUARDING);
        String firstContact = open().get(0).alert();
        decide("D2", Outcome.UNIVERSAL);

        assertThat(stepsOf(earlyHelp)).containsExactly("RAISED", "HANDED_UP");
        assertThat(stepsOf(firstContact)).containsExactly("RAISED", "HANDED_DOWN");
        assertThat(open()).extracting(AlertRow::queue).containsExactly(AlertQueue.EARLY_HELP);
    }

    private void look(Set<Long> seen, CountDownLatch over) {
        JdbcClient reader = JdbcClient.create(database);
        do {
            seen.add(reader.sql("SELECT count(*) FROM alert WHERE status IN ('RAISED', 'ACKNOWLEDGED')").query(Long.class).single());
        } while (over.getCount() > 0);
    }

    private void decide(String id, Outcome outcome) {
        AlertRow open = open().get(0);
        hub.decisions().apply(new Decision(id, open.alert(), open.version(), Decision.Action.OUTCOME, outcome, null, null, null, "m.ali", clock.instant(), null, null, null));
    }

    private List<AlertRow> open() {
        return hub.bean(AlertDirectory.class).inbox(10);
    }

    private List<String> stepsOf(String alert) {
        return hub.bean(AlertDirectory.class).alert(alert).orElseThrow().steps().stream().map(AlertHistory.Step::event).toList();
    }
}
