package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.Backlog;
import org.earlyhelp.hub.alert.life.Ground;
import org.earlyhelp.hub.alert.life.Grounds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The families that wait for an alert. All methods join the caller's transaction; lock the family before a change. */
@Repository
public class BacklogStore {
    private final JdbcClient sql;

    public BacklogStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A family that waits, with what its alert would say and rest on. */
    public record Waiting(long familyId, Backlog.Why why, AlertContent content, Grounds grounds, boolean beforeTheBell) {
    }

    /** Lets the family wait, or renews what is known of one that does. It keeps its place; live news stays news. */
    public void hold(Waiting waiting, Instant now) {
        sql.sql("""
                INSERT INTO alert_backlog (family_id, level, why, content, grounds, before_the_bell, since)
                VALUES (:family, :level, :why, :content::jsonb, :grounds::jsonb, :bell, :now)
                ON CONFLICT (family_id) DO UPDATE SET level = excluded.level, content = excluded.content, grounds = excluded.grounds,
                    before_the_bell = alert_backlog.before_the_bell OR excluded.before_the_bell,
                    why = CASE WHEN alert_backlog.why IN ('OVER_CEILING', 'MATCH_RATE') THEN alert_backlog.why ELSE excluded.why END
                """).param("family", waiting.familyId()).param("level", waiting.content().level()).param("why", waiting.why().name())
                .param("content", StoredJson.write(waiting.content())).param("grounds", StoredJson.write(waiting.grounds().grounds()))
                .param("bell", waiting.beforeTheBell()).param("now", stamp(now)).update();
    }

    /** The family's place, if it waits. */
    public Optional<Waiting> of(long familyId) {
        return sql.sql("SELECT * FROM alert_backlog WHERE family_id = :family").param("family", familyId).query(BacklogStore::waiting).optional();
    }

    /** Takes the family out; empty when it did not wait. */
    public Optional<Waiting> take(long familyId) {
        return sql.sql("DELETE FROM alert_backlog WHERE family_id = :family RETURNING *").param("family", familyId).query(BacklogStore::waiting).optional();
    }

    /** Families of a level that wait longest. */
    public List<Long> oldest(int level, int limit) {
        return sql.sql("SELECT family_id FROM alert_backlog WHERE level = :level ORDER BY since, family_id LIMIT :limit")
                .params(Map.of("level", level, "limit", limit)).query(Long.class).list();
    }

    /** Their F- references, in the same order. */
    public List<String> oldestRefs(int level, int limit) {
        return sql.sql("""
                SELECT f.ref FROM alert_backlog b JOIN family f ON f.id = b.family_id WHERE b.level = :level ORDER BY b.since, b.family_id LIMIT :limit
                """).params(Map.of("level", level, "limit", limit)).query(String.class).list();
    }

    /** How many families wait, by level and reason, the highest level first. */
    public List<Backlog.Count> counts() {
        return sql.sql("SELECT level, why, count(*) AS families, min(since) AS oldest FROM alert_backlog GROUP BY level, why ORDER BY level DESC, why")
                .query((row, i) -> new Backlog.Count(row.getInt("level"), Backlog.Why.valueOf(row.getString("why")), row.getLong("families"),
                        Stamps.instant(row, "oldest"))).list();
    }

    /** Gives the place of a gone family to the one that took it over, which keeps its own if it has one. */
    public void move(long gone, long kept) {
        sql.sql("""
                UPDATE alert_backlog SET family_id = :kept WHERE family_id = :gone AND NOT EXISTS (SELECT FROM alert_backlog WHERE family_id = :kept)
                """).params(Map.of("gone", gone, "kept", kept)).update();
        take(gone);
    }

    /** After families were parted each takes the place of the one that waits; the assessments that follow drop it where it does not hold. */
    public void share(Collection<Long> families) {
        sql.sql("""
                INSERT INTO alert_backlog (family_id, level, why, content, grounds, before_the_bell, since)
                SELECT f.id, b.level, b.why, b.content, b.grounds, b.before_the_bell, b.since FROM family f
                CROSS JOIN (SELECT * FROM alert_backlog WHERE family_id IN (:families) ORDER BY since LIMIT 1) b
                WHERE f.id IN (:families) AND f.gone_into IS NULL ON CONFLICT DO NOTHING
                """).param("families", families).update();
    }

    /** Notes that people let families of a level go out of the backlog. */
    public void released(Backlog.Release release) {
        sql.sql("INSERT INTO backlog_release (level, asked, alerts, by_whom, at) VALUES (:level, :asked, :alerts, :by, :at)")
                .param("level", release.level()).param("asked", release.asked()).param("alerts", release.alerts().toArray(String[]::new))
                .param("by", release.by()).param("at", stamp(release.at())).update();
    }

    /** The newest releases first. */
    public List<Backlog.Release> releases(int limit) {
        return sql.sql("SELECT * FROM backlog_release ORDER BY id DESC LIMIT :limit").param("limit", limit).query((row, i) ->
                new Backlog.Release(row.getInt("level"), row.getInt("asked"), List.of((String[]) row.getArray("alerts").getArray()), row.getString("by_whom"),
                        Stamps.instant(row, "at"))).list();
    }

    private static Waiting waiting(ResultSet row, int index) throws SQLException {
        return new Waiting(row.getLong("family_id"), Backlog.Why.valueOf(row.getString("why")), StoredJson.read(row.getString("content"), AlertContent.class),
                new Grounds(List.of(StoredJson.read(row.getString("grounds"), Ground[].class)), false), row.getBoolean("before_the_bell"));
    }
}
