package org.earlyhelp.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.alert.support.Assessments.absence;

import jakarta.jms.TextMessage;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.alert.Recall.By;
import org.earlyhelp.hub.alert.desk.HeldDesk;
import org.earlyhelp.hub.alert.desk.IdentityNews;
import org.earlyhelp.hub.alert.desk.LateRecallDesk;
import org.earlyhelp.hub.alert.desk.RenewalDesk;
import org.earlyhelp.hub.alert.route.HeldWatch;
import org.earlyhelp.hub.alert.storage.AlertErasureStore;
import org.earlyhelp.hub.alert.support.AlertHub;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.earlyhelp.hub.alert.support.Borough;
import org.earlyhelp.hub.identity.IdentityChanged;
import org.earlyhelp.hub.identity.IdentityChanged.Kind;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.sharing.StoppableLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told of alerts while the sharing log is stopped, and what follows once it goes on. Police notices graded low make alerts below level 4. */
class StoppedLogJourneyTests extends AlertRoomTest {
    private static final String IDENTITY = "hub.identity-changed";

    /** Each look is one of the test: the room's own would come between two of its steps. */
    @BeforeEach
    void endTheRoomsOwnLooks() {
        hub.bean(HeldWatch.class).stop();
    }

    /** The linking of a notice stands or falls with it. */
    @Test
    void familiesAreJoinedAndPartedMeanwhile() {
        Borough.Family other = borough.family();
        log().stop();

        hub.tell(families(Kind.FAMILY_MERGED, other));
        assertThat(taken(IDENTITY).path("type").stringValue()).isEqualTo("earlyhelp.identity.merged.v1");
        hub.tell(families(Kind.FAMILY_SPLIT, other));
        assertThat(taken(IDENTITY).path("type").stringValue()).isEqualTo("earlyhelp.identity.split.v1");
    }

    @Test
    void whoWasJoinedAndPartedIsToldInThatOrder() throws Exception {
        String other = borough.child(family);
        log().stop();
        hub.tell(people(Kind.PERSON_MERGED, other));
        hub.tell(people(Kind.PERSON_SPLIT, other));
        assertThat(hub.bean(IdentityNews.class).letGo()).isZero();
        assertThat(broker.drain(IDENTITY)).isEmpty();

        log().goOn();
        hub.tell(people(Kind.PERSON_MERGED, other));
        hub.bean(IdentityNews.class).letGo();

        List<TextMessage> told = broker.take(IDENTITY, 3);
        assertThat(told).extracting(TextMessage::getJMSType).containsExactly("earlyhelp.identity.merged.v1", "earlyhelp.identity.split.v1", "earlyhelp.identity.merged.v1");
        assertThat(told.get(0).getText()).contains("\"kept\":\"" + child + "\"", "\"gone\":\"" + other + "\"", family.ref());
        assertThat(count("held_identity")).isZero();
    }

    @Test
    void remembersWhoWasJoinedOverARestart() {
        log().stop();
        hub.tell(people(Kind.PERSON_MERGED, borough.child(family)));
        hub.close();

        hub = AlertHub.start(database, broker.url(), clock, data);
        hub.bean(IdentityNews.class).letGo();

        assertThat(taken(IDENTITY).path("type").stringValue()).isEqualTo("earlyhelp.identity.merged.v1");
    }

    @Test
    void nobodyHearsOfWhoWasErasedMeanwhile() {
        String gone = borough.child(family);
        log().stop();
        hub.tell(people(Kind.PERSON_MERGED, gone));
        hub.tell(people(Kind.PERSON_MERGED, borough.child(family)));

        hub.bean(AlertErasureStore.class).dropHeldIdentity(Set.of(gone));

        assertThat(sql().sql("SELECT gone FROM held_identity").query(String.class).list()).hasSize(1).doesNotContain(gone);
    }

    @Test
    void theEndOfAnAlertThatWasToldIsToldLater() throws Exception {
        absent();
        taken(EARLY_HELP);
        log().stop();
        decide(Outcome.UNIVERSAL);
        assertThat(broker.drain(EARLY_HELP)).isEmpty();
        assertThat(hub.bean(HeldDesk.class).letGo()).isZero();
        assertThat(hub.bean(HeldMessages.class).count()).isEqualTo(1);

        log().goOn();
        hub.bean(HeldDesk.class).letGo();

        assertThat(taken(EARLY_HELP).path("type").stringValue()).isEqualTo("earlyhelp.alert.closed.v1");
        assertThat(sql().sql("SELECT settlement FROM held_message").query(String.class).list()).containsExactly("SENT");
    }

    @Test
    void theEndOfAnAlertThatNobodyWasToldOfIsNot() throws Exception {
        log().stop();
        absent();
        decide(Outcome.UNIVERSAL);

        log().goOn();
        hub.bean(HeldDesk.class).letGo();

        assertThat(broker.drain(EARLY_HELP)).isEmpty();
        assertThat(sql().sql("SELECT settlement FROM held_message").query(String.class).list()).containsExactly("OVER");
    }

    @Test
    void aRecallIsToldLater() throws Exception {
        raiseEarlyHelp("N1");
        log().stop();
        cancel();
        assertThat(broker.take(EARLY_HELP, 1)).extracting(TextMessage::getJMSType).containsExactly("earlyhelp.alert.withdrawn.v1");
        assertThat(by(EARLY_HELP)).isEqualTo(By.WAITS);
        assertThat(hub.bean(LateRecallDesk.class).letGo()).isZero();

        log().goOn();
        hub.bean(LateRecallDesk.class).letGo();
        hub.bean(LateRecallDesk.class).letGo();

        assertThat(taken(EARLY_HELP).path("data").path("because").stringValue()).isEqualTo("EVIDENCE_TAKEN_BACK");
        await().untilAsserted(() -> assertThat(by(EARLY_HELP)).isEqualTo(By.MESSAGE));
        assertThat(broker.drain(EARLY_HELP)).isEmpty();
    }

    @Test
    void anOutcomeIsTakenBackLater() {
        raiseEarlyHelp("N1");
        decide(Outcome.EMERGING);
        log().stop();
        cancel();
        assertThat(by("avonford-police")).isEqualTo(By.WAITS);

        log().goOn();
        hub.bean(LateRecallDesk.class).letGo();

        await().untilAsserted(() -> assertThat(by("avonford-police")).isEqualTo(By.FILE));
        assertThat(sql().sql("SELECT kind FROM outcome_file ORDER BY kind").query(String.class).list()).containsExactly("outcome", "recall");
    }

    @Test
    void anOutcomeIsToldLater() {
        raiseEarlyHelp("N1");
        log().stop();
        decide(Outcome.UNIVERSAL);
        long refused = refused();
        assertThat(hub.bean(RenewalDesk.class).letGo()).isZero();
        assertThat(count("outcome_file")).isZero();
        assertThat(refused()).isEqualTo(refused).isPositive();

        log().goOn();
        hub.bean(RenewalDesk.class).letGo();

        await().untilAsserted(() -> assertThat(count("outcome_file")).isEqualTo(1));
        assertThat(hub.bean(AwaitedAgreements.class).standing()).isEmpty();
    }

    private StoppableLog log() {
        return hub.bean(StoppableLog.class);
    }

    private IdentityChanged families(Kind kind, Borough.Family other) {
        return new IdentityChanged(kind, family.ref(), other.ref(), List.of(family.id(), other.id()), List.of(family.ref(), other.ref()));
    }

    private IdentityChanged people(Kind kind, String other) {
        return new IdentityChanged(kind, child, other, List.of(family.id()), List.of(family.ref()));
    }

    private void absent() {
        hub.assessed(assessed().with(absence(child, "SEVERE", "avonford-schools/school-attendance/01K1@1")).news());
    }

    private void cancel() {
        borough.missing("N1", 2, MissingReport.Kind.CANCELLED, child, null);
        hub.assessed(assessed().nothingNew());
    }

    private void decide(Outcome outcome) {
        String alert = hub.bean(AlertDirectory.class).ofFamily(family.ref()).get(0).alert();
        hub.decisions().apply(new Decision("D1", alert, 1, Decision.Action.OUTCOME, outcome, null, null, null, "m.ali", clock.instant(), null, null, null));
    }

    /** How the one recall reached, or will reach, that queue or agency. */
    private By by(String name) {
        return hub.bean(Recalls.class).latest(10).get(0).told().stream().filter(told -> told.name().equals(name)).findFirst().orElseThrow().by();
    }

    private long refused() {
        return sql().sql("SELECT count(*) FROM sharing_entry WHERE kind = 'REFUSED'").query(Long.class).single();
    }

    private long count(String table) {
        return sql().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private JdbcClient sql() {
        return JdbcClient.create(database);
    }
}
