package org.earlyhelp.hub.sharing.storage;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.log.Commitment;
import org.earlyhelp.hub.sharing.log.Leaf;
import org.earlyhelp.hub.sharing.log.LogSource;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.Opening;
import org.earlyhelp.hub.sharing.log.TileIndex;
import org.earlyhelp.hub.sharing.log.TreeHash;
import org.earlyhelp.hub.sharing.seal.EntrySeal;
import org.earlyhelp.hub.sharing.seal.LogKeys;
import org.earlyhelp.hub.sharing.seal.Unsealed;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The log on PostgreSQL. As of one moment only inside one transaction that reads repeatably; leaves then come as they are
 * read. What is in the tables is told as it is.
 */
@Repository
public class StoredLog implements LogSource {
    private static final String LEAVES = "SELECT leaf, sharing_leaf.commitment, id, sealed, salt FROM sharing_leaf LEFT JOIN sharing_entry USING (ordinal) "
            + "WHERE leaf >= ? AND leaf < ? ORDER BY leaf";

    private final JdbcTemplate jdbc;
    private final TreeTables tables;
    private final LogKeys keys;
    private final EntrySeal seal;

    public StoredLog(JdbcTemplate jdbc, LogKeys keys) {
        this.jdbc = jdbc;
        this.tables = new TreeTables(jdbc);
        this.keys = keys;
        this.seal = new EntrySeal(keys);
    }

    /**
     * The log of a hub that does not run in this process. Throws StartFailure when its keys are not in that folder,
     * DataAccessException when the database holds no log.
     */
    public static StoredLog over(DataSource database, Path keyDir) {
        return new StoredLog(new JdbcTemplate(database), LogKeys.reading(keyDir, new KeyTable(JdbcClient.create(database))));
    }

    @Override
    public List<NoteKey> keys() {
        return keys.open();
    }

    @Override
    public Optional<String> checkpoint() {
        return tables.newest().map(CheckpointRow::note);
    }

    @Override
    public void checkpoints(Consumer<String> each) {
        tables.checkpoints(0, row -> each.accept(row.note()));
    }

    @Override
    public void leaves(long from, long to, boolean withOpenings, Consumer<Leaf> each) {
        if (withOpenings) {
            tables.stream(LEAVES, row -> each.accept(new Leaf(row.getLong("leaf"), Commitment.kept(row.getBytes("commitment")), opening(row))), from, to);
        } else {
            tables.leaves(from, to, each);
        }
    }

    @Override
    public Optional<byte[]> tile(TileIndex index) {
        return tables.tile(index.level(), index.number()).map(hashes -> java.util.Arrays.copyOf(hashes, Math.min(hashes.length, index.width() * TreeHash.BYTES)));
    }

    @Override
    public boolean erasuresAreStated() {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT NOT EXISTS (SELECT FROM sharing_pending JOIN sharing_entry USING (ordinal) WHERE kind = 'ERASED')", Boolean.class));
    }

    /** Empty also for what was changed, so that it shows. */
    private Optional<Opening> opening(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("sealed");
        byte[] salt = row.getBytes("salt");
        if (sealed == null || salt == null) {
            return Optional.empty();
        }
        return seal.open(row.getString("id"), sealed) instanceof Unsealed.Open open ? Optional.of(new Opening(salt, open.payload())) : Optional.empty();
    }
}
