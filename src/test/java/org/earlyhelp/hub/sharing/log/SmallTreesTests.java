package org.earlyhelp.hub.sharing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.earlyhelp.hub.kernel.Parsed;
import org.junit.jupiter.api.Test;

/** Leaves and roots of the sizes 0 to 8 as they are published with the reference implementations of RFC 6962. */
class SmallTreesTests {
    private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void hasThePublishedRoots() {
        CompactRange range = new CompactRange();
        assertThat(hex(range.root())).isEqualTo(ROOTS.get(0));
        LEAVES.forEach(leaf -> {
            range.append(TreeHash.leaf(HexFormat.of().parseHex(leaf)));
            assertThat(hex(range.root())).isEqualTo(ROOTS.get((int) range.size()));
        });
    }

    @Test
    void goesOnFromWhatWasKept() {
        CompactRange range = grown(5);
        CompactRange kept = CompactRange.decode(range.encode()).orThrow();
        LEAVES.subList(5, 8).forEach(leaf -> kept.append(TreeHash.leaf(HexFormat.of().parseHex(leaf))));
        assertThat(hex(kept.root())).isEqualTo(ROOTS.get(8));
        assertThat(range.size()).isEqualTo(5);
    }

    @Test
    void refusesHashesThatDoNotFitTheSize() {
        byte[] kept = grown(5).encode();
        byte[] other = kept.clone();
        other[Long.BYTES - 1] = 4;
        assertThat(CompactRange.decode(other)).isInstanceOf(Parsed.Bad.class);
        assertThat(CompactRange.decode(IntStream.range(0, 7).mapToObj(any -> "00").reduce("", String::concat).getBytes())).isInstanceOf(Parsed.Bad.class);
        assertThat(CompactRange.decode(new byte[3])).isInstanceOf(Parsed.Bad.class);
        byte[] negative = kept.clone();
        negative[0] = (byte) 0x80;
        assertThat(CompactRange.decode(negative)).isInstanceOf(Parsed.Bad.class);
    }

    @Test
    void takesHashesOf32BytesOnly() {
        assertThatThrownBy(() -> TreeHash.of(new byte[31])).hasMessage("a hash has 32 bytes, not 31");
        String hash = TreeHash.EMPTY.base64();
        assertThat(TreeHash.parse(hash).orThrow()).isEqualTo(TreeHash.EMPTY);
        assertThat(List.of(hash.replace("=", ""), hash + "=", hash.substring(4), "", hash.replace("U=", "V="), hash + "\n"))
                .allSatisfy(text -> assertThat(TreeHash.parse(text)).isInstanceOf(Parsed.Bad.class));
    }

    static CompactRange grown(int size) {
        CompactRange range = new CompactRange();
        LEAVES.subList(0, size).forEach(leaf -> range.append(TreeHash.leaf(HexFormat.of().parseHex(leaf))));
        return range;
    }

    private static String hex(TreeHash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }
}
