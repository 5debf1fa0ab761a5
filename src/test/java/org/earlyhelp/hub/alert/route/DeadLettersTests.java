package org.earlyhelp.hub.alert.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.TextMessage;
import java.util.List;
import org.earlyhelp.hub.alert.AlertStatus;
import org.earlyhelp.hub.alert.DeadLetters;
import org.earlyhelp.hub.alert.DeadLetters.DeadLetter;
import org.earlyhelp.hub.alert.DeadLetters.Listing;
import org.earlyhelp.hub.alert.DeadLetters.Resend;
import org.earlyhelp.hub.alert.DeadLetters.Result;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.junit.jupiter.api.Test;

/** Dead letters are seen with their reason and sent again by a person. */
class DeadLettersTests extends AlertRoomTest {
    private static final String DECISIONS = "frontdoor.decisions";

    @Test
    void showsEachWithItsReasonAndTakesNoneOut() throws Exception {
        raiseEarlyHelp("N1");
        broker.send(DECISIONS, "rubbish");
        broker.send(DECISIONS, acknowledge("D1", 9));
        broker.send(DECISIONS, " ".repeat(70_000));

        List<DeadLetter> letters = letters(3);

        assertThat(letters).extracting(DeadLetter::reason).containsExactly("BAD_JSON", "UNKNOWN_VERSION", "TOO_LARGE");
        assertThat(letters).extracting(DeadLetter::alert).containsExactly(null, only().alert(), null);
        assertThat(letters).extracting(DeadLetter::resendable).containsExactly(true, true, false);
        assertThat(letters).allMatch(letter -> letter.queue().equals(DECISIONS) && letter.at().equals(clock.instant()));
        assertThat(letters(3)).isEqualTo(letters);
    }

    @Test
    void sendsOneAgainWhenItsTimeHasCome() throws Exception {
        raiseEarlyHelp("N1");
        broker.send(DECISIONS, acknowledge("D1", 2));
        DeadLetter letter = letters(1).get(0);
        hub.assessed(assessed().with(org.earlyhelp.hub.alert.support.Assessments.missing(child)).news());

        assertThat(resent(letter.id())).isEqualTo(Result.SENT);

        await().until(() -> only().status() == AlertStatus.ACKNOWLEDGED);
        assertThat(desk().resends(10)).containsExactly(new Resend(letter.id(), DECISIONS, "UNKNOWN_VERSION", "an.operator", clock.instant()));
        assertThat(letters(0)).isEmpty();
        assertThat(desk().resend(letter.id(), "an.operator")).isEqualTo(Result.GONE);
    }

    @Test
    void oneThatFailsAgainComesBackUnderANewId() throws Exception {
        broker.send(DECISIONS, "rubbish");
        String first = letters(1).get(0).id();

        resent(first);

        await().until(() -> listed().stream().anyMatch(letter -> !letter.id().equals(first)));
        assertThat(letters(1)).hasSize(1);
    }

    @Test
    void leavesTheOthersWhereTheyAre() throws Exception {
        raiseEarlyHelp("N1");
        broker.send(DECISIONS, "rubbish");
        broker.send(DECISIONS, session -> session.createObjectMessage("an object"));
        List<DeadLetter> letters = letters(2);

        assertThat(resent(letters.get(1).id())).isEqualTo(Result.NOT_RESENDABLE);
        assertThat(desk().resend("ID:nobody", "an.operator")).isEqualTo(Result.GONE);
        assertThat(desk().resend("x' OR '1'='1", "an.operator")).isEqualTo(Result.GONE);

        assertThat(letters(2)).extracting(DeadLetter::id).containsExactlyElementsOf(letters.stream().map(DeadLetter::id).toList());
        assertThat(desk().resends(10)).isEmpty();
    }

    @Test
    void givesAnAlertNobodyTookBackToItsQueueAsItWas() throws Exception {
        hub.assessed(assessed().with(org.earlyhelp.hub.alert.support.Assessments.missingHigh(child)).news());
        TextMessage alert = broker.take(FIRST_CONTACT, 1).get(0);
        broker.send("hub.dead-letter", session -> alert);
        DeadLetter letter = letters(1).get(0);
        assertThat(letter.reason()).isEqualTo("UNDELIVERED");
        assertThat(letter.queue()).isEqualTo(FIRST_CONTACT);

        resent(letter.id());

        TextMessage again = broker.take(FIRST_CONTACT, "level = '4'", 1).get(0);
        assertThat(again.getText()).isEqualTo(alert.getText());
        assertThat(again.getJMSPriority()).isEqualTo(9);
        assertThat(again.getStringProperty("ce_id")).isEqualTo(alert.getStringProperty("ce_id"));
        assertThat(again.getStringProperty("JMSXGroupID")).isEqualTo(family.ref());
    }

    @Test
    void saysWhenTheBrokerIsAway() throws Exception {
        broker.stop();

        assertThat(desk().list(10)).isEqualTo(new Listing.BrokerAway());
        assertThat(desk().resend("ID:any", "an.operator")).isEqualTo(Result.BROKER_AWAY);
        broker.startAgain();
    }

    private String acknowledge(String id, int version) {
        return "{\"id\":\"%s\",\"alert\":\"%s\",\"alertVersion\":%d,\"action\":\"ACKNOWLEDGED\",\"by\":\"m.ali\",\"at\":\"2026-11-22T07:00:00Z\"}".formatted(id, only().alert(), version);
    }

    /** Asks again while the broker takes longer to give the letter up than the desk waits for it. */
    private Result resent(String id) {
        return await().until(() -> desk().resend(id, "an.operator"), result -> result != Result.GONE);
    }

    private List<DeadLetter> letters(int count) {
        await().until(() -> listed().size() == count);
        return listed();
    }

    private List<DeadLetter> listed() {
        return ((Listing.Letters) desk().list(100)).letters();
    }

    private DeadLetters desk() {
        return hub.bean(DeadLetters.class);
    }
}
