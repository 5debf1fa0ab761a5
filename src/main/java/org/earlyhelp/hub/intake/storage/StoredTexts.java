package org.earlyhelp.hub.intake.storage;

import java.util.Collection;
import org.earlyhelp.hub.intake.ExpiredTexts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredTexts implements ExpiredTexts {
    private final JdbcClient sql;

    StoredTexts(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public long destroy(Collection<Long> records) {
        return sql.sql("UPDATE record SET free_text = NULL WHERE id = ANY(?) AND free_text IS NOT NULL").param(records.toArray(Long[]::new)).update();
    }
}
