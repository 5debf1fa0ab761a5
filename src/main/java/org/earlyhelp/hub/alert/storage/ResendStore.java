package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.util.List;
import org.earlyhelp.hub.alert.DeadLetters.Resend;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The dead letters that were sent again. */
@Repository
public class ResendStore {
    private final JdbcClient sql;

    public ResendStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Notes who put a dead letter back, and why. */
    public void add(Resend resend) {
        sql.sql("INSERT INTO dead_letter_resend (message_id, queue, reason, by_whom, at) VALUES (:id, :queue, :reason, :by, :at)").param("id", resend.id())
                .param("queue", resend.queue()).param("reason", resend.reason()).param("by", resend.by()).param("at", stamp(resend.at())).update();
    }

    /** The latest, newest first. */
    public List<Resend> latest(int limit) {
        return sql.sql("SELECT message_id, queue, reason, by_whom, at FROM dead_letter_resend ORDER BY id DESC LIMIT :limit").param("limit", limit)
                .query((row, i) -> new Resend(row.getString(1), row.getString(2), row.getString(3), row.getString(4), Stamps.instant(row, "at"))).list();
    }
}
