package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.time.Instant;
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

    private boolean add(String alertRef, String notice, String told, String message, Instant at) {
        return sql.sql("""
                INSERT INTO alert_notice (alert_ref, notice, told, message, at) VALUES (:alert, :notice, :told, :message, :at)
                ON CONFLICT (alert_ref, notice) DO NOTHING
                """).param("alert", alertRef).param("notice", notice).param("told", told).param("message", message).param("at", stamp(at)).update() > 0;
    }
}
