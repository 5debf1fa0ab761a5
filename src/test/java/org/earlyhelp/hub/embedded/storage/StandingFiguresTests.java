package org.earlyhelp.hub.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.earlyhelp.hub.embedded.storage.StandingFigures.Pile;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class StandingFiguresTests {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String QUEUE = "frontdoor.first-contact";
    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient sql = JdbcClient.create(database);
    private final StandingFigures figures = new StandingFigures(sql);

    @Test
    void findsNothingInAnEmptyDatabase() {
        assertThat(figures.filesSince(NOW)).isEmpty();
        assertThat(figures.unanswered()).isEqualTo(new Pile("unanswered", 0, null));
        assertThat(figures.held()).isEqualTo(new Pile("held", 0, null));
        assertThat(figures.waiting()).extracting(Pile::count).containsOnly(0L);
        assertThat(figures.outbox()).isEmpty();
        assertThat(figures.unacknowledged(NOW)).isEmpty();
        assertThat(figures.undecided(NOW)).isEmpty();
        assertThat(figures.alarms()).isEmpty();
    }

    @Test
    void countsWhatTheBrokerHasNotTaken() {
        message("1", null, NOW.minusSeconds(40));
        message("2", null, NOW.minusSeconds(90));
        message("3", NOW, NOW.minusSeconds(500));

        assertThat(figures.outbox()).containsExactly(new Pile(QUEUE, 2, NOW.minusSeconds(90)));
    }

    @Test
    void countsAlertsPastTheirLimitsAlone() {
        alert("A-1", "RAISED", NOW.minusSeconds(60), NOW.plusSeconds(60));
        alert("A-2", "RAISED", NOW.plusSeconds(1), NOW.plusSeconds(60));
        alert("A-3", "ACKNOWLEDGED", NOW.minusSeconds(60), NOW.minusSeconds(5));
        alert("A-4", "DECIDED", NOW.minusSeconds(60), NOW.minusSeconds(5));

        assertThat(figures.unacknowledged(NOW)).containsExactly(new Pile(QUEUE, 1, NOW.minusSeconds(60)));
        assertThat(figures.undecided(NOW)).containsExactly(new Pile(QUEUE, 1, NOW.minusSeconds(5)));
    }

    @Test
    void countsFilesOfTheTimeByStageAndThoseWithoutAnswer() {
        file("R-1", "ACCEPTED", false, NOW.minus(Duration.ofHours(30)), true);
        file("R-2", "ACCEPTED", false, NOW.minus(Duration.ofHours(1)), true);
        file("R-3", "RECEIVED", false, NOW.minusSeconds(20), false);
        file("R-4", "REJECTED", false, NOW.minusSeconds(50), false);
        file("R-5", "ACCEPTED", true, NOW.minusSeconds(50), true);
        file("R-6", "HELD", false, NOW.minusSeconds(70), true);

        assertThat(figures.filesSince(NOW.minus(Duration.ofHours(24)))).containsExactlyInAnyOrder(new Pile("ACCEPTED", 1, null), new Pile("RECEIVED", 1, null), new Pile("REJECTED", 1, null),
                new Pile("HELD", 1, null));
        assertThat(figures.unanswered()).isEqualTo(new Pile("unanswered", 2, NOW.minusSeconds(50)));
        assertThat(figures.held()).isEqualTo(new Pile("held", 1, NOW.minusSeconds(70)));
    }

    @Test
    void countsOpenAlarmsByKind() {
        sql.sql("INSERT INTO operator_alarm (key, kind, words, raised_at, cleared_at) VALUES ('a', 'feed-late', 'x', ?, NULL), ('b', 'feed-late', 'x', ?, NULL), ('c', 'disk', 'x', ?, ?)")
                .params(stamp(NOW.minusSeconds(5)), stamp(NOW.minusSeconds(9)), stamp(NOW.minusSeconds(9)), stamp(NOW)).update();

        assertThat(figures.alarms()).containsExactly(new Pile("feed-late", 2, NOW.minusSeconds(9)));
    }

    private void message(String id, Instant published, Instant created) {
        sql.sql("INSERT INTO outbox (id, queue, type, body, created_at, published_at) VALUES (?, ?, 't', '{}', ?, ?)").params(id, QUEUE, stamp(created), published == null ? null : stamp(published)).update();
    }

    private void alert(String ref, String status, Instant acknowledgeBy, Instant decideBy) {
        long family = sql.sql("INSERT INTO family (ref, created_at) VALUES (?, ?) RETURNING id").params("F-" + ref, stamp(NOW)).query(Long.class).single();
        sql.sql("""
                INSERT INTO alert (ref, family_id, queue, version, status, level, rule, locality, content, raised_at, acknowledge_by, decide_by)
                VALUES (?, ?, ?, 1, ?, 4, 'r@1', 'riverside', '{}', ?, ?, ?)""").params(ref, family, QUEUE, status, stamp(NOW), stamp(acknowledgeBy), stamp(decideBy)).update();
    }

    private void file(String receipt, String stage, boolean test, Instant received, boolean answered) {
        sql.sql("""
                INSERT INTO delivery (receipt, upload, agency, sender, feed, lane, is_test, file_name, bytes, sha256, stage, received_at, answered_at)
                VALUES (?, ?, 'a', 'a', 'f', 'a/f', ?, 'x', 1, '', ?, ?, ?)""").params(receipt, receipt, test, stage, stamp(received), answered ? stamp(NOW) : null).update();
    }

    private static Timestamp stamp(Instant instant) {
        return Timestamp.from(instant);
    }
}
