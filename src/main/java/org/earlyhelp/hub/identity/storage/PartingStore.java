package org.earlyhelp.hub.identity.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.identity.Hand;
import org.earlyhelp.hub.identity.review.Parting;
import org.earlyhelp.hub.identity.review.PartingDesk.Proposal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Partings that a second person has to carry out. */
@Component
public class PartingStore {
    /** Only what still fits: the person stands, and what is to be taken out is still there. */
    private static final String WAITING = """
            SELECT p.ref AS person, g.ref AS gone, w.mention_id, w.proposed_by, w.reason, w.proposed_at
            FROM parting w JOIN person p ON p.id = w.person_id LEFT JOIN person g ON g.id = w.gone_id LEFT JOIN link l ON l.mention_id = w.mention_id
            WHERE w.state = 'WAITING' AND p.gone_into IS NULL AND NOT p.sealed AND NOT coalesce(g.sealed, false)
              AND (g.gone_into = p.id OR l.person_id = p.id) %s ORDER BY w.id LIMIT ?""";
    private static final String IS_ABOUT = "AND p.ref = ? AND g.ref IS NOT DISTINCT FROM ? AND w.mention_id IS NOT DISTINCT FROM ?::bigint";
    private final JdbcClient sql;

    PartingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether the place of the person, or of whom is to be taken out, is hidden. */
    public boolean touchesHidden(Parting parting) {
        return sql.sql("SELECT bool_or(place_hidden) FROM person WHERE ref IN (?, ?)").params(parting.person(), gone(parting) == null ? "" : gone(parting))
                .query(Boolean.class).optional().orElse(false);
    }

    /** Notes that it waits for a second person. */
    public void propose(Parting parting, Hand hand, Instant at) {
        sql.sql("""
                INSERT INTO parting (person_id, gone_id, mention_id, proposed_by, reason, proposed_at)
                VALUES ((SELECT id FROM person WHERE ref = ?), (SELECT id FROM person WHERE ref = ?), ?, ?, ?, ?)""")
                .params(parting.person(), gone(parting), mention(parting), hand.account(), hand.reason(), Rows.stamp(at)).update();
    }

    /** Notes that it no longer waits: carried out, or declined. */
    public void close(Parting parting, boolean done, Hand hand, Instant at) {
        sql.sql("""
                UPDATE parting SET state = ?, decided_by = ?, decided_reason = ?, decided_at = ? WHERE state = 'WAITING'
                    AND person_id = (SELECT id FROM person WHERE ref = ?) AND gone_id IS NOT DISTINCT FROM (SELECT id FROM person WHERE ref = ?)
                    AND mention_id IS NOT DISTINCT FROM ?::bigint""")
                .params(done ? "DONE" : "DECLINED", hand.account(), hand.reason(), Rows.stamp(at), parting.person(), gone(parting), mention(parting)).update();
    }

    /** What waits about this parting. */
    public Optional<Proposal> find(Parting parting) {
        return sql.sql(WAITING.formatted(IS_ABOUT)).params(parting.person(), gone(parting), mention(parting), 1).query(PartingStore::proposal).optional();
    }

    /** All that waits, the oldest first. */
    public List<Proposal> waiting(int limit) {
        return sql.sql(WAITING.formatted("")).param(limit).query(PartingStore::proposal).list();
    }

    private static Proposal proposal(ResultSet row, int number) throws SQLException {
        String gone = row.getString("gone");
        Parting parting = gone == null ? new Parting.Split(row.getString("person"), row.getLong("mention_id")) : new Parting.Unmerge(row.getString("person"), gone);
        return new Proposal(parting, row.getString("proposed_by"), row.getString("reason"), Rows.instant(row, "proposed_at"));
    }

    private static String gone(Parting parting) {
        return parting instanceof Parting.Unmerge unmerge ? unmerge.gone() : null;
    }

    private static Long mention(Parting parting) {
        return parting instanceof Parting.Split split ? split.mention() : null;
    }
}
