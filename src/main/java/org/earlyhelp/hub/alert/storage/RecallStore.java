package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.Recall;
import org.earlyhelp.hub.alert.Recalls;
import org.earlyhelp.hub.intake.AccountName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recalls, and what of an alert had been sent where. Writing joins the caller's transaction. */
@Repository
public class RecallStore implements Recalls {
    private static final String SELECT = """
            SELECT r.*, f.ref AS family_ref FROM recall r JOIN alert a ON a.ref = r.alert_ref JOIN family f ON f.id = a.family_id
            """;
    private final JdbcClient sql;

    public RecallStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A queue that had messages about an alert, with the selector properties of the last. */
    public record Messaged(String queue, Map<String, String> properties) {
    }

    /** An outcome that an account got, as it was written. */
    public record OutcomeTold(AccountName account, String body) {
        /** The agency whose account it is; of a sender with its own account too. */
        public String agency() {
            return account.agency();
        }
    }

    /** The alert and all that led to it by hand-over, step up or merge. */
    public List<Alert> chainOf(String alertRef) {
        return sql.sql("""
                WITH RECURSIVE chain (ref) AS (SELECT :ref UNION SELECT a.ref FROM chain c JOIN alert a ON a.successor = c.ref)
                """ + AlertStore.SELECT + "WHERE a.ref IN (SELECT ref FROM chain)").param("ref", alertRef).query(AlertStore::alert).list();
    }

    /** The queues that got messages about these alerts. */
    public List<Messaged> messaged(Collection<String> alerts) {
        return sql.sql("""
                SELECT DISTINCT ON (queue) queue, properties::text AS properties FROM outbox
                WHERE body::jsonb -> 'data' ->> 'alert' IN (:alerts) ORDER BY queue, ordinal DESC
                """).param("alerts", alerts).query((row, i) -> new Messaged(row.getString("queue"), OutboxStore.properties(row.getString("properties")))).list();
    }

    /** The outcomes of these alerts that accounts got, the last of each account and reference. */
    public List<OutcomeTold> outcomesOf(Collection<String> alerts) {
        return sql.sql("""
                SELECT DISTINCT ON (agency, sender, body::jsonb ->> 'sourceRef') agency, sender, body FROM outcome_file WHERE alert_ref IN (:alerts) AND kind = 'outcome'
                ORDER BY agency, sender, body::jsonb ->> 'sourceRef', created_at DESC
                """).param("alerts", alerts).query((row, i) -> new OutcomeTold(new AccountName(row.getString("agency"), row.getString("sender")), row.getString("body"))).list();
    }

    /** Keeps a recall. */
    public void add(Recall recall) {
        sql.sql("INSERT INTO recall (id, alert_ref, because, reason, at) VALUES (:id, :alert, :because, :reason, :at)").param("id", recall.id())
                .param("alert", recall.alert()).param("because", recall.because()).param("reason", recall.reason()).param("at", stamp(recall.at())).update();
        recall.told().forEach(told -> add(recall.id(), told));
    }

    /** How somebody who waited was reached after all, or why not. */
    public void reached(String recall, String name, Recall.By by) {
        sql.sql("UPDATE recall_told SET told_by = :by WHERE recall_id = :recall AND recipient = :name AND told_by = 'WAITS'")
                .param("by", by.name()).param("recall", recall).param("name", name).update();
    }

    /** Alerts of whose recall somebody still waits, the oldest recall first. */
    public List<String> waiting(int limit) {
        return sql.sql("SELECT r.alert_ref FROM recall r WHERE EXISTS (SELECT FROM recall_told t WHERE t.recall_id = r.id AND t.told_by = 'WAITS') ORDER BY r.at, r.id LIMIT :limit")
                .param("limit", limit).query(String.class).list();
    }

    @Override
    public List<Recall> latest(int limit) {
        return sql.sql(SELECT + "ORDER BY r.at DESC, r.id DESC LIMIT :limit").param("limit", limit).query(this::recall).list();
    }

    @Override
    public Optional<Recall> of(String alertRef) {
        return sql.sql(SELECT + "WHERE r.alert_ref = :alert").param("alert", alertRef).query(this::recall).optional();
    }

    @Override
    public List<Recall> toldTo(String account, int limit) {
        return sql.sql(SELECT + "WHERE EXISTS (SELECT FROM recall_told t WHERE t.recall_id = r.id AND t.who = :who) ORDER BY r.at DESC, r.id DESC LIMIT :limit")
                .param("who", account).param("limit", limit).query(this::recall).list();
    }

    private void add(String recall, Recall.Told told) {
        sql.sql("""
                INSERT INTO recall_told (recall_id, kind, recipient, who, act, channel, first_at, last_at, entries, told_by)
                VALUES (:recall, :kind, :name, :who, :act, :channel, :first, :last, :entries, :by)
                """).param("recall", recall).param("kind", told.kind()).param("name", told.name()).param("who", told.who()).param("act", told.act())
                .param("channel", told.channel()).param("first", stamp(told.firstAt())).param("last", stamp(told.lastAt()))
                .param("entries", told.entries()).param("by", told.by().name()).update();
    }

    private Recall recall(ResultSet row, int index) throws SQLException {
        return new Recall(row.getString("id"), row.getString("alert_ref"), row.getString("family_ref"), row.getString("because"), row.getString("reason"),
                Stamps.instant(row, "at"), toldOf(row.getString("id")));
    }

    private List<Recall.Told> toldOf(String recall) {
        return sql.sql("SELECT * FROM recall_told WHERE recall_id = :recall ORDER BY first_at, kind, recipient, who, act, channel").param("recall", recall)
                .query((row, i) -> new Recall.Told(row.getString("kind"), row.getString("recipient"), row.getString("who"), row.getString("act"),
                        row.getString("channel"), Stamps.instant(row, "first_at"), Stamps.instant(row, "last_at"), row.getInt("entries"),
                        Recall.By.valueOf(row.getString("told_by")))).list();
    }
}
