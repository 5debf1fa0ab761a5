package org.earlyhelp.hub.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimingsTests {
    @Test
    void takesTheNinetyFifthOfAHundred() {
        Timings timings = new Timings(IntStream.rangeClosed(1, 100).map(i -> 101 - i).mapToObj(Duration::ofMillis).toList());

        assertThat(timings.p95()).isEqualTo(Duration.ofMillis(95));
        assertThat(timings.max()).isEqualTo(Duration.ofMillis(100));
        assertThat(timings).hasToString("median 0.051 s, p95 0.095 s, max 0.100 s of 100 tries");
    }

    @Test
    void needsOneTry() {
        assertThat(new Timings(List.of(Duration.ofMillis(7))).p95()).isEqualTo(Duration.ofMillis(7));
        assertThatIllegalArgumentException().isThrownBy(() -> new Timings(List.of()));
    }
}
