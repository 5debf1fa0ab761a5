package org.earlyhelp.hub.identity.storage;

import java.util.Collection;
import java.util.List;
import org.earlyhelp.hub.identity.Allegations;
import org.earlyhelp.hub.person.CanonicalJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads whom referrals name as alleged perpetrator. */
@Repository
class StoredAllegations implements Allegations {
    private final JdbcClient sql;

    StoredAllegations(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Alleged> in(Collection<String> records) {
        return sql.sql("""
                SELECT r.agency, p.ref, m.person, ARRAY(
                    SELECT v.ref FROM mention h JOIN link k ON k.mention_id = h.id JOIN person v ON v.id = k.person_id
                    WHERE h.record_id = r.id AND h.role = 'VICTIM') AS harmed
                FROM (SELECT DISTINCT agency, feed, source_ref FROM record WHERE ref = ANY (?)) asked
                JOIN record r ON r.agency = asked.agency AND r.feed = asked.feed AND r.source_ref = asked.source_ref AND r.is_current
                JOIN mention m ON m.record_id = r.id AND m.role = 'ALLEGED_PERPETRATOR'
                JOIN link l ON l.mention_id = m.id JOIN person p ON p.id = l.person_id
                ORDER BY r.observed_at DESC, r.id, m.index""").param(records.toArray(String[]::new))
                .query((row, n) -> new Alleged(row.getString("agency"), row.getString("ref"), CanonicalJson.readPerson(row.getString("person")),
                        List.of((String[]) row.getArray("harmed").getArray()))).list();
    }
}
