package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.identity.IdentityChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** News of changed references that receivers have not heard of yet, in the order of the changes. All methods join the caller's transaction. */
@Repository
public class HeldIdentityStore {
    private final JdbcClient sql;

    public HeldIdentityStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** News that waits; the database's ids of the families are not kept. */
    public record Held(long id, IdentityChanged change) {
    }

    /** Keeps news that may not be told yet, behind what waits already. */
    public void hold(IdentityChanged change, Instant at) {
        sql.sql("INSERT INTO held_identity (kind, kept, gone, families, held_at) VALUES (:kind, :kept, :gone, :families, :at)").param("kind", change.kind().name())
                .param("kept", change.kept()).param("gone", change.gone()).param("families", change.familyRefs().toArray(String[]::new)).param("at", stamp(at)).update();
    }

    /** Whether any news waits. */
    public boolean any() {
        return sql.sql("SELECT EXISTS (SELECT FROM held_identity)").query(Boolean.class).single();
    }

    /** The oldest, locked until the transaction ends: two hubs never tell it twice, nor a later one first. */
    public Optional<Held> oldest() {
        return sql.sql("SELECT id, kind, kept, gone, families FROM held_identity ORDER BY id LIMIT 1 FOR UPDATE").query((row, i) -> new Held(row.getLong("id"),
                new IdentityChanged(IdentityChanged.Kind.valueOf(row.getString("kind")), row.getString("kept"), row.getString("gone"), List.of(),
                        List.of((String[]) row.getArray("families").getArray())))).optional();
    }

    /** Deletes news that was told or that nobody needs any more. */
    public void drop(long id) {
        sql.sql("DELETE FROM held_identity WHERE id = :id").param("id", id).update();
    }
}
