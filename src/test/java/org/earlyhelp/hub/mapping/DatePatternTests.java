package org.earlyhelp.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.earlyhelp.hub.kernel.London;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePatternTests {
    private static final long SEED = 7;

    @ParameterizedTest
    @CsvSource({"dd/MM/yyyy, 29/02/2024, 2024-02-29", "dd/MM/yyyy, 29/02/2023, ", "dd/MM/yyyy, 31/04/2024, ", "dd/MM/yyyy, 1/04/2024, ", "dd/MM/yyyy, 2024-04-01, ",
            "dd/MM/yyyy, 01/04/20245, ", "dd/MM/yyyy, 00/04/2024, ", "yyyyMMdd, 20240401, 2024-04-01", "dd-MMM-yyyy, 02-Sep-2026, 2026-09-02",
            "dd-MMM-yyyy, 02-sep-2026, 2026-09-02", "dd-MMM-yyyy, 31-Sep-2026, ", "iso, 2026-11-18, 2026-11-18", "iso, 2026-11-18T21:30:00, 2026-11-18",
            "iso, 2026-11-31, ", "iso, 18/11/2026, ", "hl7, 20261118, 2026-11-18", "hl7, 202611182130, 2026-11-18", "hl7, 202611, ", "hl7, 20261131, ", "hl7, x, "})
    void readsOnlyDatesThatThereAre(String pattern, String text, LocalDate expected) {
        assertThat(DatePattern.of(pattern).date(text).orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"iso, 2026-11-18T21:30, 2026-11-18T21:30:00Z", "iso, 2026-06-18T21:30:00, 2026-06-18T20:30:00Z", "iso, 2026-06-18T21:30:00Z, 2026-06-18T21:30:00Z",
            "iso, 2026-06-18T21:30:00.123Z, 2026-06-18T21:30:00.123Z", "iso, 2026-06-18T21:30:00.123456+02:00, 2026-06-18T19:30:00.123456Z",
            "iso, 2026-06-18 21:30, 2026-06-18T20:30:00Z", "iso, 2026-06-18, 2026-06-17T23:00:00Z", "iso, 2026-06-18T25:00, ",
            "hl7, 20260618213000, 2026-06-18T20:30:00Z", "hl7, 20260618213000+0200, 2026-06-18T19:30:00Z", "hl7, 20260618, 2026-06-17T23:00:00Z",
            "dd/MM/yyyy HH:mm, 18/06/2026 21:30, 2026-06-18T20:30:00Z", "dd/MM/yyyy HH:mm, 18/06/2026, "})
    void readsTimesOfLondonUnlessTheySayElse(String pattern, String text, Instant expected) {
        assertThat(DatePattern.of(pattern).instant(text, London.ZONE).orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29T00:59:59, 2026-03-29T00:59:59Z", "2026-03-29T01:30:00, 2026-03-29T01:30:00Z", "2026-03-29T02:00:00, 2026-03-29T01:00:00Z",
            "2026-10-25T00:59:59, 2026-10-24T23:59:59Z", "2026-10-25T01:30:00, 2026-10-25T00:30:00Z", "2026-10-25T02:00:00, 2026-10-25T02:00:00Z"})
    void readsTheNightsWhenClocksChange(String text, Instant expected) {
        assertThat(DatePattern.of("iso").instant(text, London.ZONE)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd/MM/yyyy", "yyyyMMdd", "dd-MMM-yyyy", "yyyy-MM-dd", "MM.dd.yyyy"})
    void readsBackWhatAnotherWrote(String pattern) {
        Random random = new Random(SEED);
        DateTimeFormatter writer = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        for (int round = 0; round < 2_000; round++) {
            LocalDate date = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000));
            assertThat(DatePattern.of(pattern).date(writer.format(date))).as("seed %d, round %d", SEED, round).contains(date);
        }
    }

    @Test
    void readsBackEveryHourOfAYearButTheDoubledOne() {
        for (LocalDateTime hour = LocalDateTime.of(2026, 1, 1, 0, 30); hour.getYear() == 2026; hour = hour.plusHours(1)) {
            Instant read = DatePattern.of("iso").instant(hour.toString(), London.ZONE).orElseThrow();
            boolean inGap = London.ZONE.getRules().getValidOffsets(hour).isEmpty();
            assertThat(London.timeOf(read).toLocalDateTime()).isEqualTo(inGap ? hour.plusHours(1) : hour);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd/MM/yy", "HH:mm", "foo", "", "dd/MM/yyyy {"})
    void refusesWhatIsNoPattern(String pattern) {
        assertThatThrownBy(() -> DatePattern.of(pattern)).isInstanceOf(IllegalArgumentException.class);
    }
}
