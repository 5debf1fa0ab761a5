package org.earlyhelp.hub.sharing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.earlyhelp.hub.kernel.Parsed;
import org.junit.jupiter.api.Test;

class TileTests {
    @Test
    void writesPathsAsTheSpecificationDoes() {
        assertThat(new TileIndex(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new TileIndex(1, 67, 12).path()).isEqualTo("tile/1/067.p/12");
        assertThat(new TileIndex(0, 1_067, 255).entriesPath()).isEqualTo("tile/entries/x001/067.p/255");
        assertThatThrownBy(() -> new TileIndex(1, 0, 1).entriesPath()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readsBackEveryPathItWrites() {
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            TileIndex index = new TileIndex(random.nextInt(8), random.nextLong() >>> 8 + random.nextInt(50), 1 + random.nextInt(256));
            assertThat(TileIndex.parse(index.path()).orThrow()).isEqualTo(index);
        }
    }

    @Test
    void refusesOtherPaths() {
        assertThat(List.of("tile/00/000", "tile/0/0", "tile/0/x000/000", "tile/0/001/002", "tile/0/x001", "tile/0/000.p/0", "tile/0/000.p/256",
                "tile/0/000.p/01", "tile/8/000", "tile/-1/000", "tile/0/000/", "/tile/0/000", "tile/0/../000", "tile/0/000.p/", "tile/0/" + "x999/".repeat(6) + "999", ""))
                .allSatisfy(path -> assertThat(TileIndex.parse(path)).isInstanceOf(Parsed.Bad.class));
    }

    @Test
    void coversATreeAsTheSpecificationCounts() {
        List<TileIndex> tiles = TileIndex.covering(70_000).toList();
        assertThat(tiles.stream().filter(tile -> tile.level() == 0 && tile.isFull())).hasSize(273);
        assertThat(tiles.subList(273, tiles.size())).containsExactly(new TileIndex(0, 273, 112), new TileIndex(1, 0, 256), new TileIndex(1, 1, 17), new TileIndex(2, 0, 1));
        assertThat(TileIndex.covering(256)).containsExactly(new TileIndex(0, 0, 256), new TileIndex(1, 0, 1));
        assertThat(TileIndex.covering(0)).isEmpty();
    }

    @Test
    void holdsEveryHashThatProofsNeed() {
        int size = 66_000;
        Map<String, TreeHash> subtrees = new HashMap<>();
        CompactRange range = new CompactRange();
        LongStream.range(0, size).forEach(index -> range.append(TreeHash.leaf(Long.toString(index).getBytes()), (level, place, hash) -> subtrees.put(level + "/" + place, hash)));
        TileHashes tiles = new TileHashes(size, index -> tile(index, subtrees));
        subtrees.forEach((place, hash) -> {
            String[] parts = place.split("/");
            if (Integer.parseInt(parts[0]) > 3) {
                assertThat(tiles.read(Integer.parseInt(parts[0]), Long.parseLong(parts[1]))).isEqualTo(hash);
            }
        });
        assertThat(CompactRange.of(size, tiles).root()).isEqualTo(range.root());
        assertThat(InclusionProof.make(65_999, size, tiles).proves(subtrees.get("0/65999"), range.root())).isTrue();
        assertThatThrownBy(() -> tiles.read(4, size >> 4)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesATileOfAnotherLength() {
        assertThat(Tile.of(new TileIndex(0, 0, 2), new byte[64]).orThrow().hash(1)).isEqualTo(TreeHash.of(new byte[32]));
        assertThat(Tile.of(new TileIndex(0, 0, 2), new byte[63])).isEqualTo(Parsed.bad("BAD_TILE", "tile/0/000.p/2 has 63 bytes, expected 64"));
        assertThatThrownBy(() -> Tile.of(new TileIndex(0, 0, 2), new byte[64]).orThrow().hash(2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Tile tile(TileIndex index, Map<String, TreeHash> subtrees) {
        List<TreeHash> hashes = new ArrayList<>();
        for (int place = 0; place < index.width(); place++) {
            hashes.add(subtrees.get(index.level() * TileIndex.HEIGHT + "/" + (index.number() * TileIndex.FULL_WIDTH + place)));
        }
        byte[] row = new byte[hashes.size() * TreeHash.BYTES];
        for (int place = 0; place < hashes.size(); place++) {
            hashes.get(place).writeTo(row, place);
        }
        return Tile.of(index, row).orThrow();
    }
}
