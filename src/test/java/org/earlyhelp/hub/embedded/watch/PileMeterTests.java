package org.earlyhelp.hub.embedded.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.embedded.storage.StandingFigures.Pile;
import org.junit.jupiter.api.Test;

class PileMeterTests {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PileMeter meter = new PileMeter(registry, "things", "things.oldest", "kind", "Things", List.of("always"));

    @Test
    void tellsAKindThatIsGoneAsNone() {
        meter.tell(List.of(new Pile("some", 3, NOW.minusSeconds(90))), NOW);
        assertThat(count("some")).isEqualTo(3);
        assertThat(age("some")).isEqualTo(90);

        meter.tell(List.of(), NOW);

        assertThat(count("some")).isZero();
        assertThat(age("some")).isZero();
    }

    @Test
    void tellsAKindThatWasNeverThere() {
        meter.tell(List.of(), NOW);

        assertThat(count("always")).isZero();
    }

    @Test
    void addsPilesOfOneKindAndTakesTheOldest() {
        meter.tell(List.of(new Pile("some", 1, NOW.minusSeconds(5)), new Pile("some", 2, NOW.minusSeconds(7)), new Pile("some", 1, null)), NOW);

        assertThat(count("some")).isEqualTo(4);
        assertThat(age("some")).isEqualTo(7);
    }

    @Test
    void knowsNoAgeBelowNought() {
        meter.tell(List.of(new Pile("some", 1, NOW.plusSeconds(60))), NOW);

        assertThat(age("some")).isZero();
    }

    private double count(String kind) {
        return registry.get("things").tag("kind", kind).gauge().value();
    }

    private double age(String kind) {
        return registry.get("things.oldest").tag("kind", kind).gauge().value();
    }
}
