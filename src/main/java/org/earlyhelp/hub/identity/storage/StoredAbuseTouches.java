package org.earlyhelp.hub.identity.storage;

import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.identity.AbuseTouches;
import org.earlyhelp.hub.kernel.London;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which referrals come near a person: the family, everybody tied to it, and their families. */
@Repository
class StoredAbuseTouches implements AbuseTouches {
    private static final String NEAR = """
            WITH RECURSIVE near (id, step) AS (
                SELECT id, 0 FROM person WHERE ref = :person
                UNION
                SELECT o.id, n.step + 1 FROM near n JOIN person p ON p.id = n.id
                 CROSS JOIN LATERAL (SELECT id FROM person WHERE family_id = p.family_id
                                     UNION SELECT adult_id FROM kinship WHERE child_id = p.id UNION SELECT child_id FROM kinship WHERE adult_id = p.id) o
                 WHERE n.step < 3),
            touching AS (
                SELECT DISTINCT r.agency, r.feed, r.source_ref FROM link l JOIN mention m ON m.id = l.mention_id JOIN record r ON r.id = m.record_id
                 WHERE l.person_id IN (SELECT id FROM near)
                   AND (r.fact_kind = 'DOMESTIC_ABUSE' OR r.fact_kind = 'MISSING' AND r.fact -> 'riskFlags' @> '["DOMESTIC_ABUSE"]'))
            SELECT r.ref, r.observed_at, %s AS harmed, %s AS alleged
              FROM touching t JOIN record r ON (r.agency, r.feed, r.source_ref) = (t.agency, t.feed, t.source_ref) ORDER BY r.id""";
    private static final String NAMED = """
            ARRAY(SELECT DISTINCT p.ref FROM mention m JOIN link l ON l.mention_id = m.id JOIN person p ON p.id = l.person_id
                   WHERE m.record_id = r.id AND m.role = '%s')""";

    private final JdbcClient sql;

    StoredAbuseTouches(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Touch> near(String person) {
        return sql.sql(NEAR.formatted(NAMED.formatted("VICTIM"), NAMED.formatted("ALLEGED_PERPETRATOR"))).param("person", person)
                .query((row, n) -> new Touch(row.getString("ref"), London.dateOf(Rows.instant(row, "observed_at")), Set.of((String[]) row.getArray("harmed").getArray()), Set.of((String[]) row.getArray("alleged").getArray()))).list();
    }

    @Override
    public boolean isAlleged(String person) {
        return sql.sql("""
                SELECT EXISTS (SELECT 1 FROM mention m JOIN link l ON l.mention_id = m.id JOIN person p ON p.id = l.person_id
                   WHERE p.ref = ? AND m.role = 'ALLEGED_PERPETRATOR')""").param(person).query(Boolean.class).single();
    }
}
