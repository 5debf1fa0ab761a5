package org.earlyhelp.hub.need.storage;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose families records speak of, as identity has linked them by now. */
@Repository
public class FamiliesOfRecords {
    private final JdbcClient sql;

    FamiliesOfRecords(JdbcClient sql) {
        this.sql = sql;
    }

    /** F- references by database id. */
    public Map<Long, String> of(Collection<Long> records) {
        Map<Long, String> families = new HashMap<>();
        sql.sql("""
                SELECT DISTINCT f.id, f.ref FROM mention m JOIN link l ON l.mention_id = m.id JOIN person p ON p.id = l.person_id JOIN family f ON f.id = p.family_id
                 WHERE m.record_id = ANY (:records)""").param("records", Rows.ids(records)).query(row -> {
                    families.put(row.getLong("id"), row.getString("ref"));
                });
        return families;
    }

    /** Whether any further record speaks of somebody in these families. */
    public boolean haveOther(Collection<Long> families, Collection<Long> records) {
        return sql.sql("""
                SELECT EXISTS (SELECT FROM person p JOIN link l ON l.person_id = p.id JOIN mention m ON m.id = l.mention_id
                                WHERE p.family_id = ANY (:families) AND m.record_id <> ALL (:records))""")
                .param("families", Rows.ids(families)).param("records", Rows.ids(records)).query(Boolean.class).single();
    }
}
