package org.earlyhelp.hub.intake.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.intake.QuarantineRun;
import org.earlyhelp.hub.intake.QuarantineRun.State;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs of what was refused, and how far each is. Every change runs in the caller's transaction, if there is one. Thread-safe. */
@Repository
public class QuarantineRunStore {
    private static final String SELECT = """
            SELECT r.id, d.receipt, r.scope, r.state, r.asked_by, r.asked_at, r.started_by, r.started_at, r.ended_at, r.rows, r.rows_done, r.would_take,
                   r.taken, r.refused, r.why FROM quarantine_run r LEFT JOIN delivery d ON d.id = r.delivery_id
            """;
    private final JdbcClient sql;

    public QuarantineRunStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A run of those rows, to be counted first. */
    public long ask(String scope, Collection<QuarantinedRow> rows, String by, Instant now) {
        long run = insert(null, scope, rows.size(), by, now);
        sql.sql("INSERT INTO quarantine_run_row (run_id, row_id) SELECT ?, id FROM unnest(?::bigint[]) AS chosen (id)")
                .params(run, rows.stream().map(QuarantinedRow::id).toArray(Long[]::new)).update();
        return run;
    }

    /** A run of a whole delivery, to be counted first. */
    public long askWhole(long deliveryId, String scope, String by, Instant now) {
        return insert(deliveryId, scope, 0, by, now);
    }

    private long insert(Long delivery, String scope, long rows, String by, Instant now) {
        return sql.sql("INSERT INTO quarantine_run (delivery_id, scope, state, asked_by, asked_at, rows) VALUES (:delivery, :scope, 'COUNTING', :by, :now, :rows) RETURNING id")
                .param("delivery", delivery, java.sql.Types.BIGINT).param("scope", scope).param("by", by).param("now", Timestamp.from(now)).param("rows", rows)
                .query(Long.class).single();
    }

    /** A run, whatever became of it. */
    public Optional<QuarantineRun> run(long id) {
        return sql.sql(SELECT + " WHERE r.id = ?").param(id).query(QuarantineRunStore::run).optional();
    }

    /** The newest first. */
    public List<QuarantineRun> newest(int limit) {
        return sql.sql(SELECT + " ORDER BY r.id DESC LIMIT ?").param(limit).query(QuarantineRunStore::run).list();
    }

    /** Runs of the whole delivery, or of rows of it, the newest first. */
    public List<QuarantineRun> ofDelivery(long deliveryId, int limit) {
        return sql.sql(SELECT + """
                 WHERE r.delivery_id = :delivery OR EXISTS (SELECT FROM quarantine_run_row p JOIN quarantine_row q ON q.id = p.row_id
                       WHERE p.run_id = r.id AND q.delivery_id = :delivery) ORDER BY r.id DESC LIMIT :limit""")
                .param("delivery", deliveryId).param("limit", limit).query(QuarantineRunStore::run).list();
    }

    /** How many rows of a run came to which outcome, or would while it is not started; the most first. */
    public Map<String, Long> tally(QuarantineRun run) {
        boolean foreseen = run.startedAt() == null;
        Map<String, Long> tally = new LinkedHashMap<>();
        sql.sql("SELECT " + (foreseen ? "foreseen" : "outcome") + " AS came, count(*) FROM quarantine_run_row WHERE run_id = ? GROUP BY came ORDER BY count(*) DESC, came")
                .param(run.id()).query(row -> {
                    if (row.getString(1) != null) {
                        tally.put(row.getString(1), row.getLong(2));
                    }
                });
        return tally;
    }

    /** The oldest that is being counted or run. */
    public Optional<QuarantineRun> atWork() {
        return sql.sql(SELECT + " WHERE r.state IN ('COUNTING', 'RUNNING') ORDER BY r.id LIMIT 1").query(QuarantineRunStore::run).optional();
    }

    /** Of the deliveries with rows that the run has not dealt with yet the oldest. */
    public Optional<Long> nextDelivery(QuarantineRun run) {
        return sql.sql("SELECT q.delivery_id FROM quarantine_run_row p JOIN quarantine_row q ON q.id = p.row_id WHERE p.run_id = ? AND "
                + undealt(run) + " ORDER BY q.delivery_id LIMIT 1").param(run.id()).query(Long.class).optional();
    }

    /** Its rows in that delivery that it has not dealt with yet. */
    public List<Long> undealtRows(QuarantineRun run, long deliveryId) {
        return sql.sql("SELECT q.id FROM quarantine_run_row p JOIN quarantine_row q ON q.id = p.row_id WHERE p.run_id = ? AND q.delivery_id = ? AND "
                + undealt(run) + " ORDER BY q.record, q.id").params(run.id(), deliveryId).query(Long.class).list();
    }

    /** Its rows in that delivery that it has taken. */
    public List<Long> takenRows(QuarantineRun run, long deliveryId) {
        return sql.sql("SELECT q.id FROM quarantine_run_row p JOIN quarantine_row q ON q.id = p.row_id WHERE p.run_id = ? AND q.delivery_id = ? AND p.outcome = 'TAKEN'")
                .params(run.id(), deliveryId).query(Long.class).list();
    }

    private static String undealt(QuarantineRun run) {
        return run.state() == State.COUNTING ? "p.foreseen IS NULL" : "p.outcome IS NULL";
    }

    /** Notes what would become, or became, of rows: {@link QuarantinedRow.Attempt#outcome} by row. */
    public void dealt(QuarantineRun run, Map<Long, String> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        boolean counting = run.state() == State.COUNTING;
        int rows = sql.sql("UPDATE quarantine_run_row p SET " + (counting ? "foreseen" : "outcome") + """
                 = o.outcome FROM unnest(:rows::bigint[], :outcomes::text[]) AS o (row_id, outcome) WHERE p.run_id = :run AND p.row_id = o.row_id AND
                """ + undealt(run)).param("rows", outcomes.keySet().toArray(Long[]::new)).param("outcomes", outcomes.values().toArray(String[]::new))
                .param("run", run.id()).update();
        long taken = outcomes.values().stream().filter(QuarantinedRow.State.TAKEN.name()::equals).count();
        if (rows < outcomes.size()) {
            throw new IllegalStateException("run " + run.id() + " was moved on by another hub; this one gives up");
        }
        progress(run, rows, taken, rows - taken);
    }

    /** Notes how far it is. */
    public void progress(QuarantineRun run, long more, long taken, long refused) {
        boolean counting = run.state() == State.COUNTING;
        sql.sql("UPDATE quarantine_run SET rows_done = rows_done + :more, failures = 0, would_take = would_take + :would, taken = taken + :taken, refused = refused + :refused WHERE id = :run")
                .param("more", more).param("would", counting ? taken : 0).param("taken", counting ? 0 : taken).param("refused", counting ? 0 : refused)
                .param("run", run.id()).update();
    }

    /** How many records a whole delivery has, as its count begins anew. */
    public void beginWhole(QuarantineRun run, long rows) {
        sql.sql("UPDATE quarantine_run SET rows = ?, rows_done = 0, taken = 0, refused = 0 WHERE id = ?").params(rows, run.id()).update();
    }

    /** Moves a run on; false when it is not in that state any more. */
    public boolean move(long run, State from, State to, String by, String why, Instant now) {
        return sql.sql("""
                UPDATE quarantine_run SET state = :to, why = :why::text, rows_done = CASE WHEN :to = 'RUNNING' THEN 0 ELSE rows_done END,
                       started_by = coalesce(:by::text, started_by), started_at = CASE WHEN :to = 'RUNNING' THEN :now::timestamptz ELSE started_at END,
                       ended_at = CASE WHEN :to IN ('DONE', 'LEFT', 'STOPPED') THEN :now::timestamptz END
                 WHERE id = :run AND state = :from
                """).param("to", to.name()).param("why", why).param("by", by).param("now", Timestamp.from(now)).param("run", run).param("from", from.name()).update() == 1;
    }

    /** Counts one more failure without progress; returns how many they are. */
    public int failed(long run) {
        return sql.sql("UPDATE quarantine_run SET failures = failures + 1 WHERE id = ? RETURNING failures").param(run).query(Integer.class).single();
    }

    private static QuarantineRun run(ResultSet row, int number) throws SQLException {
        return new QuarantineRun(row.getLong("id"), row.getString("receipt"), row.getString("scope"), State.valueOf(row.getString("state")), row.getString("asked_by"),
                instant(row, "asked_at"), row.getString("started_by"), instant(row, "started_at"), instant(row, "ended_at"), row.getLong("rows"),
                row.getLong("rows_done"), row.getLong("would_take"), row.getLong("taken"), row.getLong("refused"), row.getString("why"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp stamp = row.getTimestamp(column);
        return stamp == null ? null : stamp.toInstant();
    }
}
