package org.earlyhelp.hub.embedded.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.earlyhelp.hub.alert.DeadLetters;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.embedded.storage.StandingFigures;
import org.earlyhelp.hub.intake.alarm.AlarmLedger;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.LastWholeCheck;
import org.earlyhelp.hub.sharing.LogState;
import org.earlyhelp.hub.sharing.LogWatch;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class PartAlarmsTests {
    private static final DeadLetters.DeadLetter LETTER = new DeadLetters.DeadLetter("ID:1", "frontdoor.decisions", "BAD_JSON", Instant.parse("2026-11-23T08:00:00Z"), null, true);
    private final DataSource database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T08:00:00Z");
    private final AlarmLedger alarms = AlarmLedger.in(database, clock.asHubClock());
    private final Parts parts = new Parts();
    private final JdbcClient sql = JdbcClient.create(database);
    @TempDir
    private Path data;
    private PartAlarms watch;

    @BeforeEach
    void start() {
        watch = new PartAlarms(alarms.alarms(), parts, parts, new StandingFigures(sql), new HubSettings(data, Path.of("."), Path.of(data + "-keys"), false), clock.asHubClock());
    }

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
        sql.sql("""
                INSERT INTO delivery (receipt, upload, agency, feed, lane, file_name, bytes, sha256, stage, held_for, received_at)
                VALUES ('R-1', 'u', 'a', 'f', 'l', 'Quillfeather.csv', 1, 's', 'HELD', 'OPERATOR', now())""").update();

        assertThat(look()).containsExactly("file-set-aside");
        assertThat(alarms.words("file-set-aside")).doesNotContain("Quillfeather");
    }

    @Test
    void saysThatTheWholeLogWasNotCheckedForLong() throws IOException {
        LastWholeCheck.note(data, HubClock.machineTime().minus(PartAlarms.UNCHECKED_LIMIT));
        assertThat(look()).as("a start may make up for it").isEmpty();
        clock.forward(PartAlarms.MAKING_UP_LIMIT);
        assertThat(look()).containsExactly("sharing-log-unchecked");

        LastWholeCheck.note(data, HubClock.machineTime());
        assertThat(look()).isEmpty();
    }

    @Test
    void saysThatARecordWasNotLinkedUntilItIs() {
        sql.sql("""
                WITH came AS (INSERT INTO delivery (receipt, upload, agency, feed, lane, file_name, bytes, sha256, stage, received_at)
                    VALUES ('R-1', 'u', 'a', 'f', 'l', 'x', 1, 's', 'ACCEPTED', now()) RETURNING id),
                kept AS (INSERT INTO record (ref, agency, feed, source_ref, version, is_current, fact_kind, fact, observed_at, received_at, delivery_id, fingerprint)
                    SELECT 'REC', 'a', 'f', 'S1', 1, true, 'k', '{}', now(), now(), id, '' FROM came RETURNING id)
                INSERT INTO mention (record_id, role, index, person, fingerprint) SELECT id, 'CHILD', 0, '{}', '\\x01' FROM kept""").update();
        sql.sql("INSERT INTO finding (room, code, about, message, raised_at) VALUES ('identity', 'RECORD_NOT_LINKED', 'a/f/REC@1', 'm', now())").update();
        assertThat(look()).containsExactly("record-not-linked");
        assertThat(alarms.words("record-not-linked")).doesNotContain("REC@");

        sql.sql("INSERT INTO person (ref, created_at) VALUES ('P-1', now())").update();
        sql.sql("INSERT INTO link (mention_id, person_id, match, reason, fingerprint, decided_at) SELECT m.id, p.id, 'NEW', 'r', m.fingerprint, now() FROM mention m, person p").update();
        assertThat(look()).isEmpty();
    }

    @Test
    void saysThatAFamilyWasNotAssessedUntilItIs() {
        sql.sql("INSERT INTO family (ref, created_at) VALUES ('F-1', now())").update();
        sql.sql("INSERT INTO finding (room, code, about, message, raised_at) VALUES ('need', 'ASSESSMENT_FAILED', 'F-1', 'm', now())").update();
        assertThat(look()).containsExactly("family-not-assessed");

        sql.sql("UPDATE finding SET closed_at = now()").update();
        assertThat(look()).isEmpty();
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
