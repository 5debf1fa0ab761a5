package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The moments at which the front door said it closes. */
@Repository
public class TeamClosingStore {
    private final JdbcClient sql;

    public TeamClosingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Adds one. */
    public void add(Instant at, String account) {
        sql.sql("INSERT INTO team_closing (at, account) VALUES (:at, :account)").param("at", stamp(at)).param("account", account).update();
    }

    /** Newest first, at most {@code limit}. */
    public List<Instant> latest(int limit) {
        return sql.sql("SELECT at FROM team_closing ORDER BY at DESC LIMIT :limit").param("limit", limit).query((row, i) -> Stamps.instant(row, "at")).list();
    }
}
