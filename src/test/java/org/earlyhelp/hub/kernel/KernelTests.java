package org.earlyhelp.hub.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KernelTests {
    @Test
    void countsTheDayInLondon() {
        assertThat(London.dateOf(Instant.parse("2026-06-30T23:30:00Z"))).isEqualTo("2026-07-01");
        assertThat(London.dateOf(Instant.parse("2026-12-31T23:30:00Z"))).isEqualTo("2026-12-31");
    }

    @Test
    void movesATimeInTheSpringGapForward() {
        assertThat(London.instantOf(LocalDateTime.parse("2026-03-29T01:30:00"))).isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void ticksAwayFromItsOffset() {
        Instant wanted = Instant.parse("2026-11-23T08:40:00Z");
        HubClock clock = HubClock.offsetBy(HubClock.offsetTo(wanted));

        assertThat(clock.now()).isBetween(wanted, wanted.plus(Duration.ofMinutes(5)));
        assertThat(clock.today()).isEqualTo("2026-11-23");
    }

    @Test
    void makesUlidsThatSortByTime() {
        String earlier = Ids.ulid(HubClock.fixedAt(Instant.parse("2026-11-23T08:40:00Z")));
        String later = Ids.ulid(HubClock.fixedAt(Instant.parse("2026-11-23T08:40:00.001Z")));

        assertThat(earlier).hasSize(26).isLessThan(later).matches("[0-9A-HJKMNP-TV-Z]{26}");
    }

    @Test
    void makesReferencesThatCanBeReadOut() {
        Set<String> refs = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            refs.add(Ids.personRef());
        }
        assertThat(refs).hasSizeGreaterThan(990).allMatch(ref -> ref.matches("P-[0-9A-HJKMNP-TV-Z]{6}"));
        assertThat(Ids.receiptRef(LocalDate.of(2026, 11, 22))).matches("R-20261122-[0-9A-Z]{6}");
        assertThat(Ids.alertRef(2026, 4512)).isEqualTo("A-2026-004512");
    }

    @Test
    void refusesKeysInsideTheData() {
        assertThatThrownBy(() -> new HubSettings(Path.of("data"), Path.of("."), Path.of("data/keys"), true))
                .isInstanceOf(StartFailure.class).hasMessageContaining("HUB_KEY_DIR");
    }

    @Test
    void tellsWhatIsWrongWithoutTheValue() {
        Parsed<String> bad = Parsed.bad("BAD_CHECK_DIGIT", "The check digit is wrong.");

        assertThat(bad.asOptional()).isEmpty();
        assertThat(bad.map(String::length)).isEqualTo(Parsed.bad("BAD_CHECK_DIGIT", "The check digit is wrong."));
        assertThatThrownBy(bad::orThrow).hasMessage("BAD_CHECK_DIGIT: The check digit is wrong.");
    }
}
