package org.earlyhelp.hub.identity.cluster.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteColumnTests {
    private final ByteColumn column = new ByteColumn();

    @Test
    void keepsWhatWasSetOnEveryPage() {
        for (int at = 0; at < 100_000; at += 777) {
            column.set(at, (byte) at);
        }

        for (int at = 0; at < 100_000; at += 777) {
            assertThat(column.get(at)).isEqualTo((byte) at);
        }
        assertThat(column.get(1)).isZero();
    }

    @Test
    void takesOneByteAPosition() {
        column.set(999_999, (byte) 1);

        assertThat(column.bytes()).isBetween(1_000_000L, 1_020_000L);
    }
}
