package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoteNameTests {
    @Test
    void knowsNotesByTheirEndings() {
        assertThat(NoteName.RECALL.isOn("a.csv.recall")).isTrue();
        assertThat(NoteName.CHECKSUM.isOn("a.csv.sha256")).isTrue();
        assertThat(NoteName.isNote("a.csv")).isFalse();
        assertThat(NoteName.isNote("a.recall.csv")).isFalse();
    }

    @Test
    void takesAnEndingAloneForAName() {
        assertThat(NoteName.isNote(".recall")).isFalse();
        assertThat(NoteName.without(".sha256")).isEqualTo(".sha256");
    }

    @Test
    void takesOneEndingOff() {
        assertThat(NoteName.without("a.csv.recall")).isEqualTo("a.csv");
        assertThat(NoteName.without("a.csv.sha256.recall")).isEqualTo("a.csv.sha256");
        assertThat(NoteName.without("a.csv")).isEqualTo("a.csv");
    }
}
