package org.earlyhelp.hub.sharing.storage;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Sealed payloads, to be wrapped anew. Thread-safe. */
@Repository
public class SealTable {
    private final JdbcTemplate jdbc;

    public SealTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A sealed payload, and what it becomes. */
    public record Sealed(long ordinal, String id, byte[] sealed) {
    }

    /** The next sealed payloads after that ordinal, whatever their key. */
    public List<Sealed> after(long ordinal, int limit) {
        return jdbc.query("SELECT ordinal, id, sealed FROM sharing_entry WHERE ordinal > ? AND sealed IS NOT NULL ORDER BY ordinal LIMIT ?",
                (row, number) -> new Sealed(row.getLong("ordinal"), row.getString("id"), row.getBytes("sealed")), ordinal, limit);
    }

    /** Puts the second in the place of the first, unless that was erased or wrapped meanwhile. */
    public void replace(List<Sealed> before, List<Sealed> after) {
        List<Object[]> rows = java.util.stream.IntStream.range(0, before.size())
                .mapToObj(i -> new Object[] {after.get(i).sealed(), before.get(i).ordinal(), before.get(i).sealed()}).toList();
        jdbc.batchUpdate("UPDATE sharing_entry SET sealed = ? WHERE ordinal = ? AND sealed = ?", rows);
    }
}
