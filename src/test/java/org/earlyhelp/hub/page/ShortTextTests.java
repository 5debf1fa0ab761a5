package org.earlyhelp.hub.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortTextTests {
    @Test
    void leavesWhatFits() {
        assertThat(ShortText.of("", 3)).isEmpty();
        assertThat(ShortText.of("abc", 3)).isEqualTo("abc");
    }

    @Test
    void saysThatThereIsMore() {
        assertThat(ShortText.of("abcd", 3)).isEqualTo("ab…");
    }

    @Test
    void halvesNoCodePoint() {
        assertThat(ShortText.of("ab👶cd", 4)).isEqualTo("ab…");
        assertThat(ShortText.of("ab👶cd", 5)).isEqualTo("ab👶…");
        assertThat(ShortText.of("👶👶", 2)).isEqualTo("…");
    }
}
