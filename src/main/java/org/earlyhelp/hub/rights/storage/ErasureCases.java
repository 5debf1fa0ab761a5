package org.earlyhelp.hub.rights.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.rights.erase.ErasureCase;
import org.earlyhelp.hub.rights.erase.ErasureCase.Place;
import org.earlyhelp.hub.rights.erase.ErasureCase.State;
import org.earlyhelp.hub.rights.erase.ErasurePlan.Held;
import org.earlyhelp.hub.rights.erase.Ground;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables of erasures and their steps. Joins the caller's transaction. Thread-safe. */
@Repository
public class ErasureCases {
    private static final int LIST_LIMIT = 200;
    private static final JsonMapper JSON = JsonMapper.shared();
    private final JdbcClient sql;

    ErasureCases(JdbcClient sql) {
        this.sql = sql;
    }

    /** What is proposed. */
    public record Proposal(String person, Ground ground, String reason, String override, String by) {
    }

    /** The newest first. */
    public List<ErasureCase> newest() {
        return sql.sql("SELECT * FROM erasure ORDER BY id DESC LIMIT ?").param(LIST_LIMIT).query(this::read).list();
    }

    /** A case, whatever became of it. */
    public Optional<ErasureCase> find(String ref) {
        return sql.sql("SELECT * FROM erasure WHERE ref = ?").param(ref).query(this::read).optional();
    }

    /** Confirmed and not yet done everywhere, the oldest first. */
    public List<ErasureCase> underWay() {
        return sql.sql("SELECT * FROM erasure WHERE state = 'CONFIRMED' ORDER BY id").query(this::read).list();
    }

    /** Whether one about that person waits or is under way. */
    public boolean isAsked(String person) {
        return sql.sql("SELECT EXISTS (SELECT FROM erasure WHERE person = ? AND state IN ('PROPOSED', 'CONFIRMED'))").param(person).query(Boolean.class).single();
    }

    /** Opens a case and returns its reference. */
    public String propose(Proposal proposal, Instant now) {
        String ref = "E-%d-%06d".formatted(London.dateOf(now).getYear(), sql.sql("SELECT nextval('erasure_number')").query(Long.class).single());
        sql.sql("INSERT INTO erasure (ref, person, ground, reason, override, state, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?, 'PROPOSED', ?, ?)")
                .params(ref, proposal.person(), proposal.ground().name(), proposal.reason(), proposal.override(), proposal.by(), Timestamp.from(now)).update();
        return ref;
    }

    /** A restored database that does not know an erasure of the ledger learns of it, as confirmed. */
    public void recall(String ref, String person, String proposedBy, String decidedBy, Instant now) {
        sql.sql("""
                INSERT INTO erasure (ref, person, ground, reason, state, proposed_by, proposed_at, decided_by, decided_at)
                VALUES (?, ?, 'LEGAL_DUTY', 'Done before this database was restored; done again by the ledger.', 'CONFIRMED', ?, ?, ?, ?)
                ON CONFLICT (ref) DO UPDATE SET person = excluded.person, state = 'CONFIRMED', decided_by = excluded.decided_by, decided_at = excluded.decided_at, done_at = NULL""")
                .params(ref, person, proposedBy, Timestamp.from(now), decidedBy, Timestamp.from(now)).update();
    }

    /** Keeps the numbers of a restored database from being given twice. */
    public void countFrom(long number) {
        sql.sql("SELECT setval('erasure_number', greatest(?, (SELECT last_value FROM erasure_number)))").param(number).query(Long.class).single();
    }

    /** False when it does not wait, or the same account proposed it. */
    public boolean decide(String ref, State state, String words, String by, byte[] traces, Instant now) {
        return sql.sql("""
                UPDATE erasure SET state = :state, decided_by = :by, decided_at = :now, decided_words = :words, traces = :traces,
                       person = CASE WHEN :state = 'DECLINED' THEN NULL ELSE person END
                 WHERE ref = :ref AND state = 'PROPOSED' AND (:state = 'DECLINED' OR proposed_by <> :by)""")
                .param("state", state.name()).param("by", by).param("now", Timestamp.from(now)).param("words", words)
                .param("traces", traces, java.sql.Types.BINARY).param("ref", ref).update() > 0;
    }

    /** Keeps, sealed, by what copies of the person are found. */
    public void seal(String ref, byte[] traces) {
        sql.sql("UPDATE erasure SET traces = ? WHERE ref = ?").params(traces, ref).update();
    }

    /** Sealed; empty when nothing is left to look for. */
    public Optional<byte[]> traces(String ref) {
        return sql.sql("SELECT traces FROM erasure WHERE ref = ? AND traces IS NOT NULL").param(ref).query((row, n) -> row.getBytes(1)).optional();
    }

    /** The database has forgotten the person, and so does this row. */
    public void forgotten(String ref, List<Held> counts, Collection<String> entries) {
        sql.sql("UPDATE erasure SET person = NULL, counts = ?::jsonb, entries = ? WHERE ref = ?")
                .params(JSON.writeValueAsString(counts), entries.toArray(String[]::new), ref).update();
    }

    /** Entries that say what was erased in the sharing log. */
    public void logged(String ref, Collection<String> entries) {
        sql.sql("UPDATE erasure SET entries = entries || ?::text[] WHERE ref = ?").params(entries.toArray(String[]::new), ref).update();
    }

    /** Counts add up over several looks. */
    public void cleared(long id, String place, long count, String waits, Instant now) {
        sql.sql("""
                INSERT INTO erasure_step (erasure_id, place, count, waits, at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (erasure_id, place) DO UPDATE SET count = erasure_step.count + excluded.count, waits = excluded.waits, at = excluded.at""")
                .params(id, place, count, waits, Timestamp.from(now)).update();
    }

    /** Notes that nothing is left to be erased, and forgets by what it was found. */
    public void done(String ref, Instant now) {
        sql.sql("UPDATE erasure SET state = 'DONE', done_at = ?, traces = NULL WHERE ref = ?").params(Timestamp.from(now), ref).update();
    }

    private ErasureCase read(ResultSet row, int number) throws SQLException {
        List<Place> places = sql.sql("SELECT place, count, waits, at FROM erasure_step WHERE erasure_id = ? ORDER BY at, place").param(row.getLong("id"))
                .query((step, n) -> new Place(step.getString(1), step.getLong(2), step.getString(3), step.getTimestamp(4).toInstant())).list();
        return new ErasureCase(row.getLong("id"), row.getString("ref"), row.getString("person"), Ground.valueOf(row.getString("ground")), row.getString("reason"),
                row.getString("override"), State.valueOf(row.getString("state")), row.getString("proposed_by"), instant(row, "proposed_at"), row.getString("decided_by"),
                instant(row, "decided_at"), row.getString("decided_words"), List.of(JSON.readValue(row.getString("counts"), Held[].class)), places,
                List.of((String[]) row.getArray("entries").getArray()), instant(row, "done_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp stamp = row.getTimestamp(column);
        return stamp == null ? null : stamp.toInstant();
    }
}
