package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.alert.support.Assessments.absence;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import org.earlyhelp.hub.alert.Decision.Feedback;
import org.earlyhelp.hub.alert.FeedbackRates.Rate;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.need.RuleRef;
import org.junit.jupiter.api.Test;

class FeedbackRatesTests extends AlertRoomTest {
    private static final RuleRef STANDS_ALONE = new RuleRef("stands-alone", 1);

    @Test
    void keepsARateForEachRule() {
        raiseEarlyHelp("N1");
        assertThat(rates()).containsExactly(new Rate(STANDS_ALONE, 1, 0, 0, 0));
        assertThat(rates()[0].usefulPercent()).isEqualTo(-1);

        say("D1", 1, "m.ali", Feedback.USEFUL);
        say("D2", 1, "b.jones", Feedback.NOT_USEFUL);
        say("D3", 1, "c.smith", Feedback.ALREADY_KNOWN);

        assertThat(rates()).containsExactly(new Rate(STANDS_ALONE, 1, 1, 1, 1));
        assertThat(rates()[0].usefulPercent()).isEqualTo(33);
    }

    @Test
    void thePersonsLastWordCounts() {
        raiseEarlyHelp("N1");

        say("D1", 1, "m.ali", Feedback.NOT_USEFUL);
        clock.forward(java.time.Duration.ofMinutes(5));
        say("D2", 1, "m.ali", Feedback.USEFUL);
        say("D2", 1, "m.ali", Feedback.NOT_USEFUL);

        assertThat(rates()).containsExactly(new Rate(STANDS_ALONE, 1, 1, 0, 0));
    }

    @Test
    void countsTheRulesOfTheVersionThatWasAnswered() {
        String notice = raiseFirstContact("N1");
        hub.assessed(assessed().with(missing(child, notice)).with(missingHigh(child, notice)).with(absence(child, "")).news());

        say("D1", 1, "m.ali", Feedback.USEFUL);

        assertThat(rates()).containsExactly(new Rate(new RuleRef("first-contact", 1), 1, 1, 0, 0), new Rate(STANDS_ALONE, 1, 1, 0, 0));
    }

    private void say(String id, int version, String by, Feedback feedback) {
        String alert = hub.bean(AlertDirectory.class).ofFamily(family.ref()).get(0).alert();
        hub.decisions().apply(new Decision(id, alert, version, Decision.Action.FEEDBACK, null, feedback, null, null, by, clock.instant(), null, null, null));
    }

    private Rate[] rates() {
        return hub.bean(FeedbackRates.class).rates().toArray(Rate[]::new);
    }
}
