package org.earlyhelp.hub.rights.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.rights.retain.RetentionRun;
import org.earlyhelp.hub.rights.retain.RetentionRun.Line;
import org.earlyhelp.hub.rights.retain.RetentionRun.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of retention runs. At most one is open. Thread-safe. */
@Repository
public class RetentionStore {
    private static final int LIST_LIMIT = 100;
    private final JdbcClient sql;

    RetentionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The newest runs first, a page's worth. */
    public List<RetentionRun> newest() {
        return sql.sql("SELECT * FROM retention_run ORDER BY id DESC LIMIT ?").param(LIST_LIMIT).query(this::read).list();
    }

    /** A run, whatever became of it. */
    public Optional<RetentionRun> find(long id) {
        return sql.sql("SELECT * FROM retention_run WHERE id = ?").param(id).query(this::read).optional();
    }

    /** The run that is not declined and not done; there is one at most. */
    public Optional<RetentionRun> open() {
        return sql.sql("SELECT * FROM retention_run WHERE state IN ('FOUND', 'ASKED', 'CONFIRMED')").query(this::read).optional();
    }

    /** Puts what was found today in the place of what was found before and nobody asked for. Nothing happens while one is asked for. */
    public void found(LocalDate asOf, Collection<Line> lines, Instant now) {
        sql.sql("DELETE FROM retention_run WHERE state = 'FOUND'").update();
        if (lines.isEmpty() || open().isPresent()) {
            return;
        }
        long id = sql.sql("INSERT INTO retention_run (as_of, state, found_at) VALUES (?, 'FOUND', ?) RETURNING id").params(asOf, Timestamp.from(now)).query(Long.class).single();
        lines.forEach(line -> sql.sql("INSERT INTO retention_line (run_id, agency, data_class, before, items, people, oldest) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(id, line.agency(), line.dataClass(), line.before(), line.items(), line.people(), line.oldest()).update());
    }

    /** Puts a run forward; false when it is not one that was just found. */
    public boolean ask(long id, String account, Instant now) {
        return sql.sql("UPDATE retention_run SET state = 'ASKED', asked_by = ?, asked_at = ? WHERE id = ? AND state = 'FOUND'")
                .params(account, Timestamp.from(now), id).update() > 0;
    }

    /** False when it does not wait, or the same account asked for it. */
    public boolean confirm(long id, String account, Instant now) {
        return sql.sql("UPDATE retention_run SET state = 'CONFIRMED', decided_by = ?, decided_at = ? WHERE id = ? AND state = 'ASKED' AND asked_by <> ?")
                .params(account, Timestamp.from(now), id, account).update() > 0;
    }

    /** False when it does not wait for a second person. */
    public boolean decline(long id, String account, Instant now) {
        return sql.sql("UPDATE retention_run SET state = 'DECLINED', decided_by = ?, decided_at = ? WHERE id = ? AND state = 'ASKED'")
                .params(account, Timestamp.from(now), id).update() > 0;
    }

    /** Counts what was deleted of a line of the run. */
    public void gone(long id, String agency, String dataClass, long items) {
        sql.sql("UPDATE retention_line SET gone = gone + ? WHERE run_id = ? AND agency = ? AND data_class = ?").params(items, id, agency, dataClass).update();
    }

    /** Ends the run, and keeps the entries of the sharing log that tell of it. */
    public void done(long id, List<String> entries, Instant now) {
        sql.sql("UPDATE retention_run SET state = 'DONE', done_at = ?, entries = ? WHERE id = ?")
                .params(Timestamp.from(now), entries.toArray(String[]::new), id).update();
    }

    private RetentionRun read(ResultSet row, int number) throws SQLException {
        List<Line> lines = sql.sql("SELECT * FROM retention_line WHERE run_id = ? ORDER BY agency, data_class").param(row.getLong("id")).query((line, n) ->
                new Line(line.getString("agency"), line.getString("data_class"), line.getObject("before", LocalDate.class), line.getLong("items"), line.getLong("people"),
                        line.getObject("oldest", LocalDate.class), line.getLong("gone"))).list();
        return new RetentionRun(row.getLong("id"), row.getObject("as_of", LocalDate.class), State.valueOf(row.getString("state")), instant(row, "found_at"),
                row.getString("asked_by"), instant(row, "asked_at"), row.getString("decided_by"), instant(row, "decided_at"), instant(row, "done_at"), lines,
                List.of((String[]) row.getArray("entries").getArray()));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp stamp = row.getTimestamp(column);
        return stamp == null ? null : stamp.toInstant();
    }
}
