package org.earlyhelp.hub.identity.storage;

import java.util.List;
import org.earlyhelp.hub.identity.OpenFindings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the findings that nobody has closed. */
@Repository
class StoredFindings implements OpenFindings {
    private final JdbcClient sql;

    StoredFindings(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Finding> oldest(int limit) {
        return sql.sql("SELECT id, room, code, about, message, raised_at FROM finding WHERE closed_at IS NULL ORDER BY raised_at, id LIMIT ?")
                .param(limit).query((row, number) -> new Finding(row.getLong("id"), row.getString("room"), row.getString("code"), row.getString("about"),
                        row.getString("message"), row.getTimestamp("raised_at").toInstant())).list();
    }

    @Override
    public long count() {
        return sql.sql("SELECT count(*) FROM finding WHERE closed_at IS NULL").query(Long.class).single();
    }
}
