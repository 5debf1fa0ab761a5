package org.earlyhelp.hub.identity.storage;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.identity.DisputedFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Disputed facts, followed along merges. */
@Repository
class StoredDisputedFacts implements DisputedFacts {
    private final JdbcClient sql;

    StoredDisputedFacts(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Disputed> of(Set<String> people) {
        return sql.sql("""
                SELECT d.ref, s.ref AS person, v.ref AS record, d.field, d.since FROM disputed_fact d JOIN person p ON p.ref = d.person
                  LEFT JOIN record r ON r.ref = d.record LEFT JOIN record v ON (v.agency, v.feed, v.source_ref) = (r.agency, r.feed, r.source_ref)
                  CROSS JOIN LATERAL (WITH RECURSIVE way (id, ref, gone_into) AS (
                      SELECT p.id, p.ref, p.gone_into UNION ALL SELECT n.id, n.ref, n.gone_into FROM way w JOIN person n ON n.id = w.gone_into)
                      SELECT ref FROM way WHERE gone_into IS NULL) s
                 WHERE d.ended_at IS NULL AND s.ref = ANY (?) ORDER BY d.since, d.ref, v.version""").param(people.toArray(String[]::new))
                .query((row, n) -> new Disputed(row.getString("ref"), row.getString("person"), row.getString("record"), row.getString("field"), Rows.instant(row, "since"))).list();
    }

    @Override
    public void dispute(Disputed fact) {
        sql.sql("INSERT INTO disputed_fact (ref, person, record, field, since) VALUES (?, ?, ?, ?, ?)")
                .params(fact.ref(), fact.person(), fact.record(), fact.field(), Rows.stamp(fact.since())).update();
    }

    @Override
    public void settle(String ref, Instant at) {
        sql.sql("UPDATE disputed_fact SET ended_at = ? WHERE ref = ? AND ended_at IS NULL").params(Rows.stamp(at), ref).update();
    }
}
