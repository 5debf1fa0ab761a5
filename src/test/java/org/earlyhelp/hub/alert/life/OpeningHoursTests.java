package org.earlyhelp.hub.alert.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTests {
    private static final BankHolidays HOLIDAYS = new BankHolidays(Set.of());

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            within the day                  | 08:30-17:00 | 2026-11-24T09:00:00Z | PT4H    | 2026-11-24T13:00:00Z
            over night                      | 08:30-17:00 | 2026-11-24T16:00:00Z | PT4H    | 2026-11-25T11:30:00Z
            before opening: from opening    | 08:30-17:00 | 2026-11-24T05:00:00Z | PT1H    | 2026-11-24T09:30:00Z
            exactly at closing              | 08:30-17:00 | 2026-11-24T16:00:00Z | PT1H    | 2026-11-24T17:00:00Z
            over the weekend                | 08:30-17:00 | 2026-11-20T16:00:00Z | PT2H    | 2026-11-23T09:30:00Z
            over Christmas                  | 08:30-17:00 | 2026-12-24T16:00:00Z | PT2H    | 2026-12-29T09:30:00Z
            over the change to winter time  | 08:30-17:00 | 2026-10-23T15:00:00Z | PT2H    | 2026-10-26T09:30:00Z
            whole working days              | 00:00-24:00 | 2026-11-20T16:00:00Z | PT24H   | 2026-11-23T16:00:00Z
            every hour                      | ''          | 2026-11-20T16:00:00Z | PT24H   | 2026-11-21T16:00:00Z
            """)
    void countsTheHoursInWhichTheDoorIsOpen(String when, String hours, Instant start, Duration counted, Instant due) {
        assertThat(OpeningHours.parse(hours, HOLIDAYS).after(start, counted)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"08:30-17:00,2026-07-01T07:30:00Z,true", "08:30-17:00,2026-07-01T07:29:59Z,false", "08:30-17:00,2026-07-01T16:00:00Z,false", "08:30-17:00,2026-07-04T10:00:00Z,false",
            "08:30-17:00,2026-12-25T10:00:00Z,false", "00:00-24:00,2026-07-01T22:59:59Z,true"})
    void tellsWhetherTheDoorIsOpen(String hours, Instant moment, boolean open) {
        assertThat(((OpeningHours) OpeningHours.parse(hours, HOLIDAYS)).isOpenAt(moment)).isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nine to five", "08:30", "17:00-08:30", "08:30-17:00-18:00", "25:00-26:00"})
    void refusesHoursThatAreNone(String hours) {
        assertThatThrownBy(() -> OpeningHours.parse(hours, HOLIDAYS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDoorThatIsOpenForAMinuteStillComesToAnEnd() {
        assertThat(OpeningHours.parse("09:00-09:01", HOLIDAYS).after(Instant.parse("2026-11-23T09:00:00Z"), Duration.ofMinutes(5)))
                .isEqualTo("2026-11-27T09:01:00Z");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            over the weekend        | 08:30-17:00 | 2026-11-20T16:00:00Z | 2026-11-23T10:30:00Z | 2026-11-23T09:00:00Z
            at closing on Friday    | 08:30-17:00 | 2026-11-20T15:00:00Z | 2026-11-23T10:30:00Z | 2026-11-20T17:00:00Z
            raised in the night     | 08:30-17:00 | 2026-11-24T02:00:00Z | 2026-11-24T12:30:00Z | 2026-11-24T10:30:00Z
            day of the clocks       | 00:00-24:00 | 2026-10-23T23:00:00Z | 2026-10-26T02:00:00Z | 2026-10-26T01:00:00Z
            every hour counts       | ''          | 2026-11-20T16:00:00Z | 2026-11-23T16:00:00Z | 2026-11-22T04:00:00Z
            """)
    void findsTheMiddleOfWhatIsCounted(String when, String hours, Instant from, Instant until, Instant middle) {
        assertThat(OpeningHours.parse(hours, new BankHolidays(Set.of())).halfway(from, until)).isEqualTo(middle);
    }

    @Test
    void countsWhatItAdds() {
        OpeningTime hours = OpeningHours.parse("08:30-17:00", new BankHolidays(Set.of()));
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 300; i++) {
            Instant start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(40_000_000));
            Duration counted = Duration.ofSeconds(1 + random.nextInt(400_000));
            assertThat(hours.counted(start, hours.after(start, counted))).as("seed 7, from %s", start).isEqualTo(counted);
        }
    }
}
