package org.earlyhelp.hub.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTests {
    @ParameterizedTest
    @CsvSource({"12THORNTONROAD, 12THORNTONROAD", "12thorntonroad, 12THORNTONROAD", "ZZ99 3VZ, ZZ99 3VZ", "O'NEIL, ONEIL", "SMITH-JONES, SMITH JONES", "SØREN, SOREN"})
    void readsCapitalsAsItReadsAnythingElse(String text, String form) {
        assertThat(Form.of(text).text()).isEqualTo(form);
        assertThat(Form.of(" " + text).isSame(Form.of(text))).isTrue();
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(Form.of("A".repeat(300)).length()).isEqualTo(Form.LIMIT_CHARACTERS);
    }

    @Test
    void isEmptyWithoutLettersOrDigits() {
        assertThat(Form.of("").isEmpty()).isTrue();
        assertThat(Form.of("...".replace('.', '!')).isEmpty()).isTrue();
    }
}
