package org.earlyhelp.hub.alert.storage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertsAbout;
import org.earlyhelp.hub.alert.life.Ground;
import org.earlyhelp.hub.alert.life.WithoutPeople;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of this room that tell of people who are to be erased, and what becomes of each. Joins the caller's transaction. */
@Repository
public class AlertErasureStore implements AlertsAbout {
    private static final int[] LANES = {1, 2};
    private static final String NOTHING = "^(?!)";
    private static final String NAMES_RECORD = "SELECT FROM record r WHERE r.id = ANY(?) AND r.agency = o.agency AND o.body::jsonb ->> 'sourceRef' = r.source_ref";
    private final JdbcClient sql;

    public AlertErasureStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A message that is not to be sent as it is: of which alert, and as what. */
    public record Unsent(String alert, String type) {
    }

    @Override
    public List<Alert> alertsOf(Collection<String> refs) {
        return sql.sql(AlertStore.SELECT + """
                WHERE a.content::text ~ :people OR a.grounds::text ~ :people
                   OR EXISTS (SELECT FROM alert_version v WHERE v.alert_id = a.id AND v.content::text ~ :people)
                ORDER BY a.id""").param("people", pattern(refs)).query(AlertStore::alert).list();
    }

    /** How many messages, sent or not, name one of the references. */
    public long messagesOf(Collection<String> refs) {
        return sql.sql("SELECT count(*) FROM outbox WHERE body ~ ?").param(pattern(refs)).query(Long.class).single();
    }

    /** How many outcomes for referring agencies are about one of the records. */
    public long outcomesOf(Long[] records) {
        return sql.sql("SELECT count(*) FROM outcome_file o WHERE EXISTS (" + NAMES_RECORD + ")").param(records).query(Long.class).single();
    }

    /** Keeps every publisher of every hub from sending until this transaction ends. */
    public void holdPublishers() {
        for (int lane : LANES) {
            sql.sql("SELECT pg_advisory_xact_lock(?, ?)::text").params(OutboxStore.LANE_LOCK, lane).query(String.class).optional();
        }
    }

    /** Takes messages about the people out, and says which of them had not been sent. */
    public List<Unsent> dropMessages(Collection<String> refs) {
        List<Unsent> unsent = sql.sql("""
                SELECT body::jsonb -> 'data' ->> 'alert', type FROM outbox WHERE published_at IS NULL AND body ~ ? AND body::jsonb -> 'data' ->> 'alert' IS NOT NULL
                ORDER BY ordinal""").param(pattern(refs)).query((row, i) -> new Unsent(row.getString(1), row.getString(2))).list();
        sql.sql("DELETE FROM outbox WHERE body ~ ?").param(pattern(refs)).update();
        return unsent;
    }

    /** Deletes what {@link #outcomesOf} counts. */
    public void dropOutcomes(Long[] records) {
        sql.sql("DELETE FROM outcome_file o WHERE EXISTS (" + NAMES_RECORD + ")").param(records).update();
    }

    /** Rewrites an alert, its grounds and all its versions without the people; a person's words about it go, since they may name anybody. */
    public void rewrite(Alert alert, WithoutPeople without) {
        String json = sql.sql("SELECT grounds FROM alert WHERE id = ?").param(alert.id()).query(String.class).single();
        sql.sql("UPDATE alert SET grounds = ?::jsonb, content = ?::jsonb, reason = NULL WHERE id = ?")
                .params(StoredJson.write(without.of(List.of(StoredJson.read(json, Ground[].class)), alert.status().isOpen())), StoredJson.write(without.of(alert.content())), alert.id()).update();
        Map<Long, String> versions = sql.sql("SELECT ordinal, content::text AS content FROM alert_version WHERE alert_id = ?").param(alert.id())
                .query((row, i) -> Map.entry(row.getLong(1), row.getString(2))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        versions.forEach((ordinal, content) -> sql.sql("UPDATE alert_version SET content = ?::jsonb WHERE ordinal = ?")
                .params(StoredJson.write(without.of(StoredJson.read(content, AlertContent.class))), ordinal).update());
        dropWords(alert);
    }

    /** Recalls of files forget of whom somebody was told. */
    public void dropFromFileRecalls(Collection<String> refs) {
        refs.forEach(ref -> sql.sql("UPDATE file_recall_told SET people = array_remove(people, ?) WHERE ? = ANY(people)").params(ref, ref).update());
    }

    /** Nobody is told any more that references of the gone were joined or parted. */
    public void dropHeldIdentity(Collection<String> refs) {
        sql.sql("DELETE FROM held_identity WHERE kept = ANY(:refs) OR gone = ANY(:refs)").param("refs", refs.toArray(String[]::new)).update();
    }

    private void dropWords(Alert alert) {
        sql.sql("DELETE FROM answer_words WHERE decision_id IN (SELECT id FROM decision WHERE alert_ref = ?)").param(alert.ref()).update();
        sql.sql("UPDATE decision SET content = content - 'reason' - 'leadPractitioner' WHERE alert_ref = ?").param(alert.ref()).update();
        sql.sql("UPDATE level_override SET reason = 'erased' WHERE alert_id = ?").param(alert.id()).update();
        sql.sql("UPDATE recall SET reason = NULL WHERE alert_ref = ?").param(alert.ref()).update();
    }

    /** Families that wait for an alert are waited for without the people; the last one gone, nobody waits. */
    public void rewriteBacklog(Collection<String> refs, WithoutPeople without) {
        sql.sql("SELECT family_id, content::text, grounds::text FROM alert_backlog WHERE content::text ~ :people OR grounds::text ~ :people FOR UPDATE")
                .param("people", pattern(refs)).query((row, i) -> new String[] {row.getString(1), row.getString(2), row.getString(3)}).list().forEach(row -> {
                    AlertContent left = without.of(StoredJson.read(row[1], AlertContent.class));
                    sql.sql("UPDATE alert_backlog SET content = ?::jsonb, grounds = ?::jsonb WHERE family_id = ?::bigint")
                            .params(StoredJson.write(left), StoredJson.write(without.of(List.of(StoredJson.read(row[2], Ground[].class)), false)), row[0]).update();
                    if (!WithoutPeople.isAboutSomebody(left)) {
                        sql.sql("DELETE FROM alert_backlog WHERE family_id = ?::bigint").param(row[0]).update();
                    }
                });
    }

    /** What alerts of other families say of theirs is said without the people; of a family of which nothing is left nothing is said. */
    public void rewriteSpokenFor(Collection<String> refs, WithoutPeople without) {
        sql.sql("SELECT alert_id, family_id, said::text FROM alert_spoken_for WHERE said::text ~ :people FOR UPDATE").param("people", pattern(refs))
                .query((row, i) -> new String[] {row.getString(1), row.getString(2), row.getString(3)}).list().forEach(row -> {
                    AlertContent left = without.of(StoredJson.read(row[2], AlertContent.class));
                    sql.sql("UPDATE alert_spoken_for SET said = ?::jsonb WHERE alert_id = ?::bigint AND family_id = ?::bigint")
                            .params(StoredJson.write(left), row[0], row[1]).update();
                    if (!WithoutPeople.isAboutSomebody(left)) {
                        sql.sql("DELETE FROM alert_spoken_for WHERE alert_id = ?::bigint AND family_id = ?::bigint").params(row[0], row[1]).update();
                    }
                });
    }

    /** Any of the references as a whole word; they are letters, digits and a hyphen. */
    private static String pattern(Collection<String> refs) {
        return refs.isEmpty() ? NOTHING : refs.stream().collect(Collectors.joining("|", "\\m(", ")\\M"));
    }
}
