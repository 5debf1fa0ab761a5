package org.earlyhelp.hub.alert.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.earlyhelp.hub.alert.AlertedFamilies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the table of alerts. */
@Repository
public class StoredAlertedFamilies implements AlertedFamilies {
    private final JdbcClient sql;

    public StoredAlertedFamilies(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> among(Collection<String> families, Instant since) {
        return new HashSet<>(sql.sql("""
                SELECT f.ref FROM family f WHERE f.ref = ANY(?) AND EXISTS (
                    SELECT FROM alert a WHERE a.family_id = f.id AND (a.status IN ('RAISED', 'ACKNOWLEDGED') OR greatest(a.raised_at, a.decided_at, a.closed_at) >= ?))""")
                .param(families.toArray(String[]::new)).param(Timestamp.from(since)).query(String.class).list());
    }
}
