package org.earlyhelp.hub.rights.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.rights.hold.LegalHold;
import org.earlyhelp.hub.rights.hold.LegalHold.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of legal holds. Nothing is ever deleted from it. Thread-safe. */
@Repository
public class HoldStore {
    private static final int LIST_LIMIT = 1_000;
    private final JdbcClient sql;

    HoldStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those that stand first, the next to be reviewed on top; a page's worth. */
    public List<LegalHold> all() {
        return sql.sql("SELECT * FROM legal_hold ORDER BY lifted_at IS NOT NULL, review_on, id LIMIT ?").param(LIST_LIMIT).query(HoldStore::hold).list();
    }

    /** All that were not lifted. */
    public List<LegalHold> standing() {
        return sql.sql("SELECT * FROM legal_hold WHERE lifted_at IS NULL ORDER BY id").query(HoldStore::hold).list();
    }

    /** Keeps a new hold. */
    public void place(Scope scope, String about, String reason, LocalDate reviewOn, String account, Instant now) {
        sql.sql("INSERT INTO legal_hold (scope, about, reason, placed_by, placed_at, review_on) VALUES (?, ?, ?, ?, ?, ?)")
                .params(scope.name(), about, reason, account, Timestamp.from(now), reviewOn).update();
    }

    /** False when it does not stand. */
    public boolean proposeLift(long id, String reason, String account, Instant now) {
        return sql.sql("UPDATE legal_hold SET lift_by = ?, lift_reason = ?, lift_at = ? WHERE id = ? AND lifted_at IS NULL")
                .params(account, reason, Timestamp.from(now), id).update() > 0;
    }

    /** False when it does not stand, or this account proposed it itself. */
    public boolean lift(long id, String account, Instant now) {
        return sql.sql("UPDATE legal_hold SET lifted_by = ?, lifted_at = ? WHERE id = ? AND lifted_at IS NULL AND lift_by <> ?")
                .params(account, Timestamp.from(now), id, account).update() > 0;
    }

    private static LegalHold hold(ResultSet row, int number) throws SQLException {
        Timestamp lifted = row.getTimestamp("lifted_at");
        return new LegalHold(row.getLong("id"), Scope.valueOf(row.getString("scope")), row.getString("about"), row.getString("reason"), row.getString("placed_by"),
                row.getTimestamp("placed_at").toInstant(), row.getObject("review_on", LocalDate.class), row.getString("lift_by"), row.getString("lift_reason"),
                row.getString("lifted_by"), lifted == null ? null : lifted.toInstant());
    }
}
