package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenValuesTests {
    @ParameterizedTest
    @ValueSource(strings = {"at 17 Quillhatch Lane now", "zz998qz", "ZZ99&nbsp;8QZ", "/search?postcode=ZZ99%208QZ", "ZZ99+8QZ", "+44 1632 960987", "01632-960-954", "3&#32;ELLISMERE GATE"})
    void findsAHiddenValueInAnyForm(String text) {
        assertThatThrownBy(() -> new HiddenValues().areNowhereIn(Map.of("a page", text))).hasMessageContaining("in a page");
    }

    @Test
    void findsAHiddenValueInANameOfAPlace() {
        assertThatThrownBy(() -> new HiddenValues().areNowhereIn(Map.of("file quillhatch.csv", ""))).hasMessageContaining("quillhatch");
    }

    @Test
    void leavesOtherTextAlone() {
        assertThatCode(() -> new HiddenValues().areNowhereIn(Map.of("a page", "ZZ99 8QA, 01632 960112, 100% of 17 & more %zz"))).doesNotThrowAnyException();
    }
}
