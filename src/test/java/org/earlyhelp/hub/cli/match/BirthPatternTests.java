package org.earlyhelp.hub.cli.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthPatternTests {
    @ParameterizedTest
    @CsvSource({"yyyyMMdd,19810203,19810203", "yyyy-MM-dd,1981-02-03,19810203", "dd/MM/yyyy,03/02/1981,19810203", "d MMM uuuu,3 feb 1981,19810203",
        "dd/MM/yyyy,30/02/1981,19810230", "yyyy-MM-dd,1981-2-3,1981-2-3", "yyyy-MM-dd,1981-02-03T00:00,1981-02-03T00:00", "yyyy-MM-dd,unknown,unknown"})
    void writesTheYearFirst(String pattern, String text, String expected) {
        assertThat(BirthPattern.of(pattern).orElseThrow().yearFirst(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yyyy-MM", "HH:mm", "bogus", "yyyy-DDD", "'"})
    void refusesPatternsWithoutADay(String pattern) {
        assertThat(BirthPattern.of(pattern)).isEmpty();
    }
}
