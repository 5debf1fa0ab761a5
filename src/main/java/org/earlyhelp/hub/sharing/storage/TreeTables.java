package org.earlyhelp.hub.sharing.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.log.Commitment;
import org.earlyhelp.hub.sharing.log.Leaf;
import org.earlyhelp.hub.sharing.log.TreeHash;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;

/** The tree of the sharing log: what waits for a place, leaves, tiles, checkpoints. Everything happens in the transaction at hand. Thread-safe. */
@Repository
public class TreeTables {
    /** Rows that the driver fetches at a time; only inside a transaction. */
    static final int FETCHED_ROWS = 5_000;
    /** Any number that no other advisory lock of the hub uses. */
    private static final long TURN = 7_160_962;
    private static final String CHECKPOINT = "SELECT origin, size, previous, root, note, at, key, stamp FROM sharing_checkpoint ";
    /** The places to take are found once, as an array: as a list in IN the planner may look for them anew for each row. */
    private static final String TAKE = """
            WITH gone AS (
                DELETE FROM sharing_pending WHERE ordinal = ANY (ARRAY(
                    SELECT ordinal FROM sharing_pending AS waiting WHERE EXISTS (SELECT FROM sharing_entry AS entry WHERE entry.ordinal = waiting.ordinal)
                    ORDER BY ordinal LIMIT ? FOR UPDATE SKIP LOCKED))
                RETURNING ordinal)
            SELECT ordinal, commitment FROM gone JOIN sharing_entry USING (ordinal) ORDER BY ordinal""";

    private final JdbcTemplate jdbc;

    public TreeTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a hub that does not run in this process. */
    public static TreeTables over(DataSource database) {
        return new TreeTables(new JdbcTemplate(database));
    }

    /** Whether it is this transaction's turn to sequence; nobody else's until it ends. */
    public boolean takesTurn() {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, TURN));
    }

    /** Takes at most so many entries off the list of those that wait, the oldest first. */
    public List<WaitingEntry> take(int limit) {
        return jdbc.query(TAKE, (row, number) -> new WaitingEntry(row.getLong("ordinal"), Commitment.kept(row.getBytes("commitment"))), limit);
    }

    /** Leaves of consecutive indexes from {@code first} on. */
    public void addLeaves(long first, List<WaitingEntry> entries) {
        String insert = "INSERT INTO sharing_leaf (leaf, ordinal, commitment) SELECT ? + place - 1, ordinal, commitment "
                + "FROM unnest(?::bigint[], ?::bytea[]) WITH ORDINALITY AS entry (ordinal, commitment, place)";
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                statement.setLong(1, first);
                statement.setArray(2, connection.createArrayOf("bigint", entries.stream().map(WaitingEntry::ordinal).toArray(Long[]::new)));
                statement.setArray(3, connection.createArrayOf("bytea", entries.stream().map(entry -> entry.commitment().bytes()).toArray(byte[][]::new)));
                return statement.executeUpdate();
            }
        });
    }

    /** Hashes that follow those a tile already has. */
    public void growTiles(Map<TilePlace, byte[]> hashes) {
        hashes.forEach((tile, more) -> jdbc.update("INSERT INTO sharing_tile (level, number, hashes) VALUES (?, ?, ?) "
                + "ON CONFLICT (level, number) DO UPDATE SET hashes = sharing_tile.hashes || excluded.hashes", tile.level(), tile.number(), more));
    }

    /** Writes a checkpoint; there must be none of its name and size. */
    public void addCheckpoint(CheckpointRow row) {
        jdbc.update("INSERT INTO sharing_checkpoint (origin, size, previous, root, note, at, key, stamp) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row.origin(), row.size(),
                row.previous(), row.root().bytes(), row.note(), Timestamp.from(row.at()), row.key(), row.stamp());
    }

    /** The largest checkpoint; empty while the log is. */
    public Optional<CheckpointRow> newest() {
        return jdbc.query(CHECKPOINT + "ORDER BY size DESC, at DESC LIMIT 1", (row, number) -> checkpoint(row)).stream().findFirst();
    }

    /** At most {@code limit} checkpoints from that size on, the smallest first. */
    public List<CheckpointRow> page(long from, int limit) {
        return jdbc.query(CHECKPOINT + "WHERE size >= ? ORDER BY size, at LIMIT ?", (row, number) -> checkpoint(row), from, limit);
    }

    /** Every checkpoint from that size on, the smallest first; streams inside a transaction. */
    public void checkpoints(long from, Consumer<CheckpointRow> each) {
        stream(CHECKPOINT + "WHERE size >= ? ORDER BY size, at", row -> each.accept(checkpoint(row)), from);
    }

    /** Leaves from {@code from} to {@code to}, the last excluded, without what they are of; streams inside a transaction. */
    public void leaves(long from, long to, Consumer<Leaf> each) {
        stream("SELECT leaf, commitment FROM sharing_leaf WHERE leaf >= ? AND leaf < ? ORDER BY leaf",
                row -> each.accept(new Leaf(row.getLong("leaf"), Commitment.kept(row.getBytes("commitment")), Optional.empty())), from, to);
    }

    /** All hashes of a tile. */
    public Optional<byte[]> tile(int level, long number) {
        return jdbc.query("SELECT hashes FROM sharing_tile WHERE level = ? AND number = ?", (row, place) -> row.getBytes(1), level, number).stream().findFirst();
    }

    /** All hashes of those of the tiles that there are. */
    public Map<TilePlace, byte[]> tiles(List<TilePlace> places) {
        Map<TilePlace, byte[]> found = new HashMap<>();
        jdbc.query("SELECT level, number, hashes FROM sharing_tile JOIN unnest(?::smallint[], ?::bigint[]) AS wanted (level, number) USING (level, number)",
                (RowCallbackHandler) row -> found.put(new TilePlace(row.getInt("level"), row.getLong("number")), row.getBytes("hashes")),
                places.stream().map(place -> (short) place.level()).toArray(Short[]::new), places.stream().map(TilePlace::number).toArray(Long[]::new));
        return found;
    }

    /** How many entries wait, counted up to {@code limit}. */
    public long waiting(long limit) {
        Long count = jdbc.queryForObject("SELECT count(*) FROM (SELECT FROM sharing_pending LIMIT ?) AS counted", Long.class, limit);
        return count == null ? 0 : count;
    }

    /** How long the oldest entry has waited; zero when none does. */
    public Duration longestWait() {
        Double seconds = jdbc.queryForObject("SELECT coalesce(extract(epoch FROM clock_timestamp() - min(since)), 0)::float8 FROM sharing_pending", Double.class);
        return Duration.ofMillis(seconds == null ? 0 : (long) (Math.max(0, seconds) * 1_000));
    }

    void stream(String query, RowCallbackHandler each, Object... arguments) {
        jdbc.query(connection -> {
            PreparedStatement statement = connection.prepareStatement(query);
            statement.setFetchSize(FETCHED_ROWS);
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement;
        }, each);
    }

    private static CheckpointRow checkpoint(ResultSet row) throws SQLException {
        return new CheckpointRow(row.getString("origin"), row.getLong("size"), row.getLong("previous"), TreeHash.of(row.getBytes("root")), row.getString("note"),
                row.getTimestamp("at").toInstant(), row.getInt("key"), row.getBytes("stamp"));
    }
}
