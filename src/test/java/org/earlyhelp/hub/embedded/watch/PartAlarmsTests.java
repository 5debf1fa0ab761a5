package org.earlyhelp.hub.embedded.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.earlyhelp.hub.alert.DeadLetters;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.embedded.storage.StandingFigures;
import org.earlyhelp.hub.intake.alarm.AlarmLedger;
import org.earlyhelp.hub.sharing.LogState;
import org.earlyhelp.hub.sharing.LogWatch;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PartAlarmsTests {
    private static final DeadLetters.DeadLetter LETTER = new DeadLetters.DeadLetter("ID:1", "frontdoor.decisions", "BAD_JSON", Instant.parse("2026-11-23T08:00:00Z"), null, true);
    private final DataSource database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T08:00:00Z");
    private final AlarmLedger alarms = AlarmLedger.in(database, clock.asHubClock());
    private final Parts parts = new Parts();
    private final PartAlarms watch = new PartAlarms(alarms.alarms(), parts, parts, new StandingFigures(JdbcClient.create(database)), clock.asHubClock());

    private List<String> look() {
        watch.look();
        return alarms.open();
    }

    @Test
    void raisesNothingWhileAllWorks() {
        assertThat(look()).isEmpty();
    }

    @Test
    void saysOnceThatTheBrokerIsAwayAndOnceThatItIsBack() {
        parts.listing = new DeadLetters.Listing.BrokerAway();
        assertThat(look()).as("it may only start again").isEmpty();
        clock.forward(PartAlarms.BROKER_LIMIT.minus(Duration.ofSeconds(1)));
        assertThat(look()).isEmpty();
        clock.forward(Duration.ofSeconds(1));
        assertThat(look()).containsExactly("broker-away");
        look();

        parts.listing = new DeadLetters.Listing.Letters(List.of());

        assertThat(look()).isEmpty();
        assertThat(alarms.told("The broker")).containsExactly("Alarm: broker away", "Over: broker away");
    }

    @Test
    void leavesDeadLettersOpenWhileTheBrokerIsAway() {
        parts.listing = new DeadLetters.Listing.Letters(List.of(LETTER));
        assertThat(look()).containsExactly("dead-letters");

        parts.listing = new DeadLetters.Listing.BrokerAway();
        assertThat(look()).containsExactly("dead-letters");
        parts.listing = new DeadLetters.Listing.Letters(List.of());
        assertThat(look()).isEmpty();
    }

    @Test
    void saysThatTheLogIsStoppedOrDoesNotFit() {
        parts.standing = LogState.Standing.STOPPED;
        parts.faults = 2;
        assertThat(look()).containsExactlyInAnyOrder("sharing-log-stopped", "sharing-log-faults");

        parts.standing = LogState.Standing.SIGNING;
        parts.faults = 0;
        assertThat(look()).isEmpty();
    }

    @Test
    void saysThatAFileIsSetAside() {
        JdbcClient.create(database).sql("""
                INSERT INTO delivery (receipt, upload, agency, feed, lane, file_name, bytes, sha256, stage, held_for, received_at)
                VALUES ('R-1', 'u', 'a', 'f', 'l', 'Quillfeather.csv', 1, 's', 'HELD', 'OPERATOR', now())""").update();

        assertThat(look()).containsExactly("file-set-aside");
        assertThat(alarms.words("file-set-aside")).doesNotContain("Quillfeather");
    }

    /** The parts as a test sets them. */
    private static final class Parts implements DeadLetters, LogWatch {
        private Listing listing = new Listing.Letters(List.of());
        private LogState.Standing standing = LogState.Standing.SIGNING;
        private long faults;

        @Override
        public Listing list(int limit) {
            return listing;
        }

        @Override
        public Result resend(String id, String by) {
            return Result.GONE;
        }

        @Override
        public List<Resend> resends(int limit) {
            return List.of();
        }

        @Override
        public LogState state() {
            return new LogState(standing, "", 1, 0, Instant.EPOCH, new LogState.Check(Instant.EPOCH, true, 1, faults, List.of()));
        }

        @Override
        public boolean isStopped() {
            return standing == LogState.Standing.STOPPED;
        }
    }
}
