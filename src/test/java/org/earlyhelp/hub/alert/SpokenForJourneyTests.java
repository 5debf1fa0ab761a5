package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.alert.support.Assessments.abuse;
import static org.earlyhelp.hub.alert.support.Assessments.absence;
import static org.earlyhelp.hub.alert.support.Assessments.assessmentOf;

import java.time.Duration;
import java.util.List;
import org.earlyhelp.hub.alert.life.SpokenFor;
import org.earlyhelp.hub.alert.support.AlertHub;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.alert.support.Assessments;
import org.earlyhelp.hub.alert.support.Borough;
import org.earlyhelp.hub.alert.support.Schemas;
import org.earlyhelp.hub.identity.IdentityChanged;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** One referral names the victim, a child at home, and a child whom it puts elsewhere, where nobody is known to care for it. */
class SpokenForJourneyTests extends AlertRoomTest {
    private static final String POLICE = "avonford-police";
    private String victim;
    private Borough.Family elsewhere;
    private String alone;
    private String referral;

    @BeforeEach
    void refer() {
        victim = borough.adult(family);
        elsewhere = borough.family();
        alone = borough.child(elsewhere);
        borough.cares(victim, child);
        borough.cares(victim, alone);
        referral = borough.referral("D1", 1, child, victim);
        borough.names(referral, "CHILD", alone);
    }

    private Assessments home() {
        return assessed().with(abuse(child, POLICE, referral));
    }

    private Assessments other() {
        return assessmentOf(elsewhere.id(), elsewhere.ref()).child(alone, false).with(abuse(alone, POLICE, referral));
    }

    private List<AlertRow> open() {
        return hub.bean(AlertDirectory.class).inbox(10);
    }

    private boolean isToBeAssessed(Borough.Family family) {
        return JdbcClient.create(database).sql("SELECT EXISTS (SELECT FROM family_work WHERE family_id = ?)").param(family.id()).query(Boolean.class).single();
    }

    private JsonNode saysNext(String type) {
        JsonNode message = taken(EARLY_HELP);
        assertThat(message.path("type").stringValue()).isEqualTo("earlyhelp.alert." + type + ".v1");
        assertThat(Schemas.faults("alert.json", message.toString())).isEmpty();
        return message.path("data");
    }

    @Test
    void oneReferralIsOneAlertThatListsBothChildren() {
        hub.assessed(home().news());
        hub.assessed(other().news());

        saysNext("raised");
        JsonNode both = saysNext("updated");
        assertThat(both.path("children").findValuesAsString("person")).containsExactly(child, alone);
        assertThat(both.path("needs").findValuesAsString("person")).containsExactly(child, alone);
        assertThat(both.path("notes").get(0).stringValue()).contains(elsewhere.ref());
        assertThat(open()).singleElement().satisfies(row -> assertThat(row.children()).containsExactlyInAnyOrder(child, alone));
    }

    @Test
    void isFoundByEitherFamily() {
        hub.assessed(home().news());
        hub.assessed(other().news());

        AlertDirectory alerts = hub.bean(AlertDirectory.class);
        assertThat(alerts.ofFamily(elsewhere.ref())).isEqualTo(alerts.ofFamily(family.ref())).hasSize(1);
        assertThat(alerts.openAmong(List.of(elsewhere.ref()))).containsExactly(elsewhere.ref());
    }

    @Test
    void aRepeatSaysNothingAgain() {
        hub.assessed(home().news());
        hub.assessed(other().news());
        hub.assessed(other().nothingNew());
        hub.assessed(home().nothingNew());

        assertThat(open()).singleElement().satisfies(row -> assertThat(row.version()).isEqualTo(2));
    }

    @Test
    void anythingOfItsOwnGivesTheChildAnAlert() {
        hub.assessed(home().news());
        hub.assessed(other().news());
        String absences = borough.record("avonford-schools", "school-attendance", "S1", 1, Borough.report(Kind.INITIAL, RiskGrade.LOW), alone);
        hub.assessed(other().with(absence(alone, "SEVERE", absences)).news());
        hub.assessed(home().with(absence(child, "SEVERE", absences)).news());

        assertThat(open()).extracting(AlertRow::family).containsExactlyInAnyOrder(family.ref(), elsewhere.ref());
        assertThat(open()).filteredOn(row -> row.family().equals(family.ref())).singleElement().satisfies(row -> assertThat(row.children()).containsExactly(child));
    }

    @Test
    void whicheverComesFirstOneAlertIsLeft() {
        hub.assessed(other().news());
        AlertRow first = open().get(0);
        clock.forward(Duration.ofMinutes(20));
        hub.assessed(home().news());

        saysNext("raised");
        JsonNode both = saysNext("raised");
        JsonNode closed = saysNext("closed");
        assertThat(both.path("children").findValuesAsString("person")).containsExactly(child, alone);
        assertThat(closed.path("because").stringValue()).isEqualTo("SPOKEN_FOR");
        assertThat(closed.path("successor")).isEqualTo(both.path("alert"));
        assertThat(open()).singleElement().satisfies(row -> assertThat(row.acknowledgeBy()).isEqualTo(first.acknowledgeBy()));
    }

    @Test
    void firstContactTakesOverWhatEarlyHelpHas() {
        hub.assessed(other().news());
        hub.assessed(home().with(Assessments.missingHigh(child, borough.missing("N1", child, RiskGrade.HIGH))).news());

        assertThat(open()).singleElement().satisfies(row -> {
            assertThat(row.queue()).isEqualTo(AlertQueue.FIRST_CONTACT);
            assertThat(row.children()).containsExactlyInAnyOrder(child, alone);
        });
    }

    @Test
    void whoJoinsTheChildElsewhereIsListedToo() {
        hub.assessed(home().news());
        hub.assessed(other().news());
        String brother = borough.child(elsewhere);
        borough.cares(victim, brother);
        borough.record("avonford-schools", "school-attendance", "S1", 1, Borough.report(Kind.INITIAL, RiskGrade.LOW), brother);
        hub.assessed(other().child(brother, false).nothingNew());
        assertThat(isToBeAssessed(family)).isTrue();
        hub.assessed(home().nothingNew());
        hub.assessed(other().child(brother, false).nothingNew());
        hub.assessed(home().nothingNew());

        assertThat(open()).singleElement().satisfies(row -> {
            assertThat(row.children()).containsExactlyInAnyOrder(child, alone, brother);
            assertThat(row.version()).isEqualTo(3);
        });
    }

    @Test
    void aCorrectedReferralStaysOneAlert() {
        hub.assessed(home().news());
        hub.assessed(other().news());
        referral = borough.referral("D1", 2, child, victim);
        borough.names(referral, "CHILD", alone);
        hub.assessed(home().news());
        hub.assessed(other().news());

        assertThat(open()).singleElement().satisfies(row -> assertThat(row.children()).containsExactlyInAnyOrder(child, alone));
    }

    @Test
    void speaksForEightFamiliesAtMost() {
        hub.assessed(home().news());
        for (int i = 0; i <= SpokenFor.MOST_FAMILIES; i++) {
            Borough.Family further = borough.family();
            String named = borough.child(further);
            borough.cares(victim, named);
            hub.assessed(assessmentOf(further.id(), further.ref()).child(named, false).with(abuse(named, POLICE, referral)).news());
        }

        assertThat(open()).extracting(row -> row.children().size()).containsExactlyInAnyOrder(1 + SpokenFor.MOST_FAMILIES, 1);
    }

    @Test
    void anAlertThatSomebodyHasSeenStaysTheirs() {
        hub.assessed(other().news());
        AlertRow seen = open().get(0);
        hub.decisions().apply(new Decision("D1", seen.alert(), 1, Decision.Action.ACKNOWLEDGED, null, null, null, null, "m.ali", clock.instant(), null, null, null));
        hub.assessed(home().news());

        assertThat(open()).hasSize(2);
    }

    @Test
    void hiddenPlacesAreNeverSaidTogether() {
        hub.assessed(home().news());
        borough.hide(alone);
        hub.assessed(other().news());

        assertThat(open()).extracting(AlertRow::children).containsExactlyInAnyOrder(List.of(child), List.of(alone));
    }

    @Test
    void aPlaceHiddenLaterPartsThem() {
        hub.assessed(home().news());
        hub.assessed(other().news());
        borough.hide(alone);
        hub.assessed(other().nothingNew());
        assertThat(isToBeAssessed(family)).isTrue();
        hub.assessed(home().nothingNew());

        assertThat(open()).extracting(AlertRow::children).containsExactlyInAnyOrder(List.of(child), List.of(alone));
    }

    @Test
    void aCarerFoundElsewhereGivesTheChildAnAlert() {
        hub.assessed(home().news());
        hub.assessed(other().news());
        borough.adult(elsewhere);
        hub.assessed(other().nothingNew());

        assertThat(open()).extracting(AlertRow::family).containsExactlyInAnyOrder(family.ref(), elsewhere.ref());
    }

    @Test
    void whomTheReferralAccusesIsNotListedBesideTheVictim() {
        borough.names(referral, "ALLEGED_PERPETRATOR", alone);
        hub.assessed(home().news());
        hub.assessed(other().news());

        assertThat(open()).hasSize(2);
    }

    @Test
    void isAskedAnewWhenTheAlertIsTakenBack() {
        hub.assessed(home().news());
        hub.assessed(other().news());
        borough.relink(referral, alone);
        hub.assessed(assessed().nothingNew());
        assertThat(open()).isEmpty();
        assertThat(isToBeAssessed(elsewhere)).isTrue();
        hub.assessed(other().nothingNew());

        assertThat(open()).singleElement().satisfies(row -> assertThat(row.family()).isEqualTo(elsewhere.ref()));
    }

    @Test
    void staysSpokenForAfterARestart() {
        hub.assessed(home().news());
        hub.assessed(other().news());
        hub.close();
        hub = AlertHub.start(database, broker.url(), clock, data);
        hub.assessed(other().nothingNew());
        hub.assessed(home().with(absence(child, "")).news());

        assertThat(open()).singleElement().satisfies(row -> assertThat(row.children()).containsExactlyInAnyOrder(child, alone));
    }

    @Test
    void goesAlongToFirstContact() {
        hub.assessed(home().news());
        hub.assessed(other().news());
        String notice = borough.missing("N1", child, RiskGrade.HIGH);
        hub.assessed(home().with(Assessments.missingHigh(child, notice)).news());
        hub.assessed(other().nothingNew());

        assertThat(open()).singleElement().satisfies(row -> {
            assertThat(row.queue()).isEqualTo(AlertQueue.FIRST_CONTACT);
            assertThat(row.children()).containsExactlyInAnyOrder(child, alone);
        });
    }

    @Test
    void whatAPersonDecidedIsDecidedForBoth() {
        hub.assessed(home().news());
        hub.assessed(other().news());
        AlertRow row = open().get(0);
        hub.decisions().apply(new Decision("D1", row.alert(), row.version(), Decision.Action.OUTCOME, Outcome.EMERGING, null, null, null, "m.ali", clock.instant(), null, null, null));
        hub.assessed(other().nothingNew());
        assertThat(open()).isEmpty();
        hub.assessed(other().with(absence(alone, "SEVERE")).news());

        assertThat(open()).singleElement().satisfies(later -> assertThat(later.family()).isEqualTo(elsewhere.ref()));
    }

    @Test
    void aJoinedFamilyIsToldAsOne() {
        hub.assessed(home().news());
        hub.assessed(other().news());
        hub.tell(new IdentityChanged(IdentityChanged.Kind.FAMILY_MERGED, family.ref(), elsewhere.ref(), List.of(family.id(), elsewhere.id()), List.of(family.ref(), elsewhere.ref())));
        hub.assessed(home().child(alone, false).with(abuse(alone, POLICE, referral)).nothingNew());

        saysNext("raised");
        saysNext("updated");
        assertThat(saysNext("updated").path("notes").isMissingNode()).isTrue();
    }

    @Test
    void partedFamiliesAreAskedAnew() {
        hub.assessed(home().news());
        hub.assessed(other().news());
        hub.tell(new IdentityChanged(IdentityChanged.Kind.FAMILY_SPLIT, family.ref(), family.ref(), List.of(family.id()), List.of(family.ref())));

        assertThat(isToBeAssessed(elsewhere)).isTrue();
        hub.assessed(other().nothingNew());
        assertThat(open()).singleElement().satisfies(row -> assertThat(row.children()).containsExactlyInAnyOrder(child, alone));
    }
}
