package org.earlyhelp.hub.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueClockTests {
    private static final Instant NOW = Instant.parse("2026-11-23T09:20:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-23T09:40:00Z | Acknowledge by 09:40 today, 20 minutes left                  | SOON
            2026-11-23T09:20:01Z | Acknowledge by 09:20 today, 1 minute left                    | SOON
            2026-11-23T10:20:00Z | Acknowledge by 10:20 today, 1 hour left                      | SOON
            2026-11-23T11:25:00Z | Acknowledge by 11:25 today, 2 hours 5 minutes left           | LATER
            2026-11-24T08:30:00Z | Acknowledge by 08:30 tomorrow, 23 hours left                 | LATER
            2026-11-26T10:20:00Z | Acknowledge by 10:20 on Thursday 26 November, 3 days left    | LATER
            2027-01-04T10:20:00Z | Acknowledge by 10:20 on Monday 4 January 2027, 42 days left  | LATER
            2026-11-23T07:20:00Z | Acknowledge by 07:20 today, overdue by 2 hours               | OVERDUE
            2026-11-22T23:59:00Z | Acknowledge by 23:59 yesterday, overdue by 9 hours           | OVERDUE
            2026-11-19T09:20:00Z | Acknowledge by 09:20 on Thursday 19 November, overdue by 4 days | OVERDUE
            """)
    void saysHowMuchTimeIsLeft(Instant by, String words, DueClock.Urgency urgency) {
        DueClock clock = DueClock.of("Acknowledge", by, NOW);

        assertThat(clock.words()).isEqualTo(words);
        assertThat(clock.urgency()).isEqualTo(urgency);
    }

    @Test
    void speaksOfCivilTimeAcrossTheClockChange() {
        assertThat(DueClock.of("Decide", Instant.parse("2026-10-25T09:00:00Z"), Instant.parse("2026-10-24T09:00:00Z")).words())
                .isEqualTo("Decide by 09:00 tomorrow, 24 hours left");
        assertThat(DueClock.of("Decide", Instant.parse("2026-10-24T08:00:00Z"), Instant.parse("2026-10-24T07:00:00Z")).by()).isEqualTo("Decide by 09:00 today");
    }
}
