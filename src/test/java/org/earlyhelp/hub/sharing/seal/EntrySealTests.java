package org.earlyhelp.hub.sharing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.earlyhelp.hub.sharing.LogHub;
import org.earlyhelp.hub.support.TestDatabase;
import org.earlyhelp.hub.support.TestFolders;
import org.junit.jupiter.api.Test;

class EntrySealTests {
    private final EntrySeal seal = new LogHub(TestDatabase.fresh(), TestFolders.fresh()).seal;

    @Test
    void opensWhatItSealed() {
        String payload = "{\"person\":\"P-AAAAAA\",\"reason\":\"Zoë\"}";

        assertThat(seal.open("01A", seal.seal("01A", payload))).isEqualTo(new Unsealed.Open(payload));
        assertThat(new String(seal.seal("01A", payload), StandardCharsets.ISO_8859_1)).doesNotContain("P-AAAAAA");
    }

    @Test
    void sealsTheSameNeverTheSameWay() {
        assertThat(seal.seal("01A", "{}")).isNotEqualTo(seal.seal("01A", "{}"));
    }

    @Test
    void opensUnderNoOtherEntry() {
        assertThat(seal.open("01B", seal.seal("01A", "{}"))).isEqualTo(new Unsealed.Changed());
        assertThat(seal.rewrapped("01B", seal.seal("01A", "{}"))).isEmpty();
    }

    @Test
    void noticesEveryFlippedBit() {
        byte[] sealed = seal.seal("01A", "{\"a\":1}");
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(seal.open("01A", flipped)).as("bit %d", bit).isNotInstanceOf(Unsealed.Open.class);
        }
    }

    @Test
    void noticesEveryCut() {
        byte[] sealed = seal.seal("01A", "{\"a\":1}");
        for (int length = 0; length < sealed.length; length++) {
            assertThat(seal.open("01A", Arrays.copyOf(sealed, length))).as("length %d", length).isNotInstanceOf(Unsealed.Open.class);
        }
    }

    @Test
    void saysWhichKeyIsMissing() {
        byte[] sealed = seal.seal("01A", "{}");
        sealed[3] = 7;

        assertThat(seal.open("01A", sealed)).isEqualTo(new Unsealed.KeyMissing(7));
    }
}
