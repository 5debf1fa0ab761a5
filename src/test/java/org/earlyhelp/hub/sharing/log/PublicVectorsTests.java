package org.earlyhelp.hub.sharing.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublicVectorsTests {
    private static final int CASES = 98;

    @Test
    void judgesEveryPublicInclusionProof() throws IOException {
        List<Path> cases = PublicVectors.cases("rfc6962/inclusion");
        assertThat(cases).hasSize(CASES).allSatisfy(file -> assertThat(proves(read(file))).isEqualTo(!wantsError(file)));
    }

    @Test
    void judgesEveryPublicConsistencyProof() throws IOException {
        List<Path> cases = PublicVectors.cases("rfc6962/consistency");
        assertThat(cases).hasSize(CASES).allSatisfy(file -> assertThat(continues(read(file))).isEqualTo(!wantsError(file)));
    }

    @Test
    void rebuildsEveryCheckpointOfARealLog() throws IOException {
        Path log = PublicVectors.folder("tlog");
        NoteKey key = NoteKey.parse(PublicVectors.LOG_KEY).orThrow();
        CompactRange range = new CompactRange();
        assertThat(checkpoint(log, key, 0).root()).isEqualTo(TreeHash.EMPTY);
        for (byte[] entry : entries(log, 15)) {
            range.append(TreeHash.leaf(entry));
            assertThat(Checkpoint.of(key.name(), range)).isEqualTo(checkpoint(log, key, range.size()));
        }
        assertThat(Files.readString(log.resolve("checkpoint"))).isEqualTo(Files.readString(log.resolve("checkpoint.15")));
    }

    @Test
    void readsEveryTileOfARealLog() throws IOException {
        Path log = PublicVectors.folder("tlog");
        for (int size = 1; size <= 15; size++) {
            TileIndex index = TileIndex.covering(size).reduce((one, other) -> other).orElseThrow();
            Tile tile = Tile.of(index, Files.readAllBytes(log.resolve(index.path()))).orThrow();
            List<TreeHash> leaves = entries(log, size).stream().map(TreeHash::leaf).toList();
            assertThat(IntStream.range(0, size).mapToObj(tile::hash)).isEqualTo(leaves);
            assertThat(Files.readString(log.resolve("checkpoint." + size))).contains(new TreeRange(0, size).hash(new TileHashes(size, any -> tile)).base64());
        }
    }

    private static Checkpoint checkpoint(Path log, NoteKey key, long size) throws IOException {
        return SignedCheckpoint.open(Files.readAllBytes(log.resolve("checkpoint." + size)), List.of(key)).orThrow().checkpoint();
    }

    private static List<byte[]> entries(Path log, int size) throws IOException {
        ByteBuffer bundle = ByteBuffer.wrap(Files.readAllBytes(log.resolve(new TileIndex(0, 0, size).entriesPath())));
        List<byte[]> entries = IntStream.range(0, size).mapToObj(place -> {
            byte[] entry = new byte[Short.toUnsignedInt(bundle.getShort())];
            bundle.get(entry);
            return entry;
        }).toList();
        assertThat(bundle.hasRemaining()).isFalse();
        return entries;
    }

    private static boolean proves(JsonNode one) {
        Optional<List<TreeHash>> proof = proof(one);
        Optional<TreeHash> leaf = hash(one.path("leafHash").asString());
        Optional<TreeHash> root = hash(one.path("root").asString());
        return proof.isPresent() && leaf.isPresent() && root.isPresent()
                && new InclusionProof(unsigned(one, "leafIdx"), unsigned(one, "treeSize"), proof.get()).proves(leaf.get(), root.get());
    }

    private static boolean continues(JsonNode one) {
        return proof(one).map(proof -> new ConsistencyProof(unsigned(one, "size1"), unsigned(one, "size2"), proof)
                .proves(anyRoot(one.path("root1").asString()), anyRoot(one.path("root2").asString()))).orElse(false);
    }

    /** Some cases, one of them good, have words such as "dont care" for roots: a stand-in for each text keeps equal equal and others apart. */
    private static TreeHash anyRoot(String base64) {
        return hash(base64).orElseGet(() -> TreeHash.leaf(Base64.getDecoder().decode(base64)));
    }

    private static Optional<List<TreeHash>> proof(JsonNode one) {
        List<Optional<TreeHash>> hashes = StreamSupport.stream(one.path("proof").spliterator(), false).map(hash -> hash(hash.asString())).toList();
        return hashes.stream().allMatch(Optional::isPresent) ? Optional.of(hashes.stream().map(Optional::get).toList()) : Optional.empty();
    }

    private static Optional<TreeHash> hash(String base64) {
        return TreeHash.parse(base64).asOptional();
    }

    /** Some go up to 2^64 - 1, which is beyond every log and negative here. */
    private static long unsigned(JsonNode one, String member) {
        return one.path(member).bigIntegerValue().longValue();
    }

    private static boolean wantsError(Path file) throws IOException {
        return read(file).path("wantErr").asBoolean();
    }

    private static JsonNode read(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file, StandardCharsets.UTF_8));
    }
}
