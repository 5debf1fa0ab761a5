package org.earlyhelp.hub.need.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.need.engine.AFamily.HEALTH;
import static org.earlyhelp.hub.need.engine.AFamily.SCHOOLS;
import static org.earlyhelp.hub.need.engine.AFamily.aFamily;
import static org.earlyhelp.hub.need.engine.AFamily.codes;
import static org.earlyhelp.hub.need.engine.Reports.review;

import java.nio.file.Path;
import java.time.LocalDate;
import org.earlyhelp.hub.need.RulesFolder;
import org.earlyhelp.hub.need.ShippedRules;
import org.earlyhelp.hub.need.rules.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed that is late or failing never produces a "missed" need by its silence: for more than a year after the last word of any agency nothing comes to hold. */
class SilenceTests {
    private static final LocalDate LAST_WORD = LocalDate.of(2026, 11, 20);
    private static final int DAYS = 400;

    /** A baby whose next reviews fall due while nobody sends anything, and a pupil at every session so far. */
    private static AFamily aFamilyDoingWell(Rules rules) {
        return aFamily().by(rules).child("ana", "2026-09-14").child("ben", "2014-05-01").says(HEALTH, "M1", review("REVIEW-NEWBIRTH", "DONE", "2026-09-28"), "ana")
                .marks(SCHOOLS, "999001", "ben", "2026-09-02", "/\\".repeat(58));
    }

    private static void nothingComesOfSilence(Rules rules) {
        AFamily family = aFamilyDoingWell(rules);
        assertThat(LAST_WORD.datesUntil(LAST_WORD.plusDays(DAYS))).allSatisfy(day -> assertThat(codes(family.on(day.toString()))).as(day.toString()).isEmpty());
    }

    @Test
    void nothingMissedComesOfAFeedThatSendsNothing() {
        nothingComesOfSilence(ShippedRules.rules());
    }

    @Test
    void norDoesItByTheRulesThatAreShippedButOff(@TempDir Path folder) {
        RulesFolder all = RulesFolder.copiedTo(folder);
        for (String rule : new String[] {"SUDDEN_ABSENCE", "OFF_ROLL", "REVIEW_OVERDUE"}) {
            all = all.with("needs.yaml", "id: " + rule + "\n    version: 1\n    on: false", "id: " + rule + "\n    version: 1\n    on: true");
        }
        nothingComesOfSilence(all.rules());
    }
}
