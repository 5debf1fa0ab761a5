package org.earlyhelp.hub.sharing.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.earlyhelp.hub.kernel.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasedIndexesTests {
    @Test
    void writesRunsInShort() {
        assertThat(ErasedIndexes.of(List.of(12L, 7L, 8L, 3L, 9L, 7L)).text()).isEqualTo("3,7-9,12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0-999", "1,3,5", "3,17,20-25", "1-2", "999999999999999998-999999999999999999"})
    void readsWhatItWrites(String text) {
        assertThat(ErasedIndexes.parse(text).orThrow().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "1,", "-1", "2,1", "1,1", "1,2", "3-2", "4-4", "01", "+1", "1 2", "1,2-", "1-2-3", "99999999999999999999", "\u0661"})
    void refusesAnythingElse(String text) {
        assertThat(ErasedIndexes.parse(text)).isInstanceOf(Parsed.Bad.class);
    }

    @Test
    void readsATextAsLongAsTheLimitAndNoLonger() {
        String text = ErasedIndexes.of(LongStream.range(0, 17_000).mapToObj(index -> index * 2 + 10_000).toList()).text();
        assertThat(text.length()).isLessThan(ErasedIndexes.TEXT_LIMIT_CHARACTERS + 2_100);
        String fitting = text.substring(0, text.lastIndexOf(',', ErasedIndexes.TEXT_LIMIT_CHARACTERS));
        assertThat(ErasedIndexes.parse(fitting).orThrow().spans()).hasSizeGreaterThan(16_000);
        assertThat(ErasedIndexes.parse(text)).isInstanceOf(Parsed.Bad.class);
    }
}
