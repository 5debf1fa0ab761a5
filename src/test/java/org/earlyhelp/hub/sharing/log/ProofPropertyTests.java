package org.earlyhelp.hub.sharing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProofPropertyTests {
    private static final long SEED = 20_261_129;
    private static final int SIZES = 70;

    private final NaiveTree naive = NaiveTree.ofSize(SIZES, new Random(SEED));

    @Test
    void agreesWithTheDefinitionOnEveryInclusionProof() {
        for (int size = 1; size <= SIZES; size++) {
            NaiveTree tree = naive.first(size);
            TreeHash root = tree.asRange().root();
            assertThat(root.bytes()).isEqualTo(tree.root());
            for (int index = 0; index < size; index++) {
                InclusionProof proof = InclusionProof.make(index, size, tree.reader());
                assertThat(bytes(proof.hashes())).usingRecursiveComparison().as("seed %s, %s of %s", SEED, index, size).isEqualTo(tree.path(index));
                assertThat(proof.proves(leaf(index), root)).isTrue();
            }
        }
    }

    @Test
    void agreesWithTheDefinitionOnEveryConsistencyProof() {
        for (int size = 1; size <= SIZES; size++) {
            NaiveTree tree = naive.first(size);
            for (int old = 1; old <= size; old++) {
                ConsistencyProof proof = ConsistencyProof.make(old, size, tree.reader());
                assertThat(bytes(proof.hashes())).usingRecursiveComparison().as("seed %s, %s to %s", SEED, old, size).isEqualTo(tree.proof(old));
                assertThat(proof.proves(naive.first(old).asRange().root(), tree.asRange().root())).isTrue();
            }
        }
    }

    @Test
    void noFlippedBitOfAnInclusionProofPasses() {
        int size = 13;
        TreeHash root = naive.first(size).asRange().root();
        for (int index = 0; index < size; index++) {
            InclusionProof proof = InclusionProof.make(index, size, naive.first(size).reader());
            int place = index;
            assertThat(flipped(proof.hashes()).map(hashes -> new InclusionProof(proof.index(), size, hashes))).noneMatch(other -> other.proves(leaf(place), root));
            assertThat(flipped(List.of(leaf(index)))).noneMatch(leaf -> proof.proves(leaf.get(0), root));
            assertThat(flipped(List.of(root))).noneMatch(other -> proof.proves(leaf(place), other.get(0)));
        }
    }

    @Test
    void noFlippedBitOfAConsistencyProofPasses() {
        TreeHash root = naive.first(13).asRange().root();
        for (int old = 1; old < 13; old++) {
            TreeHash oldRoot = naive.first(old).asRange().root();
            ConsistencyProof proof = ConsistencyProof.make(old, 13, naive.first(13).reader());
            assertThat(flipped(proof.hashes()).map(hashes -> new ConsistencyProof(proof.oldSize(), 13, hashes))).noneMatch(other -> other.proves(oldRoot, root));
            assertThat(flipped(List.of(oldRoot))).noneMatch(other -> proof.proves(other.get(0), root));
            assertThat(flipped(List.of(root))).noneMatch(other -> proof.proves(oldRoot, other.get(0)));
        }
    }

    @Test
    void noOtherPlaceOrSizePasses() {
        TreeHash root = naive.first(21).asRange().root();
        InclusionProof proof = InclusionProof.make(9, 21, naive.first(21).reader());
        for (long size = -1; size < 45; size++) {
            for (long index = -1; index < 45; index++) {
                boolean proves = new InclusionProof(index, size, proof.hashes()).proves(leaf(9), root);
                assertThat(proves && index != 9).as("index %s of %s", index, size).isFalse();
            }
        }
    }

    @Test
    void noProofPassesWithAHashMoreOrLess() {
        TreeHash root = naive.first(21).asRange().root();
        InclusionProof proof = InclusionProof.make(20, 21, naive.first(21).reader());
        List<TreeHash> hashes = proof.hashes();
        List<TreeHash> more = new ArrayList<>(hashes);
        more.add(root);
        assertThat(Stream.of(more, hashes.subList(1, hashes.size()), hashes.subList(0, hashes.size() - 1), List.<TreeHash>of()))
                .noneMatch(other -> new InclusionProof(20, 21, other).proves(leaf(20), root));
        assertThat(new InclusionProof(0, 1, List.of(root)).proves(leaf(0), leaf(0))).isFalse();
        assertThat(new InclusionProof(0, 1, List.of(root)).proves(leaf(0), TreeHash.node(root, leaf(0)))).isFalse();
    }

    @Test
    void makesNoProofFromNothing() {
        assertThatThrownBy(() -> ConsistencyProof.make(0, 5, naive.reader())).hasMessage("no proof from size 0 to 5");
        assertThatThrownBy(() -> ConsistencyProof.make(6, 5, naive.reader())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InclusionProof.make(5, 5, naive.reader())).hasMessage("no leaf 5 in a tree of 5");
    }

    @Test
    void goesOnFromStoredHashesAtEverySize() {
        for (int size = 0; size <= SIZES; size++) {
            CompactRange grown = naive.first(size).asRange();
            assertThat(CompactRange.of(size, naive.reader()).encode()).isEqualTo(grown.encode());
            assertThat(CompactRange.decode(grown.encode()).orThrow().root()).isEqualTo(grown.root());
        }
    }

    private TreeHash leaf(int index) {
        return TreeHash.leaf(naive.entries().get(index));
    }

    private static List<byte[]> bytes(List<TreeHash> hashes) {
        return hashes.stream().map(TreeHash::bytes).toList();
    }

    private static Stream<List<TreeHash>> flipped(List<TreeHash> hashes) {
        return IntStream.range(0, hashes.size() * TreeHash.BYTES * Byte.SIZE).mapToObj(bit -> {
            List<TreeHash> other = new ArrayList<>(hashes);
            byte[] bytes = other.get(bit / (TreeHash.BYTES * Byte.SIZE)).bytes();
            bytes[bit / Byte.SIZE % TreeHash.BYTES] ^= (byte) (1 << bit % Byte.SIZE);
            other.set(bit / (TreeHash.BYTES * Byte.SIZE), TreeHash.of(bytes));
            return other;
        });
    }
}
