package org.earlyhelp.hub.sharing.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.earlyhelp.hub.sharing.DeclaredOrigin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** New origins of the log: declared by one person, confirmed by another. */
@Repository
public class OriginTable {
    private static final String SELECT = "SELECT origin, previous, agreed, known_size, known_root, reason, declared_by, declared_at FROM sharing_origin ";
    private final JdbcClient sql;

    public OriginTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether two people had the log of {@code previous} go on under {@code origin}. */
    public boolean continues(String origin, String previous) {
        return sql.sql("SELECT EXISTS (SELECT FROM sharing_origin WHERE origin = ? AND previous = ? AND confirmed_by IS NOT NULL)").param(origin).param(previous)
                .query(Boolean.class).single();
    }

    /** What one person declared and nobody has confirmed. */
    public Optional<DeclaredOrigin> waiting() {
        return query("WHERE confirmed_by IS NULL");
    }

    /** The latest that was confirmed. */
    public Optional<DeclaredOrigin> latest() {
        return query("WHERE confirmed_by IS NOT NULL ORDER BY confirmed_at DESC LIMIT 1");
    }

    private Optional<DeclaredOrigin> query(String which) {
        return sql.sql(SELECT + which).query((row, number) -> new DeclaredOrigin(row.getString("origin"), row.getString("previous"), row.getLong("agreed"),
                row.getLong("known_size"), row.getString("known_root"), row.getString("reason"), row.getString("declared_by"), row.getTimestamp("declared_at").toInstant())).optional();
    }

    /** Keeps a declaration in the place of one that waits. */
    public void declare(DeclaredOrigin declared) {
        sql.sql("DELETE FROM sharing_origin WHERE confirmed_by IS NULL").update();
        sql.sql("INSERT INTO sharing_origin (origin, previous, agreed, known_size, known_root, reason, declared_by, declared_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(declared.origin()).param(declared.previous()).param(declared.agreed()).param(declared.knownSize()).param(declared.knownRoot())
                .param(declared.reason()).param(declared.declaredBy()).param(Timestamp.from(declared.declaredAt())).update();
    }

    /** False when it no longer waits, or when the same person declared it. */
    public boolean confirm(String origin, String by, Instant at) {
        return sql.sql("UPDATE sharing_origin SET confirmed_by = ?, confirmed_at = ? WHERE origin = ? AND confirmed_by IS NULL AND declared_by <> ?")
                .param(by).param(Timestamp.from(at)).param(origin).param(by).update() == 1;
    }
}
