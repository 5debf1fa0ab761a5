package org.earlyhelp.hub.sharing.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.mail.Mailer;
import org.earlyhelp.hub.sharing.storage.TellingStore;
import org.earlyhelp.hub.support.MailServer;
import org.earlyhelp.hub.support.TestDatabase;
import org.earlyhelp.hub.support.Webhook;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TellingTests {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:40:00Z");
    private final DataSource database = TestDatabase.fresh();
    private final TellingStore store = new TellingStore(JdbcClient.create(database));

    /** A channel in memory that refuses while it is told to. */
    private static final class Memory implements TellingChannel {
        final String name;
        final List<Telling> told = new ArrayList<>();
        boolean refuses;
        /** The subject of what it refuses for what it says. */
        String unbearable = "";

        Memory(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void send(Telling telling) {
            if (telling.subject().equals("Error")) {
                throw new NoClassDefFoundError("gone");
            }
            if (refuses || telling.subject().equals(unbearable)) {
                throw new IllegalStateException("not now");
            }
            told.add(telling);
        }
    }

    private KeptTeller teller(Instant now, TellingChannel... channels) {
        return new KeptTeller(List.of(channels), store, HubClock.fixedAt(now));
    }

    private void round(Instant now, TellingChannel... channels) {
        new TellingRounds(List.of(channels), store, HubClock.fixedAt(now)).round();
    }

    @Test
    void tellsOnceInOrder() {
        Memory memory = new Memory("a");
        teller(MONDAY, memory).tell("a", "First", "one");
        teller(MONDAY, memory).tell("a", "Second", "two");
        round(MONDAY, memory);
        round(MONDAY.plusSeconds(3_600), memory);
        assertThat(memory.told).extracting(Telling::subject).containsExactly("First", "Second");
        assertThat(store.state("a")).isEqualTo(new ChannelState("a", 0, null, null, 0, MONDAY, null));
    }

    @Test
    void offersAgainLaterAndUnderTheSameId() {
        Memory memory = new Memory("a");
        memory.refuses = true;
        teller(MONDAY, memory).tell("a", "First", "one");
        teller(MONDAY, memory).tell("a", "Second", "two");
        round(MONDAY, memory);
        assertThat(store.state("a")).extracting(ChannelState::waiting, ChannelState::fault).containsExactly(2L, "not now");
        memory.refuses = false;
        round(MONDAY.plus(TellingRounds.FIRST_PAUSE).minusMillis(1), memory);
        assertThat(memory.told).isEmpty();
        round(MONDAY.plus(TellingRounds.FIRST_PAUSE), memory);
        assertThat(memory.told).extracting(Telling::subject).containsExactly("First", "Second");
    }

    @Test
    void letsOthersPassWhatIsRefusedForWhatItSays() {
        Memory memory = new Memory("a");
        memory.unbearable = "Long";
        teller(MONDAY, memory).tell("a", "Long", "x");
        teller(MONDAY, memory).tell("a", "Level 4", "x");
        round(MONDAY, memory);
        round(MONDAY.plusSeconds(10), memory);
        assertThat(memory.told).as("in order at first").isEmpty();
        round(MONDAY.plusSeconds(30), memory);
        round(MONDAY.plusSeconds(35), memory);
        assertThat(memory.told).extracting(Telling::subject).containsExactly("Level 4");
        assertThat(store.state("a")).isEqualTo(new ChannelState("a", 1, null, MONDAY.plusSeconds(35), 0, MONDAY.plusSeconds(35), "not now"));
        memory.unbearable = "";
        round(MONDAY.plusSeconds(70), memory);
        assertThat(memory.told).extracting(Telling::subject).containsExactly("Level 4", "Long");
        assertThat(store.state("a").passedOverSince()).isNull();
    }

    @Test
    void knowsSinceWhenAChannelIsDead() {
        Memory memory = new Memory("a");
        teller(MONDAY, memory).tell("a", "First", "x");
        round(MONDAY, memory);
        memory.refuses = true;
        teller(MONDAY.plusSeconds(60), memory).tell("a", "Second", "x");
        round(MONDAY.plusSeconds(120), memory);
        assertThat(store.state("a")).isEqualTo(new ChannelState("a", 1, MONDAY.plusSeconds(60), null, 0, MONDAY, "not now"));
    }

    @Test
    void tellsAtOnceAfterTheClockWasPutBack() {
        Memory memory = new Memory("a");
        teller(MONDAY.plus(Duration.ofHours(5)), memory).tell("a", "Made ahead of time", "x");
        teller(MONDAY, memory).tell("a", "Made in time", "x");
        round(MONDAY, memory);
        assertThat(memory.told).extracting(Telling::subject).containsExactly("Made ahead of time", "Made in time");
    }

    @Test
    void keepsWhyWhenAChannelBreaksWithAnError() {
        Memory memory = new Memory("a");
        teller(MONDAY, memory).tell("a", "Error", "x");
        round(MONDAY, memory);
        assertThat(store.state("a").fault()).isEqualTo("NoClassDefFoundError");
    }

    @Test
    void waitsLongerEachTimeButNotWithoutEnd() {
        assertThat(TellingRounds.pauseAfter(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(TellingRounds.pauseAfter(4)).isEqualTo(Duration.ofSeconds(80));
        assertThat(TellingRounds.pauseAfter(1_000)).isEqualTo(TellingRounds.LONGEST_PAUSE);
    }

    @Test
    void letsADeadChannelHoldUpNoOther() {
        Memory dead = new Memory("a");
        Memory well = new Memory("b");
        dead.refuses = true;
        teller(MONDAY, dead, well).tell("a", "Alarm", "x");
        teller(MONDAY, dead, well).tell("b", "Alarm", "x");
        round(MONDAY, dead, well);
        assertThat(well.told).hasSize(1);
    }

    @Test
    void givesUpOldNewsAndTellsTheRest() {
        Memory memory = new Memory("a");
        teller(MONDAY, memory).tell("a", "Old", "x");
        Instant later = MONDAY.plus(TellingRounds.GIVEN_UP_AFTER).plusSeconds(1);
        teller(later, memory).tell("a", "New", "x");
        round(later, memory);
        assertThat(memory.told).extracting(Telling::subject).containsExactly("New");
        assertThat(store.state("a").givenUp()).isEqualTo(1);
    }

    @Test
    void leavesATryOfAnotherHubAlone() {
        Memory memory = new Memory("a");
        teller(MONDAY, memory).tell("a", "Alarm", "x");
        assertThat(store.claim("a", MONDAY, MONDAY.plus(TellingRounds.TRY_LIMIT))).isPresent();
        round(MONDAY.plusSeconds(1), memory);
        assertThat(memory.told).isEmpty();
        round(MONDAY.plus(TellingRounds.TRY_LIMIT), memory);
        assertThat(memory.told).hasSize(1);
    }

    @Test
    void keepsNoMoreThanAChannelCanTell() {
        Memory memory = new Memory("a");
        KeptTeller teller = teller(MONDAY, memory);
        for (int i = 0; i < KeptTeller.WAITING_LIMIT; i++) {
            assertThat(teller.tell("a", "Alarm " + i, "x")).isTrue();
        }
        assertThat(teller.tell("a", "One more", "x")).isFalse();
        assertThat(store.state("a").waiting()).isEqualTo(KeptTeller.WAITING_LIMIT);
    }

    @Test
    void keepsNothingForAChannelThatIsNotThere() {
        teller(MONDAY).tell("a", "Alarm", "x");
        assertThat(store.state("a").waiting()).isZero();
    }

    @Test
    void callsAWebhookWithJson() throws IOException {
        try (Webhook webhook = new Webhook()) {
            new WebhookChannel("hook", webhook.address()).send(new Telling("01K", "hook", "Feed \"late\"", "No file\ncame.", MONDAY));
            assertThat(webhook.bodies()).containsExactly(
                    "{\"id\":\"01K\",\"schema\":\"telling.v1\",\"subject\":\"Feed \\\"late\\\"\",\"text\":\"Feed \\\"late\\\"\\nNo file\\ncame.\",\"at\":\"2026-11-23T08:40:00Z\"}");
        }
    }

    @Test
    void takesNoRedirectAndNoErrorForAnAnswer() throws IOException {
        try (Webhook webhook = new Webhook()) {
            WebhookChannel channel = new WebhookChannel("hook", webhook.address());
            teller(MONDAY, channel).tell("hook", "Alarm", "x");
            webhook.answering(302);
            round(MONDAY, channel);
            assertThat(webhook.bodies()).hasSize(1);
            assertThat(store.state("hook").fault()).isEqualTo("the webhook answered 302");
            round(MONDAY.plusSeconds(60), channel);
            webhook.answering(204);
            round(MONDAY.plusSeconds(180), channel);
            assertThat(webhook.bodies()).hasSize(3).allSatisfy(body -> assertThat(body).isEqualTo(webhook.bodies().get(0)));
            assertThat(store.state("hook").waiting()).isZero();
        }
    }

    @Test
    void callsThisMachineOrHttpsOnly() {
        assertThat(List.of("https://alarms.example/x", "http://localhost:9/x", "http://127.0.0.1:9/x", "http://[::1]:9/x")).allMatch(address -> WebhookChannel.mayBeCalled(URI.create(address)));
        assertThat(List.of("http://alarms.example", "http://10.0.0.1", "ftp://localhost", "https:/x", "http://localhost.example", "https://a:b@alarms.example"))
                .noneMatch(address -> WebhookChannel.mayBeCalled(URI.create(address)));
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookChannel("hook", URI.create("http://alarms.example")));
    }

    @Test
    void mailsUnderALastingId() throws IOException {
        try (MailServer server = new MailServer(false)) {
            Mailer mailer = new Mailer(server.address(), "hub@example.org", "", "");
            new MailChannel("mail", "a@example.org, b@example.org", mailer).send(new Telling("01K", "mail", "Feed late", "No file came.", MONDAY));
            assertThat(server.mails()).singleElement().asString().contains("Message-ID: <01K@early-help-hub>", "Subject: Feed late", "To: a@example.org, b@example.org", "No file came.");
        }
    }

    @Test
    void mailsThoseWhoseAddressLives() throws IOException {
        try (MailServer server = new MailServer(false).without("gone@example.org")) {
            Mailer mailer = new Mailer(server.address(), "hub@example.org", "", "");
            Telling telling = new Telling("01K", "mail", "Feed late", "No file came.", MONDAY);
            new MailChannel("mail", "a@example.org, gone@example.org", mailer).send(telling);
            assertThat(server.mails()).hasSize(1);
            assertThatIllegalStateException().isThrownBy(() -> new MailChannel("mail", "gone@example.org", mailer).send(telling));
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void keepsSubjectsToOneLine() {
        Telling telling = new Telling("01K", "a", "Feed\r\nBcc: x@example.org", "x".repeat(5_000), MONDAY);
        assertThat(telling.subject()).isEqualTo("Feed Bcc: x@example.org");
        assertThat(telling.words()).hasSize(Telling.WORDS_LIMIT).endsWith("…");
    }
}
