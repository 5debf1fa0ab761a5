package org.earlyhelp.hub.rights.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** References of everybody the database knows, and since when: to be compared with the ledger of erasures. Thread-safe. */
@Repository
public class PeopleThen {
    private final JdbcClient sql;

    PeopleThen(JdbcClient sql) {
        this.sql = sql;
    }

    /** A P- reference and when it was made. */
    public record Known(String ref, Instant madeAt) {
    }

    /** Everybody in the database. */
    public List<Known> all() {
        return sql.sql("SELECT ref, created_at FROM person").query((row, n) -> new Known(row.getString(1), row.getTimestamp(2).toInstant())).list();
    }

    /** The person of that reference. */
    public Optional<Known> find(String ref) {
        return sql.sql("SELECT ref, created_at FROM person WHERE ref = ?").param(ref)
                .query((row, n) -> new Known(row.getString(1), row.getTimestamp(2).toInstant())).optional();
    }
}
