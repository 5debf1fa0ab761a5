package org.earlyhelp.hub.need.storage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which families have a need that somebody told of lately. */
@Repository
public class FamiliesByNeed {
    private final JdbcClient sql;

    FamiliesByNeed(JdbcClient sql) {
        this.sql = sql;
    }

    /** Families, by id, with any of the needs last shown on that day or later; the latest first, at most {@code limit}. */
    public List<Long> withNeedSince(Collection<String> codes, LocalDate day, int limit) {
        return sql.sql("""
                SELECT n.family_id FROM need n JOIN family f ON f.id = n.family_id AND f.gone_into IS NULL
                 WHERE n.code = ANY (?) AND n.last_on >= ? GROUP BY n.family_id ORDER BY max(n.last_on) DESC, n.family_id LIMIT ?""")
                .param(codes.toArray(String[]::new)).param(day).param(limit).query(Long.class).list();
    }
}
