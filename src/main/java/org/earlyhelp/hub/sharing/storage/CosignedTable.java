package org.earlyhelp.hub.sharing.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the witness cosigned last, for each origin of the log. */
@Repository
public class CosignedTable {
    private final JdbcClient sql;

    public CosignedTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Entries under the checkpoint cosigned last; 0 when there is none. */
    public long size(String origin) {
        return sql.sql("SELECT size FROM sharing_cosigned WHERE origin = ?").param(origin).query(Long.class).optional().orElse(0L);
    }

    /** When the witness signed it; empty when it never did. */
    public Optional<Instant> at(String origin) {
        return sql.sql("SELECT at FROM sharing_cosigned WHERE origin = ?").param(origin).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    /** Keeps the newest checkpoint of that name which the witness cosigned. */
    public void keep(String origin, long size, String note, Instant at) {
        sql.sql("INSERT INTO sharing_cosigned (origin, size, note, at) VALUES (?, ?, ?, ?) ON CONFLICT (origin) DO UPDATE SET size = excluded.size, note = excluded.note, at = excluded.at")
                .param(origin).param(size).param(note).param(Timestamp.from(at)).update();
    }
}
