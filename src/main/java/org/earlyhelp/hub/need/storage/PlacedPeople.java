package org.earlyhelp.hub.need.storage;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In which family people are, and its level as last assessed. */
@Repository
public class PlacedPeople {
    private final JdbcClient sql;

    PlacedPeople(JdbcClient sql) {
        this.sql = sql;
    }

    /** A person who stands; {@code level} is 1 where the family was never assessed. */
    public record Placed(long person, long family, int level) {
    }

    /** By reference, those of the people who stand and are placed. */
    public Map<String, Placed> of(Collection<String> refs) {
        Map<String, Placed> placed = new LinkedHashMap<>();
        sql.sql("""
                SELECT p.ref, p.id, p.family_id, coalesce(l.level, 1) AS level FROM person p LEFT JOIN family_level l ON l.family_id = p.family_id
                 WHERE p.ref = ANY (?) AND p.gone_into IS NULL AND p.family_id IS NOT NULL""").param(refs.toArray(String[]::new)).query(row -> {
                    placed.put(row.getString("ref"), new Placed(row.getLong("id"), row.getLong("family_id"), row.getInt("level")));
                });
        return placed;
    }
}
