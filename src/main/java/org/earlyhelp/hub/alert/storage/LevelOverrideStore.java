package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.LevelOverride;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The levels that people set. All methods join the caller's transaction. */
@Repository
public class LevelOverrideStore {
    private static final String SELECT = """
            SELECT a.ref AS alert_ref, f.ref AS family_ref, o.* FROM level_override o JOIN alert a ON a.id = o.alert_id JOIN family f ON f.id = a.family_id
            """;
    private final JdbcClient sql;

    public LevelOverrideStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps a level; end the earlier one of the family first. */
    public void add(Alert alert, int level, String reason, String by, Instant at) {
        sql.sql("""
                INSERT INTO level_override (alert_id, level, hub_level, reason, by_whom, set_at) VALUES (:alert, :level, :hub, :reason, :by, :at)
                """).param("alert", alert.id()).param("level", level).param("hub", alert.content().level()).param("reason", reason).param("by", by)
                .param("at", stamp(at)).update();
    }

    /** Ends what stands for these families. */
    public void end(Collection<Long> families, LevelOverride.Ending ending, Instant at) {
        sql.sql("""
                UPDATE level_override o SET ended_at = :at, ended = :ended FROM alert a
                WHERE a.id = o.alert_id AND a.family_id IN (:families) AND o.ended_at IS NULL
                """).param("at", stamp(at)).param("ended", ending.name()).param("families", families).update();
    }

    /** What stands for families of these references. */
    public List<LevelOverride> standing(Collection<String> families) {
        return families.isEmpty() ? List.of() : sql.sql(SELECT + "WHERE f.ref IN (:families) AND o.ended_at IS NULL").param("families", families)
                .query(LevelOverrideStore::override).list();
    }

    /** All that were set for a family, newest first. */
    public List<LevelOverride> of(String family) {
        return sql.sql(SELECT + "WHERE f.ref = :family ORDER BY o.id DESC").param("family", family).query(LevelOverrideStore::override).list();
    }

    private static LevelOverride override(ResultSet row, int index) throws SQLException {
        String ended = row.getString("ended");
        return new LevelOverride(row.getString("alert_ref"), row.getString("family_ref"), row.getInt("level"), row.getInt("hub_level"), row.getString("reason"),
                row.getString("by_whom"), Stamps.instant(row, "set_at"), Stamps.instant(row, "ended_at"), ended == null ? null : LevelOverride.Ending.valueOf(ended));
    }
}
