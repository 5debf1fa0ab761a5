package org.earlyhelp.hub.need.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.SenderFault;
import org.earlyhelp.hub.intake.Trail;
import org.earlyhelp.hub.sharing.Agreement;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue of families to assess. Taking deletes: the caller's transaction decides whether it counts. */
@Repository
public class FamilyWork {
    private final JdbcClient sql;

    FamilyWork(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What of bulk feeds alone waits.
     *
     * @param newest  number of the family queued last; 0 when none waits
     * @param loading files are being taken, or their records wait to be linked
     */
    public record Bulk(long newest, boolean loading) {
        /** Whether any such family waits. */
        public boolean isWaiting() {
            return newest > 0;
        }
    }

    /** What of bulk feeds alone waits now. */
    public Bulk bulk() {
        return sql.sql("""
                SELECT coalesce((SELECT max(queued) FROM family_work WHERE NOT urgent), 0) AS newest,
                       EXISTS (SELECT FROM record_work) OR EXISTS (SELECT FROM delivery WHERE stage = 'RECEIVED') AS loading""")
                .query((row, number) -> new Bulk(row.getLong("newest"), row.getBoolean("loading"))).single();
    }

    /**
     * Takes up to {@code limit} families, urgent ones first and never mixed with others, that no other hub is just
     * taking; those of {@code leave} are left, and all that are not urgent unless {@code bulkToo}. Whatever changes after
     * this waits for the end of the transaction and queues the family anew.
     *
     * @return the families, and for each the delivery that gave rise to it, if one did
     */
    public Map<Long, Optional<Trail>> take(int limit, Collection<Long> leave, boolean bulkToo) {
        return sql.sql("""
                DELETE FROM family_work WHERE family_id IN (
                    SELECT family_id FROM family_work
                     WHERE urgent = EXISTS (SELECT FROM family_work WHERE urgent AND family_id <> ALL (:leave))
                       AND (urgent OR :bulkToo)
                       AND family_id <> ALL (:leave)
                     ORDER BY queued LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING family_id, (SELECT upload FROM delivery WHERE id = delivery_id) AS upload, (SELECT receipt FROM delivery WHERE id = delivery_id) AS receipt""")
                .param("leave", Rows.ids(leave)).param("bulkToo", bulkToo).param("limit", limit)
                .query((ResultSetExtractor<Map<Long, Optional<Trail>>>) FamilyWork::taken);
    }

    private static Map<Long, Optional<Trail>> taken(ResultSet rows) throws SQLException {
        Map<Long, Optional<Trail>> taken = new LinkedHashMap<>();
        while (rows.next()) {
            String receipt = rows.getString("receipt");
            String upload = rows.getString("upload");
            taken.put(rows.getLong("family_id"), Optional.ofNullable(upload).map(from -> new Trail(from, receipt)));
        }
        return taken;
    }

    /** What the front door is to hear when the family is parked; empty unless the newest reason to assess it is a file of a feed that tells of harm. */
    public Optional<SenderFault> fault(long family) {
        return sql.sql("""
                SELECT d.agency, d.feed, d.receipt, d.accepted, d.unchanged, d.rejected, d.warnings
                  FROM family_work w JOIN delivery d ON d.id = w.delivery_id WHERE w.family_id = ? AND d.feed = ANY(?)""")
                .param(family).param(Agreement.FEEDS_OF_HARM.toArray(String[]::new))
                .query((row, n) -> new SenderFault(row.getString("agency"), row.getString("feed"), row.getString("receipt"),
                        new Counts(row.getLong("accepted"), row.getLong("unchanged"), row.getLong("rejected"), row.getLong("warnings")))).optional();
    }

    /** Takes families that cannot be assessed out of the queue, until something of them changes. */
    public void drop(long family) {
        sql.sql("DELETE FROM family_work WHERE family_id = ?").param(family).update();
    }

    /** Queues every family for which time alone has changed something by now, ahead of bulk loads; returns how many. */
    public int queueDue(Instant now) {
        return sql.sql("""
                INSERT INTO family_work (family_id, urgent)
                SELECT family_id, true FROM family_level WHERE look_again_at <= ?
                ON CONFLICT (family_id) DO UPDATE SET urgent = true WHERE NOT family_work.urgent""")
                .param(Timestamp.from(now)).update();
    }

    /** Queues every family, behind what is urgent; returns how many did not wait already. */
    public int queueAll() {
        return sql.sql("INSERT INTO family_work (family_id, urgent) SELECT id, false FROM family WHERE gone_into IS NULL ON CONFLICT DO NOTHING").update();
    }

    /** How many families wait. */
    public long waiting() {
        return sql.sql("SELECT count(*) FROM family_work").query(Long.class).single();
    }
}
