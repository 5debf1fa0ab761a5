package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.alert.support.Assessments.absence;
import static org.earlyhelp.hub.alert.support.Assessments.missing;

import java.util.List;
import org.earlyhelp.hub.alert.LevelOverride.Ending;
import org.earlyhelp.hub.alert.LevelOverrides.Reason;
import org.earlyhelp.hub.alert.LevelOverrides.Result;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.alert.support.Borough;
import org.earlyhelp.hub.identity.IdentityChanged;
import org.junit.jupiter.api.Test;

/** A person's level stands beside the hub's until new evidence comes. */
class LevelOverrideTests extends AlertRoomTest {
    @Test
    void standsBesideTheHubsLevel() {
        raiseEarlyHelp("N1");

        set(1, 3, "Three younger children in the home");

        LevelOverride standing = levels().standing(family.ref()).orElseThrow();
        assertThat(standing).isEqualTo(new LevelOverride(only().alert(), family.ref(), 3, 2, "Three younger children in the home", "m.ali", clock.instant(), null, null));
        assertThat(only().level()).as("the hub's own level").isEqualTo(2);
        assertThat(levels().standingAmong(List.of(family.ref(), "F-000000"))).containsOnlyKeys(family.ref());
    }

    @Test
    void endsWithNewEvidenceAndStaysInTheHistory() {
        String notice = raiseEarlyHelp("N1");
        set(1, 1, "Known and settled");

        hub.assessed(assessed().with(missing(child, notice)).nothingNew());
        assertThat(levels().standing(family.ref())).isPresent();
        hub.assessed(assessed().with(missing(child, notice)).with(absence(child, "")).news());

        assertThat(levels().standing(family.ref())).isEmpty();
        assertThat(levels().history(family.ref())).extracting(LevelOverride::ended).containsExactly(Ending.NEW_EVIDENCE);
    }

    @Test
    void theLaterOneReplacesTheEarlier() {
        raiseEarlyHelp("N1");

        set(1, 1, "First thought");
        set(1, 3, "Second thought");

        assertThat(levels().history(family.ref())).extracting(LevelOverride::level).containsExactly(3, 1);
        assertThat(levels().history(family.ref())).extracting(LevelOverride::ended).containsExactly(null, Ending.SET_AGAIN);
    }

    @Test
    void refusesWhatCannotStand() {
        String notice = raiseEarlyHelp("N1");
        assertThat(set(1, 3, " ")).isEqualTo(new Result.Refused(Reason.REASON_MISSING));
        assertThat(set(1, 5, "x")).isEqualTo(new Result.Refused(Reason.LEVEL_OUT_OF_RANGE));
        assertThat(levels().set("A-2026-999999", 1, 3, "x", "m.ali")).isEqualTo(new Result.Refused(Reason.UNKNOWN_ALERT));

        hub.assessed(assessed().with(missing(child, notice)).with(absence(child, "")).news());

        assertThat(set(1, 3, "x")).isEqualTo(new Result.Refused(Reason.NEW_EVIDENCE_SINCE));
        assertThat(levels().history(family.ref())).isEmpty();
    }

    @Test
    void comesWithADecisionOfTheCaseSystem() throws Exception {
        raiseEarlyHelp("N1");

        broker.send("frontdoor.decisions", ("{\"id\":\"D1\",\"alert\":\"%s\",\"alertVersion\":1,\"action\":\"ACKNOWLEDGED\",\"level\":3,"
                + "\"reason\":\"A third child\",\"by\":\"m.ali\",\"at\":\"2026-11-22T07:00:00Z\"}").formatted(only().alert()));

        await().until(() -> levels().standing(family.ref()).map(LevelOverride::level).orElse(0) == 3);
    }

    @Test
    void aLevelWithoutReasonLosesNoDecision() {
        raiseEarlyHelp("N1");

        hub.decisions().apply(new Decision("D1", only().alert(), 1, Decision.Action.OUTCOME, Outcome.UNIVERSAL, null, 1, null, "m.ali", clock.instant(), null, null, null));

        assertThat(only().outcome()).isEqualTo(Outcome.UNIVERSAL);
        assertThat(levels().standing(family.ref())).isEmpty();
        assertThat(hub.bean(AlertDirectory.class).noticesAbout(only().alert())).extracting(AlertNotice::notice).containsExactly("level-without-reason");
    }

    @Test
    void endsWhenTheFamilyIsMerged() {
        raiseEarlyHelp("N1");
        set(1, 1, "Known and settled");
        Borough.Family other = borough.family();

        hub.tell(new IdentityChanged(IdentityChanged.Kind.FAMILY_MERGED, other.ref(), family.ref(), List.of(other.id(), family.id()), List.of(other.ref(), family.ref())));

        assertThat(levels().history(other.ref())).extracting(LevelOverride::ended).containsExactly(Ending.FAMILY_CHANGED);
    }

    private Result set(int version, int level, String reason) {
        return levels().set(only().alert(), version, level, reason, "m.ali");
    }

    private LevelOverrides levels() {
        return hub.bean(LevelOverrides.class);
    }
}
