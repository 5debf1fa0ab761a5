package org.earlyhelp.hub.sharing.storage;

import java.util.List;
import org.earlyhelp.hub.sharing.seal.EntrySeal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Entries that a hub of an earlier version kept with an open payload: sealed once, and the column with its pages taken away. */
@Repository
public class OldPayloads {
    private static final Logger LOG = LoggerFactory.getLogger(OldPayloads.class);
    private static final int PORTION = 1_000;

    private final JdbcTemplate jdbc;
    private final EntrySeal seal;

    public OldPayloads(JdbcTemplate jdbc, EntrySeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Seals all there are, a thousand at a time; nothing happens where there are none. A crash in between loses nothing. */
    public void sealAll() {
        if (!hasColumn()) {
            return;
        }
        long sealed = 0;
        for (int portion = sealSome(); portion > 0; portion = sealSome()) {
            sealed += portion;
        }
        jdbc.execute("ALTER TABLE sharing_entry DROP COLUMN IF EXISTS payload");
        // Dropping hides the column; only rewriting the table takes its content off the disk.
        jdbc.execute("VACUUM FULL sharing_entry");
        LOG.info("{} entries of the sharing log were sealed", sealed);
    }

    private int sealSome() {
        List<Object[]> rows = jdbc.query("SELECT ordinal, id, payload FROM sharing_entry WHERE payload IS NOT NULL ORDER BY ordinal LIMIT " + PORTION,
                (row, number) -> new Object[] {seal.seal(row.getString("id"), row.getString("payload")), row.getLong("ordinal")});
        jdbc.batchUpdate("UPDATE sharing_entry SET sealed = ?, payload = NULL WHERE ordinal = ? AND payload IS NOT NULL", rows);
        return rows.size();
    }

    private boolean hasColumn() {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT EXISTS (SELECT FROM information_schema.columns WHERE table_schema = current_schema() "
                + "AND table_name = 'sharing_entry' AND column_name = 'payload')", Boolean.class));
    }
}
