package org.earlyhelp.hub.intake.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.intake.alarm.OperatorAlarm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The alarms of operators. */
@Repository
public class AlarmStore {
    private static final int KEPT_DAYS = 400;
    private final JdbcClient sql;

    public AlarmStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** What became of an alarm that was to be raised. */
    public enum Added { RAISED, OPEN_ALREADY, TOO_MANY }

    /** Adds it unless one of its key is open, or {@code limit} are, or {@code ofItsKind} of its kind. */
    public Added add(OperatorAlarm alarm, int limit, int ofItsKind) {
        int rows = sql.sql("""
                INSERT INTO operator_alarm (key, kind, words, place, raised_at)
                SELECT :key, :kind, :words, :place, :at FROM (SELECT count(*) AS alarms, count(*) FILTER (WHERE kind = :kind) AS of_kind FROM operator_alarm WHERE cleared_at IS NULL) open
                 WHERE alarms < :limit AND of_kind < :ofItsKind
                ON CONFLICT (key) WHERE cleared_at IS NULL DO NOTHING
                """).param("key", alarm.key()).param("kind", alarm.kind()).param("words", alarm.words()).param("place", alarm.place())
                .param("at", Timestamp.from(alarm.raisedAt())).param("limit", limit).param("ofItsKind", ofItsKind).update();
        return rows == 1 ? Added.RAISED : isOpen(alarm.key()) ? Added.OPEN_ALREADY : Added.TOO_MANY;
    }

    private boolean isOpen(String key) {
        return sql.sql("SELECT EXISTS (SELECT FROM operator_alarm WHERE key = ? AND cleared_at IS NULL)").param(key).query(Boolean.class).single();
    }

    /** Ends the open alarm of that key; empty when there is none. Those over for {@value #KEPT_DAYS} days are forgotten with it. */
    public Optional<OperatorAlarm> clear(String key, Instant now) {
        Optional<OperatorAlarm> over = sql.sql("""
                UPDATE operator_alarm SET cleared_at = greatest(raised_at, :now) WHERE key = :key AND cleared_at IS NULL
                RETURNING key, kind, words, place, raised_at, cleared_at
                """).param("key", key).param("now", Timestamp.from(now)).query((row, i) -> alarm(row)).optional();
        if (over.isPresent()) {
            sql.sql("DELETE FROM operator_alarm WHERE cleared_at < CAST(:now AS timestamptz) - make_interval(days => :days)")
                    .param("now", Timestamp.from(now)).param("days", KEPT_DAYS).update();
        }
        return over;
    }

    /** The open ones, the oldest first. */
    public List<OperatorAlarm> open(int limit) {
        return sql.sql("SELECT key, kind, words, place, raised_at, cleared_at FROM operator_alarm WHERE cleared_at IS NULL ORDER BY raised_at, id LIMIT ?")
                .param(limit).query((row, i) -> alarm(row)).list();
    }

    /** Those that are over, the newest first. */
    public List<OperatorAlarm> over(int limit) {
        return sql.sql("SELECT key, kind, words, place, raised_at, cleared_at FROM operator_alarm WHERE cleared_at IS NOT NULL ORDER BY cleared_at DESC, id DESC LIMIT ?")
                .param(limit).query((row, i) -> alarm(row)).list();
    }

    private static OperatorAlarm alarm(ResultSet row) throws SQLException {
        Timestamp cleared = row.getTimestamp("cleared_at");
        return new OperatorAlarm(row.getString("key"), row.getString("kind"), row.getString("words"), row.getString("place"),
                row.getTimestamp("raised_at").toInstant(), cleared == null ? null : cleared.toInstant());
    }
}
