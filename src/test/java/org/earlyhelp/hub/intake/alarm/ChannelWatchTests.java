package org.earlyhelp.hub.intake.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.sharing.tell.ChannelState;
import org.earlyhelp.hub.sharing.tell.Teller;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;

class ChannelWatchTests {
    private static final String KEY = "channel-dead alarm-webhook";
    private final MovingClock clock = new MovingClock("2026-11-23T08:40:00Z");
    private final AlarmLedger ledger = AlarmLedger.in(TestDatabase.fresh(), clock.asHubClock());
    private ChannelState state;
    private final ChannelWatch watch = new ChannelWatch(new Teller() {
        @Override
        public Set<String> channels() {
            return Set.of("alarm-webhook");
        }

        @Override
        public boolean tell(String channel, String subject, String words) {
            return false;
        }

        @Override
        public List<ChannelState> states() {
            return state == null ? List.of() : List.of(state);
        }
    }, ledger.alarms(), clock.asHubClock());

    private void look(long waiting, String fault, Instant lastDelivered) {
        Instant since = fault == null ? null : Instant.parse("2026-11-23T08:40:00Z");
        state = new ChannelState("alarm-webhook", waiting, since, null, 0, lastDelivered, fault);
        watch.look();
    }

    @Test
    void raisesOnceAndIsOverOnceWhenSomethingIsTaken() {
        look(1, "the webhook answered 500", null);
        assertThat(ledger.open()).as("one refusal").isEmpty();
        clock.forward(ChannelWatch.DEAD_AFTER);
        look(1, "the webhook answered 500", null);
        look(2, "the webhook answered 500", null);
        assertThat(ledger.open()).containsExactly(KEY);

        clock.forward(Duration.ofMinutes(1));
        look(1, null, clock.instant());
        look(0, null, clock.instant());
        assertThat(ledger.told("by alarm webhook")).containsExactly("Alarm: channel dead", "Over: channel dead");
    }

    @Test
    void isNotOverWhenAllIsGivenUp() {
        clock.forward(ChannelWatch.DEAD_AFTER);
        look(1, "the webhook answered 500", Instant.parse("2026-11-22T08:40:00Z"));
        clock.forward(Duration.ofHours(25));
        look(0, null, Instant.parse("2026-11-22T08:40:00Z"));

        assertThat(ledger.open()).containsExactly(KEY);
    }

    @Test
    void saysThatOneIsRefusedThoughOthersAreTaken() {
        Instant passed = Instant.parse("2026-11-23T08:40:00Z");
        state = new ChannelState("alarm-webhook", 1, null, passed, 0, passed, "the webhook answered 413");
        watch.look();
        assertThat(ledger.open()).isEmpty();
        clock.forward(ChannelWatch.DEAD_AFTER);
        state = new ChannelState("alarm-webhook", 1, null, passed, 0, clock.instant(), "the webhook answered 413");
        watch.look();
        watch.look();
        assertThat(ledger.open()).containsExactly("telling-refused alarm-webhook");

        look(0, null, clock.instant());
        assertThat(ledger.told("by alarm webhook")).containsExactly("Alarm: telling refused", "Over: telling refused");
    }

    @Test
    void isOverWhenTheChannelIsNamedNoMore() {
        clock.forward(ChannelWatch.DEAD_AFTER);
        look(1, "the webhook answered 500", null);
        state = null;
        watch.look();

        assertThat(ledger.open()).isEmpty();
    }

    @Test
    void waitsForWhatWasNotTriedYet() {
        clock.forward(Duration.ofHours(2));
        look(1, null, null);

        assertThat(ledger.open()).isEmpty();
    }
}
