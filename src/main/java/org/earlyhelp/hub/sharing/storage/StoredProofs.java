package org.earlyhelp.hub.sharing.storage;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.kernel.Parsed;
import org.earlyhelp.hub.sharing.EntryProof;
import org.earlyhelp.hub.sharing.LogProofs;
import org.earlyhelp.hub.sharing.log.Commitment;
import org.earlyhelp.hub.sharing.log.InclusionProof;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.log.Tile;
import org.earlyhelp.hub.sharing.log.TileHashes;
import org.earlyhelp.hub.sharing.log.TileIndex;
import org.earlyhelp.hub.sharing.log.TreeHash;
import org.earlyhelp.hub.sharing.seal.EntrySeal;
import org.earlyhelp.hub.sharing.seal.LogKeys;
import org.earlyhelp.hub.sharing.seal.Unsealed;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Proofs out of the tiles. */
@Repository
class StoredProofs implements LogProofs {
    private static final String ENTRY = "SELECT leaf, sharing_leaf.commitment, id, sealed, salt FROM sharing_entry JOIN sharing_leaf USING (ordinal) WHERE id = ?";

    private final JdbcTemplate jdbc;
    private final TreeTables tables;
    private final LogKeys keys;
    private final EntrySeal seal;

    StoredProofs(JdbcTemplate jdbc, TreeTables tables, LogKeys keys, EntrySeal seal) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.keys = keys;
        this.seal = seal;
    }

    /** The entry's place, and whether what it says is what was committed to. */
    private record Placed(long index, Commitment commitment, boolean opens) {
    }

    @Override
    public Optional<EntryProof> of(String id) {
        return jdbc.query(ENTRY, (row, number) -> placed(row), id).stream().findFirst().flatMap(entry -> tables.newest()
                .filter(newest -> entry.index() < newest.size()).map(newest -> proof(entry, newest)));
    }

    private Placed placed(ResultSet row) throws SQLException {
        Commitment commitment = Commitment.kept(row.getBytes("commitment"));
        byte[] sealed = row.getBytes("sealed");
        byte[] salt = row.getBytes("salt");
        boolean opens = sealed == null && salt == null || sealed != null && salt != null
                && seal.open(row.getString("id"), sealed) instanceof Unsealed.Open open && Commitment.of(salt, open.payload()).equals(commitment);
        return new Placed(row.getLong("leaf"), commitment, opens);
    }

    private EntryProof proof(Placed entry, CheckpointRow newest) {
        Map<TilePlace, byte[]> tiles = tables.tiles(around(entry.index(), newest.size()));
        TileHashes hashes = new TileHashes(newest.size(), index -> tile(index, tiles));
        Parsed<SignedCheckpoint> signed = SignedCheckpoint.open(newest.note().getBytes(StandardCharsets.UTF_8), keys.open());
        InclusionProof proof;
        try {
            proof = InclusionProof.make(entry.index(), newest.size(), hashes);
        } catch (IllegalStateException e) {
            // A tile was changed or taken away: there is no proof then, and that is what is to be shown.
            proof = new InclusionProof(entry.index(), newest.size(), List.of());
        }
        boolean holds = entry.opens() && signed instanceof Parsed.Good<SignedCheckpoint> good && good.value().size() == newest.size()
                && proof.proves(entry.commitment().leafHash(), good.value().checkpoint().root());
        return new EntryProof(entry.commitment(), proof, newest.note(), holds);
    }

    /** On each level the tile above the entry and the last one: no proof needs another. */
    private static List<TilePlace> around(long index, long size) {
        List<TilePlace> places = new ArrayList<>();
        for (int level = 0; size >>> level * TileIndex.HEIGHT > 0; level++) {
            places.add(new TilePlace(level, index >>> (level + 1) * TileIndex.HEIGHT));
            places.add(new TilePlace(level, (size >>> level * TileIndex.HEIGHT) - 1 >>> TileIndex.HEIGHT));
        }
        return places;
    }

    private static Tile tile(TileIndex index, Map<TilePlace, byte[]> tiles) {
        byte[] kept = tiles.getOrDefault(new TilePlace(index.level(), index.number()), new byte[0]);
        return Tile.of(index, Arrays.copyOf(kept, Math.min(kept.length, index.width() * TreeHash.BYTES))).asOptional()
                .orElseThrow(() -> new IllegalStateException(index.path() + " is missing or cut"));
    }
}
