package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.time.Instant;
import org.earlyhelp.hub.alert.Decision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The decisions that took effect, by the sender's id. */
@Repository
public class DecisionStore {
    private final JdbcClient sql;

    public DecisionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether a decision of that id took effect. */
    public boolean has(String id) {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM decision WHERE id = :id)").param("id", id).query(Boolean.class).single();
    }

    /** Keeps a decision; false, and nothing kept, when its id came before. */
    public boolean add(Decision decision, Instant receivedAt) {
        return sql.sql("""
                INSERT INTO decision (id, alert_ref, alert_version, action, content, by_whom, at, received_at)
                VALUES (:id, :alert, :version, :action, :content::jsonb, :by, :at, :received) ON CONFLICT (id) DO NOTHING
                """).param("id", decision.id()).param("alert", decision.alert()).param("version", decision.alertVersion())
                .param("action", decision.action().name()).param("content", StoredJson.write(decision)).param("by", decision.by())
                .param("at", stamp(decision.at())).param("received", stamp(receivedAt)).update() > 0;
    }
}
