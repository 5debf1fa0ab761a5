package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices that somebody must look at an alert: each once, without personal data. */
@Repository
public class NoticeStore {
    private final JdbcClient sql;

    public NoticeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Adds a notice for the manager; false when it was given before. */
    public boolean tellManager(String alertRef, String notice, String message, Instant at) {
        return add(alertRef, notice, "manager", message, at);
    }

    /** Adds a notice for the out-of-hours contact; false when it was given before. */
    public boolean tellOutOfHours(String alertRef, String notice, String message, Instant at) {
        return add(alertRef, notice, "out-of-hours", message, at);
    }

    /** A notice that nobody outside the pages was told of so far; {@code level} is 0 where {@code alert} is the receipt of a file. */
    public record ToHandOn(String alert, int level, String told, String message) {
    }

    /** The recipient's notices not handed on so far, marked as handed on in the caller's transaction: the highest level first, then the oldest. */
    public List<ToHandOn> takeToHandOn(String recipient, int limit, Instant now) {
        return sql.sql("""
                WITH next AS (
                    SELECT n.alert_ref, n.notice, coalesce(a.level, 0) AS level, coalesce(a.level, 4) AS rank FROM alert_notice n LEFT JOIN alert a ON a.ref = n.alert_ref
                    WHERE n.handed_on_at IS NULL AND n.told = :recipient ORDER BY rank DESC, n.at LIMIT :limit FOR UPDATE OF n SKIP LOCKED),
                taken AS (
                    UPDATE alert_notice n SET handed_on_at = :now FROM next WHERE n.alert_ref = next.alert_ref AND n.notice = next.notice
                    RETURNING n.alert_ref, next.level, next.rank, n.told, n.message, n.at)
                SELECT * FROM taken ORDER BY rank DESC, at, alert_ref""").param("recipient", recipient).param("limit", limit).param("now", stamp(now))
                .query((row, number) -> new ToHandOn(row.getString("alert_ref"), row.getInt("level"), row.getString("told"), row.getString("message"))).list();
    }

    private boolean add(String alertRef, String notice, String told, String message, Instant at) {
        return sql.sql("""
                INSERT INTO alert_notice (alert_ref, notice, told, message, at) VALUES (:alert, :notice, :told, :message, :at)
                ON CONFLICT (alert_ref, notice) DO NOTHING
                """).param("alert", alertRef).param("notice", notice).param("told", told).param("message", message).param("at", stamp(at)).update() > 0;
    }
}
