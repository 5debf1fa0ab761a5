package org.earlyhelp.hub.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.earlyhelp.hub.kernel.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTests {
    @ParameterizedTest
    @ValueSource(strings = {"9434765870", "943 476 5870", "900-000-0009", "9449305552", "9990500002", "9990000018", "9990000077"})
    void acceptsNhsNumbersWithARightCheckDigit(String text) {
        assertThat(NhsNumber.parse(text)).isInstanceOf(Parsed.Good.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9219068409", "9912345678", "9990000000", "999000001", "99900000180", "999000001A", ""})
    void refusesOtherNhsNumbers(String text) {
        assertThat(NhsNumber.parse(text)).isInstanceOf(Parsed.Bad.class);
    }

    @Test
    void noticesEveryChangedDigitOfAnNhsNumber() {
        String right = "9990000018";
        for (int i = 0; i < right.length(); i++) {
            char other = right.charAt(i) == '9' ? '0' : (char) (right.charAt(i) + 1);
            assertThat(NhsNumber.parse(right.substring(0, i) + other + right.substring(i + 1))).isInstanceOf(Parsed.Bad.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"A950000178301,false", "H243278544154,false", "R674123101121,false", "B801200005001,false", "H801200001001,false",
            "N999400122002,false", "Z99940012203A,true", "n999400122002,false"})
    void acceptsUpnsWithARightCheckLetter(String text, boolean temporary) {
        assertThat(Upn.parse(text).orThrow().isTemporary()).isEqualTo(temporary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A823432110001", "A950000178302", "I950000178301", "A95000017830", "A95000017830S1", ""})
    void refusesOtherUpns(String text) {
        assertThat(Upn.parse(text)).isInstanceOf(Parsed.Bad.class);
    }

    @Test
    void cannotHoldAWrongIdentifier() {
        assertThatThrownBy(() -> new NhsNumber("1234567890")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Upn("A823432110001")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"zz993vz,ZZ99 3VZ", "ZZ99  3VZ,ZZ99 3VZ", "ZZ99,ZZ99", "zz-99 3vz,ZZ99 3VZ"})
    void writesPostcodesInOneWay(String sent, String kept) {
        assertThat(new Address(null, null, null, sent, null, null).postcode()).isEqualTo(kept);
    }

    @Test
    void takesTheStrictestDisclosure() {
        assertThat(Disclosure.NORMAL.strictest(Disclosure.HIDDEN)).isEqualTo(Disclosure.HIDDEN);
        assertThat(Disclosure.RESTRICTED.strictest(Disclosure.NORMAL).hides()).isTrue();
        assertThat(new Address(null, null, null, null, null, null).disclosure()).isEqualTo(Disclosure.NORMAL);
    }

    @Test
    void storesEveryAttendanceCodeUnderALetterOfItsOwn() {
        assertThat(Arrays.stream(AttendanceCode.values()).map(AttendanceCode::letter)).doesNotHaveDuplicates().doesNotContain(' ');
        assertThat(AttendanceCode.values()).allSatisfy(code -> assertThat(AttendanceCode.ofLetter(code.letter())).isSameAs(code));
    }

    @ParameterizedTest
    @CsvSource({"H,2024-08-18,true", "H,2024-08-19,false", "F,2026-11-20,false", "Y1,2026-11-20,true", "Y,2026-11-20,true", "J,2026-11-20,false", "?,2026-11-20,false"})
    void knowsWhichCodesStoodWhen(String code, LocalDate day, boolean known) {
        assertThat(AttendanceCode.of(code, day).isPresent()).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"/,true,false", "L,true,false", "I,true,true", "C1,true,true", "O,true,true", "U,true,true", "D,false,false", "X,false,false",
            "Y4,false,false", "#,false,false", "-,false,false", "Q,false,false", "Z,false,false"})
    void countsSessionsByTheRegulations(String code, boolean possible, boolean missed) {
        AttendanceCode.Session session = AttendanceCode.of(code, LocalDate.of(2026, 11, 20)).orElseThrow().session();
        assertThat(session.isPossible()).isEqualTo(possible);
        assertThat(session.isMissed()).isEqualTo(missed);
    }
}
