package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertFigures;
import org.earlyhelp.hub.alert.Decision.Feedback;
import org.earlyhelp.hub.alert.HelpFigures;
import org.earlyhelp.hub.alert.HelpFigures.Change;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.need.NeedFigures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What the rooms count for the pages of figures, on a real database; each test is taken back. */
@Transactional
@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.NONE)
class FiguresTests {
    private static final LocalDate FIRST_ON = LocalDate.of(2026, 10, 5);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Instant RAISED = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant DECIDED = Instant.parse("2026-11-03T11:00:00Z");

    @Autowired
    private JdbcClient sql;
    @Autowired
    private AlertFigures alerts;
    @Autowired
    private HelpFigures help;
    @Autowired
    private NeedFigures needs;

    private MeasureFile file() {
        return new MeasureFile(sql);
    }

    @Test
    void followsTheChangesOfANeedAfterTheDecision() {
        MeasureFile file = file();
        MeasureFile.Family family = file.family("ZZ99 1AA", false, FIRST_ON);
        file.decide(file.alert(family, "riverside", RAISED), Outcome.EMERGING, DECIDED);
        file.change(family.child(), false, null, DECIDED.plus(Duration.ofDays(5)));

        assertThat(help.followed(TODAY.minusYears(2), TODAY)).filteredOn(need -> need.hinders().equals("GOOD_EDUCATION")).singleElement().satisfies(need -> {
            assertThat(need.changes()).extracting(Change::holds).containsExactly(true, false);
            assertThat(need.decision()).isEqualTo(Outcome.EMERGING);
        });
        assertThat(help.followed(TODAY.minusYears(2), LocalDate.of(2026, 11, 3))).isEmpty();
    }

    @Test
    void followsAMergedPersonAsTheOneThatStands() {
        MeasureFile file = file();
        MeasureFile.Family gone = file.family("ZZ99 1AA", false, FIRST_ON);
        MeasureFile.Family kept = file.family("ZZ99 1AA", false, FIRST_ON);
        file.decide(file.alert(gone, "riverside", RAISED), Outcome.UNIVERSAL, DECIDED);
        sql.sql("UPDATE person SET gone_into = ?, family_id = NULL WHERE id = ?").params(kept.child(), gone.child()).update();
        file.change(kept.child(), false, null, DECIDED.plus(Duration.ofDays(5)));

        assertThat(help.followed(TODAY.minusYears(2), TODAY)).filteredOn(need -> need.hinders().equals("GOOD_EDUCATION"))
                .singleElement().satisfies(need -> assertThat(need.changes()).extracting(Change::holds).endsWith(false).hasSize(3));
        assertThat(needs.begun(FIRST_ON)).extracting(NeedFigures.Begun::needs).containsExactly(1L);
    }

    @Test
    void countsAFamilyHandedOverOnceAtItsFirstDecision() {
        MeasureFile file = file();
        MeasureFile.Family family = file.family("ZZ99 1AA", false, FIRST_ON);
        Alert first = file.alert(family, "riverside", RAISED);
        file.decide(first, Outcome.SAFEGUARDING, DECIDED);
        sql.sql("UPDATE alert SET because = 'HANDED_OVER', successor = 'A-2' WHERE id = ?").param(first.id()).update();
        Alert second = file.alert(family, "riverside", RAISED.plusSeconds(60));
        file.decide(second, Outcome.INTENSIVE, DECIDED.plusSeconds(60));
        sql.sql("UPDATE alert SET because = 'HANDED_OVER' WHERE id = ?").param(second.id()).update();

        assertThat(alerts.decided(FIRST_ON)).containsExactly(new AlertFigures.Decided(DECIDED, FIRST_ON.plusDays(3), RAISED));
        assertThat(help.followed(TODAY.minusYears(2), TODAY)).extracting(HelpFigures.FollowedNeed::decision).containsOnly(Outcome.INTENSIVE);
    }

    @Test
    void keepsAHiddenFamilyOutOfItsLocality() {
        MeasureFile file = file();
        file.alert(file.family("ZZ99 8QX", true, FIRST_ON), "westbrook", RAISED);

        assertThat(alerts.raised(FIRST_ON)).extracting(AlertFigures.Raised::locality).containsExactly("withheld");
        assertThat(needs.begun(FIRST_ON)).extracting(NeedFigures.Begun::locality).containsExactly("withheld");
        assertThat(needs.childrenInNeed()).containsExactly(new NeedFigures.InNeed("withheld", 1));
    }

    @Test
    void takesTheNewestFeedbackOfAnAlert() {
        MeasureFile file = file();
        Alert alert = file.alert(file.family("ZZ99 1AA", false, FIRST_ON), "riverside", RAISED);
        file.feedback(alert, "NOT_USEFUL", DECIDED);
        file.feedback(alert, "USEFUL", DECIDED.plusSeconds(60));

        assertThat(alerts.uses(FIRST_ON)).containsExactly(new AlertFigures.RuleUse(RAISED, "two-agencies", Set.of("SCHOOL_ABSENCE", "MISSING"), Feedback.USEFUL));
    }

    @Test
    void tellsWhatCameBeforeTheAlertAtLevelFour() {
        MeasureFile file = file();
        MeasureFile.Family family = file.family("ZZ99 1AA", false, FIRST_ON);
        file.decide(file.alert(family, "riverside", RAISED), Outcome.EMERGING, DECIDED);
        file.level(family, 4);
        file.family("ZZ99 1AA", false, FIRST_ON);

        assertThat(help.childrenAtLevelFour()).containsExactly(new HelpFigures.ChildAtLevelFour(0, null, Set.of(Outcome.EMERGING), false));
    }

    @Test
    void knowsSinceWhenNeedsAreKept() {
        assertThat(needs.knownSince()).isEmpty();
        file().family("ZZ99 1AA", false, FIRST_ON);

        assertThat(needs.knownSince()).contains(WebTestHub.NOW.minus(Duration.ofDays(400)));
    }
}
