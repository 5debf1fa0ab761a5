package org.earlyhelp.hub.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cheap test of two dates says the same as the comparison of their digits. */
class BirthDigitsTests {
    private static final int PAIRS = 50_000;

    @ParameterizedTest
    @ValueSource(longs = {3, 17})
    void saysWhatTheComparisonSays(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < PAIRS; i++) {
            LocalDate one = LocalDate.of(1995, 1, 1).plusDays(random.nextInt(12_000));
            LocalDate other = random.nextBoolean() ? LocalDate.of(1995, 1, 1).plusDays(random.nextInt(12_000)) : one.plusDays(random.nextInt(1_500) - 750);
            BirthLevel level = BirthComparison.BIRTH.compare(one.format(DateTimeFormatter.BASIC_ISO_DATE), other.format(DateTimeFormatter.BASIC_ISO_DATE));

            assertThat(BirthComparison.BIRTH.compare(one, other)).as("seed %d: %s and %s", seed, one, other).isEqualTo(level);
            assertThat(BirthComparison.BIRTH.mayBeOne(BirthComparison.digits(one), BirthComparison.digits(other))).isEqualTo(level != BirthLevel.DIFFERENT);
        }
    }
}
