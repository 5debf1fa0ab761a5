package org.earlyhelp.hub.need.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.earlyhelp.hub.need.RuleVersions.Version;
import org.earlyhelp.hub.need.rules.RuleSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every set of rules with its text. Numbers rise, and the highest activated one is in force. */
@Repository
public class RuleSetStore {
    private static final String SELECT = "SELECT number, sha256, rules, seen_at, proposed_by, proposed_at, activated_by, activated_at FROM rule_set ";

    private final JdbcClient sql;

    RuleSetStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** For a database that is at hand without a hub. */
    public static RuleSetStore of(DataSource database) {
        return new RuleSetStore(JdbcClient.create(database));
    }

    /** The rules by which families are assessed; empty before the first were activated. */
    public Optional<Version> inForce() {
        return sql.sql(SELECT + "WHERE activated_at IS NOT NULL ORDER BY number DESC LIMIT 1").query(RuleSetStore::version).optional();
    }

    /** The one set that waits, if any. */
    public Optional<Version> waiting() {
        return sql.sql(SELECT + "WHERE activated_at IS NULL").query(RuleSetStore::version).optional();
    }

    /** That version, in force, former or put forward. */
    public Optional<Version> version(int number) {
        return sql.sql(SELECT + "WHERE number = ?").param(number).query(RuleSetStore::version).optional();
    }

    /** The newest versions first. */
    public List<Version> newest(int limit) {
        return sql.sql(SELECT + "ORDER BY number DESC LIMIT ?").param(limit).query(RuleSetStore::version).list();
    }

    /** By file name; empty for an unknown number. */
    public Map<String, String> texts(int number) {
        Map<String, String> texts = new TreeMap<>();
        sql.sql("SELECT file, body FROM rule_set_file WHERE number = ?").param(number).query(row -> {
            texts.put(row.getString("file"), row.getString("body"));
        });
        return texts;
    }

    /** When each {@code id@version} first came into force. */
    public Map<String, Instant> since() {
        Map<String, Instant> since = new HashMap<>();
        sql.sql("SELECT rule, min(activated_at) AS since FROM rule_set, unnest(rules) AS rule WHERE activated_at IS NOT NULL GROUP BY rule").query(row -> {
            since.put(row.getString("rule"), Rows.instant(row, "since"));
        });
        return since;
    }

    /** Keeps a set that came into force at once. */
    public void keepActivated(RuleSet set, String by, Instant now) {
        dropWaiting();
        keepTexts(insert(set, by, now), set);
    }

    /** Keeps a set that waits for people, in place of what waited before. */
    public void keepWaiting(RuleSet set, Instant now) {
        dropWaiting();
        keepTexts(insert(set, null, now), set);
    }

    /** The folder no longer says it. */
    public void dropWaiting() {
        sql.sql("DELETE FROM rule_set WHERE activated_at IS NULL").update();
    }

    /** False when it no longer waits, or somebody has put it forward. */
    public boolean propose(int number, String account, Instant now) {
        return sql.sql("UPDATE rule_set SET proposed_by = ?, proposed_at = ? WHERE number = ? AND proposed_by IS NULL AND activated_at IS NULL")
                .param(account).param(Rows.stamp(now)).param(number).update() == 1;
    }

    /** False unless another person has put it forward and it still waits. */
    public boolean activate(int number, String account, Instant now) {
        return sql.sql("UPDATE rule_set SET activated_by = ?, activated_at = ? WHERE number = ? AND activated_at IS NULL AND proposed_by <> ?")
                .param(account).param(Rows.stamp(now)).param(number).param(account).update() == 1;
    }

    private int insert(RuleSet set, String activatedBy, Instant now) {
        return sql.sql("""
                INSERT INTO rule_set (sha256, rules, seen_at, activated_by, activated_at) VALUES (?, ?, ?, ?::text, ?::timestamptz) RETURNING number""")
                .param(set.sha256()).param(set.versions().toArray(String[]::new)).param(Rows.stamp(now)).param(activatedBy)
                .param(activatedBy == null ? null : Rows.stamp(now)).query(Integer.class).single();
    }

    private void keepTexts(int number, RuleSet set) {
        set.texts().forEach((file, body) -> sql.sql("INSERT INTO rule_set_file (number, file, body) VALUES (?, ?, ?)")
                .param(number).param(file).param(body).update());
    }

    private static Version version(ResultSet row, int at) throws SQLException {
        return new Version(row.getInt("number"), row.getString("sha256"), Rows.texts(row, "rules"), Rows.instant(row, "seen_at"),
                row.getString("proposed_by"), Rows.instant(row, "proposed_at"), row.getString("activated_by"), Rows.instant(row, "activated_at"));
    }
}
