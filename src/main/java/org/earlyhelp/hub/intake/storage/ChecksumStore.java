package org.earlyhelp.hub.intake.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables file_checksum and checksum_wait. Changes join the caller's transaction, if there is one. Thread-safe. */
@Repository
public class ChecksumStore {
    private final JdbcClient sql;

    public ChecksumStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Gives what was announced to the oldest file of that name that waits, and lets it go on; where none waits, the next one has it. */
    public void note(Delivery checksum, String fileName, String sha256, Instant at) {
        boolean given = sql.sql("""
                UPDATE checksum_wait SET told = true, sha256 = ? WHERE delivery_id = (SELECT min(w.delivery_id) FROM checksum_wait w JOIN delivery d ON d.id = w.delivery_id
                   WHERE NOT w.told AND d.stage IN ('HELD', 'RECEIVED') AND d.agency = ? AND d.sender IS NOT DISTINCT FROM ? AND d.feed = ? AND d.is_test = ? AND d.file_name = ?)""")
                .param(sha256).param(checksum.agency()).param(checksum.sender()).param(checksum.feed()).param(checksum.test()).param(fileName).update() > 0;
        if (!given) {
            keep(checksum, fileName, sha256, at);
        }
    }

    private void keep(Delivery checksum, String fileName, String sha256, Instant at) {
        sql.sql("""
                INSERT INTO file_checksum (account, feed, is_test, file_name, sha256, received_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT ON CONSTRAINT file_checksum_pk DO UPDATE SET sha256 = excluded.sha256, received_at = excluded.received_at, used_by = NULL""")
                .params(checksum.account().toString(), checksum.feed(), checksum.test(), fileName, sha256, Timestamp.from(at)).update();
    }

    /** What was announced for the file: since then and not for another one, or already found to be this one's. */
    public Optional<String> toldOf(Delivery file, Instant since) {
        return sql.sql("SELECT sha256 FROM checksum_wait WHERE delivery_id = ? AND sha256 IS NOT NULL").param(file.id()).query(String.class).optional()
                .or(() -> announced(file, since));
    }

    private Optional<String> announced(Delivery file, Instant since) {
        return sql.sql("""
                SELECT sha256 FROM file_checksum WHERE account = :account AND feed = :feed AND is_test = :test AND file_name = :name
                   AND (used_by = :id OR used_by IS NULL AND received_at >= :since)""").param("account", file.account().toString()).param("feed", file.feed())
                .param("test", file.test()).param("name", file.fileName()).param("id", file.id()).param("since", Timestamp.from(since)).query(String.class).optional();
    }

    /** Whether the hub itself put the file back after a restore. */
    public boolean isPutBack(Delivery file) {
        return sql.sql("SELECT EXISTS (SELECT FROM resend_file WHERE upload = ?)").param(file.upload()).query(Boolean.class).single();
    }

    /** The file had what was announced; no other one can have it. What it waited for stays known until it is decided, though a crash comes first. */
    public void use(Delivery file) {
        sql.sql("""
                UPDATE file_checksum SET used_by = :id WHERE account = :account AND feed = :feed AND is_test = :test AND file_name = :name
                   AND NOT EXISTS (SELECT FROM checksum_wait WHERE delivery_id = :id AND sha256 IS NOT NULL)""").param("id", file.id())
                .param("account", file.account().toString()).param("feed", file.feed()).param("test", file.test()).param("name", file.fileName()).update();
        pause(file.id());
    }

    /** It waits no longer for what has not come; what has come stays. */
    public void pause(long delivery) {
        sql.sql("DELETE FROM checksum_wait WHERE delivery_id = ? AND sha256 IS NULL").param(delivery).update();
    }

    /** The file waits for its checksum until then, from now on untold; a wait that stands keeps its end. */
    public void wait(long delivery, Instant until) {
        sql.sql("INSERT INTO checksum_wait (delivery_id, until) VALUES (?, ?) ON CONFLICT ON CONSTRAINT checksum_wait_pk DO UPDATE SET told = false")
                .params(delivery, Timestamp.from(until)).update();
    }

    /** The file waits for its checksum no more. */
    public void endWait(long delivery) {
        sql.sql("DELETE FROM checksum_wait WHERE delivery_id = ?").param(delivery).update();
    }

    /** Until when the file waits or waited. */
    public Optional<Instant> waitOf(long delivery) {
        return sql.sql("SELECT until FROM checksum_wait WHERE delivery_id = ?").param(delivery).query((row, n) -> row.getTimestamp(1).toInstant()).optional();
    }

    /** As if all files that wait, and all checksums for which no file came yet, had come now. */
    public void beginAnew(Instant now, Instant until) {
        sql.sql("UPDATE checksum_wait SET until = :until WHERE until < :until").param("until", Timestamp.from(until)).update();
        sql.sql("UPDATE file_checksum SET received_at = :now WHERE used_by IS NULL AND received_at < :now").param("now", Timestamp.from(now)).update();
    }

    /** A file that is held for its checksum alone; {@code isReady} when that has come or its time is over. */
    public record Waiting(long delivery, AccountName account, String feed, boolean isReady) {
    }

    /** In the order in which they came. */
    public List<Waiting> waiting(Instant now) {
        return sql.sql("""
                SELECT d.id, d.agency, d.sender, d.feed, w.told OR w.until <= ? FROM checksum_wait w JOIN delivery d ON d.id = w.delivery_id
                 WHERE d.stage = 'HELD' AND d.held_for IS NULL ORDER BY d.id""").param(Timestamp.from(now))
                .query((row, n) -> new Waiting(row.getLong(1), new AccountName(row.getString(2), row.getString(3)), row.getString(4), row.getBoolean(5))).list();
    }

    /** Forgets checksums for which no file came or waits, for whatever, or whose file was dealt with; returns how many. */
    public int forget(Instant before) {
        sql.sql("DELETE FROM checksum_wait w USING delivery d WHERE d.id = w.delivery_id AND d.stage NOT IN ('HELD', 'RECEIVED')").update();
        return sql.sql("""
                DELETE FROM file_checksum c WHERE received_at < ?
                   AND NOT EXISTS (SELECT FROM delivery d WHERE d.id = c.used_by AND d.stage IN ('HELD', 'RECEIVED'))
                   AND NOT EXISTS (SELECT FROM delivery d
                                    WHERE c.used_by IS NULL AND d.stage IN ('HELD', 'RECEIVED') AND d.agency || coalesce('.' || d.sender, '') = c.account AND d.feed = c.feed AND d.is_test = c.is_test AND d.file_name = c.file_name)""").param(Timestamp.from(before)).update();
    }
}
