package org.earlyhelp.hub.identity.storage;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts, a delivery, how many records spoke of somebody the hub knew: what the gate before alerts of bulk feeds goes by. */
@Component
public class MatchCounts {
    private final JdbcClient sql;

    MatchCounts(JdbcClient sql) {
        this.sql = sql;
    }

    /** Counts records that were just linked, in the transaction of the linking. The first subject of each stands for it. */
    public void add(Collection<Long> records) {
        if (records.isEmpty()) {
            return;
        }
        sql.sql("""
                INSERT INTO delivery_match (delivery_id, agency, feed, linked, known)
                SELECT r.delivery_id, r.agency, r.feed, count(*), count(*) FILTER (WHERE l.match IN ('CERTAIN', 'PROBABLE') OR p.created_at < d.received_at)
                  FROM record r JOIN delivery d ON d.id = r.delivery_id
                  JOIN LATERAL (SELECT id FROM mention WHERE record_id = r.id AND role IN ('CHILD', 'PUPIL', 'UNBORN', 'SUBJECT') ORDER BY index LIMIT 1) m ON true
                  JOIN link l ON l.mention_id = m.id JOIN person p ON p.id = l.person_id
                 WHERE r.id = ANY(?) GROUP BY r.delivery_id, r.agency, r.feed ORDER BY r.delivery_id
                ON CONFLICT ON CONSTRAINT delivery_match_pk DO UPDATE SET linked = delivery_match.linked + excluded.linked, known = delivery_match.known + excluded.known
                """).param(Rows.ids(records)).update();
    }
}
