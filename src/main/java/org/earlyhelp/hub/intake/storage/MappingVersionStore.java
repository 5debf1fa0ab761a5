package org.earlyhelp.hub.intake.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.intake.LayoutVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every form of every layout with its text. Numbers rise. All methods join the caller's transaction. */
@Repository
public class MappingVersionStore {
    private static final String CHANGE_LOCK = "mappings";
    private static final String SELECT = """
            SELECT number, mapping, version, sha256, body IS NULL AS removed, seen_at, proposed_by, proposed_at, activated_by, activated_at FROM mapping_version
            """;
    private final JdbcClient sql;

    public MappingVersionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps every other hub on this database from changing forms until this transaction ends. */
    public void lock() {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))::text").param(CHANGE_LOCK).query(String.class).optional();
    }

    /** The newest activated form of each layout, by layout; one whose file was taken away is among them. */
    public List<LayoutVersion> standing() {
        return sql.sql("SELECT DISTINCT ON (mapping) * FROM (" + SELECT + "WHERE activated_at IS NOT NULL) form ORDER BY mapping, number DESC").query(MappingVersionStore::version).list();
    }

    /** Layouts put forward and not in force, by mapping. */
    public List<LayoutVersion> waiting() {
        return sql.sql(SELECT + "WHERE activated_at IS NULL ORDER BY mapping").query(MappingVersionStore::version).list();
    }

    /** That version, in force, former or put forward. */
    public Optional<LayoutVersion> version(int number) {
        return sql.sql(SELECT + "WHERE number = ?").param(number).query(MappingVersionStore::version).optional();
    }

    /** The newest versions of a mapping first. */
    public List<LayoutVersion> newest(String mapping, int limit) {
        return sql.sql(SELECT + "WHERE mapping = ? ORDER BY number DESC LIMIT ?").params(mapping, limit).query(MappingVersionStore::version).list();
    }

    /** The activated form before that one, of the same layout. */
    public Optional<LayoutVersion> before(LayoutVersion version) {
        return sql.sql(SELECT + "WHERE mapping = ? AND number < ? AND activated_at IS NOT NULL ORDER BY number DESC LIMIT 1").params(version.mapping(), version.number())
                .query(MappingVersionStore::version).optional();
    }

    /** Empty for an unknown number and where the file was taken away. */
    public Optional<String> text(int number) {
        return sql.sql("SELECT body FROM mapping_version WHERE number = ? AND body IS NOT NULL").param(number).query(String.class).optional();
    }

    /** Keeps a form in place of what waited; {@code body} is null for a file that was taken away, {@code by} null where people must be asked. */
    public int keep(String mapping, int version, String sha256, String body, String by, Instant now) {
        dropWaiting(mapping);
        return sql.sql("""
                INSERT INTO mapping_version (mapping, version, sha256, body, seen_at, activated_by, activated_at)
                VALUES (:mapping, :version, :sha256, :body, :now, :by::text, CASE WHEN :by::text IS NULL THEN NULL ELSE :now::timestamptz END)
                RETURNING number""").param("mapping", mapping).param("version", version).param("sha256", sha256).param("body", body)
                .param("now", Timestamp.from(now)).param("by", by).query(Integer.class).single();
    }

    /** The folder no longer says it. */
    public void dropWaiting(String mapping) {
        sql.sql("DELETE FROM mapping_version WHERE mapping = ? AND activated_at IS NULL").param(mapping).update();
    }

    /** False when it no longer waits, or somebody has put it forward. */
    public boolean propose(int number, String account, Instant now) {
        return sql.sql("UPDATE mapping_version SET proposed_by = ?, proposed_at = ? WHERE number = ? AND proposed_by IS NULL AND activated_at IS NULL")
                .params(account, Timestamp.from(now), number).update() == 1;
    }

    /** False unless another person has put it forward and it still waits. */
    public boolean activate(int number, String account, Instant now) {
        return sql.sql("UPDATE mapping_version SET activated_by = ?, activated_at = ? WHERE number = ? AND activated_at IS NULL AND proposed_by <> ?")
                .params(account, Timestamp.from(now), number, account).update() == 1;
    }

    private static LayoutVersion version(ResultSet row, int at) throws SQLException {
        return new LayoutVersion(row.getInt("number"), row.getString("mapping"), row.getInt("version"), row.getString("sha256"), row.getBoolean("removed"),
                instant(row, "seen_at"), row.getString("proposed_by"), instant(row, "proposed_at"), row.getString("activated_by"), instant(row, "activated_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp stamp = row.getTimestamp(column);
        return stamp == null ? null : stamp.toInstant();
    }
}
