package org.earlyhelp.hub.intake.account.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.earlyhelp.hub.intake.account.ShutDoor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table sftp_lock_out. Thread-safe. */
@Repository
public class ShutDoorStore {
    private final JdbcClient sql;

    public ShutDoorStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Over a database that was opened by a verb. */
    public static ShutDoorStore over(DataSource database) {
        return new ShutDoorStore(JdbcClient.create(database));
    }

    /** Keeps a lock-out over a restart. */
    public void add(ShutDoor door) {
        sql.sql("INSERT INTO sftp_lock_out (account, address, shut_at, shut_until) VALUES (?, ?, ?, ?) ON CONFLICT ON CONSTRAINT sftp_lock_out_pk DO NOTHING")
                .params(door.account(), door.address(), Timestamp.from(door.at()), Timestamp.from(door.until())).update();
    }

    /** Those that would be shut now, also when somebody lifted them; the newest first. */
    public List<ShutDoor> notOver(Instant now, int limit) {
        return sql.sql("SELECT * FROM sftp_lock_out WHERE shut_until > ? ORDER BY shut_at DESC LIMIT ?").param(Timestamp.from(now)).param(limit).query(ShutDoorStore::door).list();
    }

    /** Those of the account, the newest first. */
    public List<ShutDoor> of(String account, int limit) {
        return sql.sql("SELECT * FROM sftp_lock_out WHERE account = ? ORDER BY shut_at DESC, address LIMIT ?").params(account, limit).query(ShutDoorStore::door).list();
    }

    /** Lifts all of the account that are shut; returns their addresses. */
    public List<String> lift(String account, String by, Instant at, String reason) {
        return sql.sql("UPDATE sftp_lock_out SET lifted_by = ?, lifted_at = ?, lifted_reason = ? WHERE account = ? AND lifted_at IS NULL AND shut_until > ? RETURNING address")
                .params(by, Timestamp.from(at), reason, account, Timestamp.from(at)).query(String.class).list().stream().distinct().sorted().toList();
    }

    /** Forgets those that were over before then, and those that ended by themselves; returns how many went. */
    public int forgetBefore(Instant then, Instant now) {
        return sql.sql("DELETE FROM sftp_lock_out WHERE shut_until < ? OR lifted_at IS NULL AND shut_until < ?").params(Timestamp.from(then), Timestamp.from(now)).update();
    }

    private static ShutDoor door(ResultSet row, int number) throws SQLException {
        Timestamp lifted = row.getTimestamp("lifted_at");
        return new ShutDoor(row.getString("account"), row.getString("address"), row.getTimestamp("shut_at").toInstant(), row.getTimestamp("shut_until").toInstant(),
                row.getString("lifted_by"), lifted == null ? null : lifted.toInstant(), row.getString("lifted_reason"));
    }
}
