package org.earlyhelp.hub.identity.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.identity.review.ReviewAct;
import org.earlyhelp.hub.identity.review.ReviewCounts;
import org.earlyhelp.hub.identity.review.ReviewDesk.Joined;
import org.earlyhelp.hub.identity.review.ReviewPair;
import org.earlyhelp.hub.identity.review.ReviewState;
import org.earlyhelp.hub.identity.review.ReviewStep;
import org.earlyhelp.hub.linkage.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pairs under review and what was done about them. People are followed along merges at every reading. */
@Component
public class ReviewStore {
    private static final String PAIRS = """
            WITH RECURSIVE pair AS (SELECT * FROM review_pair WHERE %s),
            way (start, id) AS (
                SELECT p.id, p.id FROM person p WHERE p.id IN (SELECT one_id FROM pair UNION SELECT other_id FROM pair)
                UNION ALL SELECT w.start, p.gone_into FROM way w JOIN person p ON p.id = w.id WHERE p.gone_into IS NOT NULL),
            standing AS (
                SELECT w.start, p.id, p.ref, f.ref AS family, p.place_hidden, p.sealed
                FROM way w JOIN person p ON p.id = w.id LEFT JOIN family f ON f.id = p.family_id WHERE p.gone_into IS NULL)
            SELECT r.*, a.ref AS a_ref, a.family AS a_family, b.ref AS b_ref, b.family AS b_family, a.id <= b.id AS in_order,
                   a.place_hidden OR b.place_hidden AS hidden, a.sealed OR b.sealed AS sealed,
                   EXISTS (SELECT FROM identity_exclusion e WHERE e.person_id = a.id AND e.other_id = b.id) AS kept_apart
            FROM pair r JOIN standing a ON a.start = r.one_id JOIN standing b ON b.start = r.other_id""";
    private final JdbcClient sql;

    ReviewStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Raises a doubt about two people who stand. Where the same two were asked about before, in whatever names, it is
     * only noted as new evidence: what was decided stays decided.
     */
    public void raise(long one, long other, Reason reason, Long mention, Double weight, String finding, Instant at) {
        Optional<Long> known = known(one, other);
        if (known.isPresent()) {
            sql.sql("""
                    UPDATE review_pair SET evidence_at = ?, mention_id = ?, reason = ?, weight = ?,
                        findings = CASE WHEN ? = ANY (findings) THEN findings ELSE array_append(findings, ?) END WHERE id = ?""")
                    .params(Rows.stamp(at), mention, reason.name(), weight, finding, finding, known.get()).update();
            return;
        }
        sql.sql("""
                INSERT INTO review_pair (one_id, other_id, reason, mention_id, weight, findings, raised_at, evidence_at)
                VALUES (?, ?, ?, ?, ?, ARRAY[?], ?, ?)""")
                .params(Math.min(one, other), Math.max(one, other), reason.name(), mention, weight, finding, Rows.stamp(at), Rows.stamp(at)).update();
    }

    private Optional<Long> known(long one, long other) {
        return sql.sql("""
                WITH RECURSIVE mine (id) AS (SELECT :one::bigint UNION SELECT p.id FROM person p JOIN mine ON p.gone_into = mine.id),
                theirs (id) AS (SELECT :other::bigint UNION SELECT p.id FROM person p JOIN theirs ON p.gone_into = theirs.id)
                SELECT id FROM review_pair
                WHERE one_id IN (SELECT id FROM mine) AND other_id IN (SELECT id FROM theirs)
                   OR one_id IN (SELECT id FROM theirs) AND other_id IN (SELECT id FROM mine)
                ORDER BY state = 'OPEN', id LIMIT 1""").param("one", one).param("other", other).query(Long.class).optional();
    }

    /** Pairs nobody has decided, oldest doubt first; not all of them are asked, see {@link ReviewPair#isAsked}. */
    public List<ReviewPair> undecided() {
        return sql.sql(PAIRS.formatted("state IN ('OPEN', 'WAITING', 'NOT_SURE')") + " ORDER BY r.evidence_at, r.id").query(ReviewStore::pair).list();
    }

    /** A pair, whatever became of it. */
    public Optional<ReviewPair> find(long pair) {
        return sql.sql(PAIRS.formatted("id = ?")).param(pair).query(ReviewStore::pair).optional();
    }

    /** What was done about the pair, oldest first. */
    public List<ReviewStep> steps(long pair) {
        return sql.sql("SELECT version, act, by_whom, reason, at FROM review_step WHERE pair_id = ? ORDER BY version").param(pair)
                .query((row, n) -> new ReviewStep(row.getInt(1), ReviewAct.valueOf(row.getString(2)), row.getString(3), row.getString(4),
                        Rows.instant(row, "at"))).list();
    }

    /** Answers since the given moments; how many pairs are asked is counted by whoever knows what that means. */
    public ReviewCounts counts(long open, long waiting, Instant today, Instant monday) {
        return sql.sql("""
                SELECT count(*) FILTER (WHERE act = ANY (:answers) AND at >= :today), count(*) FILTER (WHERE act = ANY (:answers) AND at >= :monday),
                       count(*) FILTER (WHERE act = 'UNDO') FROM review_step""").param("answers", answers())
                .param("today", Rows.stamp(today)).param("monday", Rows.stamp(monday))
                .query((row, n) -> new ReviewCounts(open, waiting, row.getLong(1), row.getLong(2), row.getLong(3))).single();
    }

    /** Writes what somebody did, and closes or opens again the findings about the same doubt. */
    public void keep(ReviewPair pair, ReviewState state, ReviewStep step) {
        sql.sql("UPDATE review_pair SET state = ?, version = ?, decided_by = ?, decided_at = ? WHERE id = ?")
                .params(state.name(), step.version(), step.by(), Rows.stamp(step.at()), pair.id()).update();
        sql.sql("INSERT INTO review_step (pair_id, version, act, by_whom, reason, at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(pair.id(), step.version(), step.act().name(), step.by(), step.reason(), Rows.stamp(step.at())).update();
        boolean answered = !state.isWaiting();
        sql.sql("""
                UPDATE finding SET closed_at = CASE WHEN :answered THEN coalesce(closed_at, :at) END
                WHERE room = 'identity' AND about = ANY (SELECT unnest(findings) FROM review_pair WHERE id = :pair)""")
                .param("answered", answered).param("at", Rows.stamp(step.at())).param("pair", pair.id()).update();
    }

    /**
     * The doubt about the link that raised the pair is settled, unless another question about the same mention is open.
     * Returns the person whose facts are sure now; empty when there was no doubt about the link itself.
     */
    public Optional<Long> settle(long pair) {
        sql.sql("""
                UPDATE review_pair r SET settled = l.reason FROM link l WHERE r.id = ? AND l.mention_id = r.mention_id AND l.match = 'REVIEW'
                   AND NOT EXISTS (SELECT FROM review_pair o WHERE o.mention_id = r.mention_id AND o.id <> r.id AND o.state IN ('OPEN', 'WAITING', 'NOT_SURE'))""")
                .param(pair).update();
        return sql.sql("""
                UPDATE link l SET match = 'CERTAIN', reason = 'BY_A_STEWARD' FROM review_pair r
                WHERE r.id = ? AND r.settled IS NOT NULL AND l.mention_id = r.mention_id AND l.match = 'REVIEW' RETURNING l.person_id""")
                .param(pair).query(Long.class).optional();
    }

    /** Takes {@link #settle} back; returns the person whose facts are doubtful again. */
    public Optional<Long> unsettle(long pair) {
        Optional<Long> person = sql.sql("""
                UPDATE link l SET match = 'REVIEW', reason = r.settled FROM review_pair r
                WHERE r.id = ? AND r.settled IS NOT NULL AND l.mention_id = r.mention_id AND l.reason = 'BY_A_STEWARD' RETURNING l.person_id""")
                .param(pair).query(Long.class).optional();
        sql.sql("UPDATE review_pair SET settled = NULL WHERE id = ?").param(pair).update();
        return person;
    }

    /** Notes the merge that a decision made. */
    public void joined(long pair, long kept, long gone) {
        sql.sql("UPDATE review_pair SET kept_id = ?, gone_id = ? WHERE id = ?").params(kept, gone, pair).update();
    }

    /** The merge that a decision made, taken back or not. */
    public Optional<Joined> joinedBy(long pair) {
        return sql.sql("SELECT k.ref, g.ref FROM review_pair r JOIN person k ON k.id = r.kept_id JOIN person g ON g.id = r.gone_id WHERE r.id = ?").param(pair)
                .query((row, n) -> new Joined(row.getString(1), row.getString(2))).optional();
    }

    /** Pairs whose decision made that merge, which is now undone elsewhere. */
    public List<Long> decidedBy(long kept, long gone) {
        return sql.sql("SELECT id FROM review_pair WHERE state = 'SAME' AND kept_id = ? AND gone_id = ?").params(kept, gone).query(Long.class).list();
    }

    private static String[] answers() {
        return java.util.Arrays.stream(ReviewAct.values()).filter(ReviewAct::isDecision).map(Enum::name).toArray(String[]::new);
    }

    private static ReviewPair pair(ResultSet row, int number) throws SQLException {
        String first = row.getBoolean("in_order") ? "a" : "b";
        String second = row.getBoolean("in_order") ? "b" : "a";
        return new ReviewPair(row.getLong("id"), row.getString(first + "_ref"), row.getString(second + "_ref"), row.getString(first + "_family"),
                row.getString(second + "_family"), row.getString("reason"), StoredPersonMentions.sentence(row.getString("reason")),
                row.getObject("weight", Double.class), Rows.instant(row, "raised_at"), Rows.instant(row, "evidence_at"),
                ReviewState.valueOf(row.getString("state")), row.getInt("version"), row.getBoolean("kept_apart"), row.getBoolean("hidden"),
                row.getBoolean("sealed"), row.getString("decided_by"), Rows.instant(row, "decided_at"));
    }
}
