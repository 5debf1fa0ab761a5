package org.earlyhelp.hub.intake.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class QuietWatchTests {
    private static final Look SMALL = new Look(10, 1_000);
    private final QuietWatch watch = new QuietWatch(Duration.ofSeconds(60));

    @Test
    void isQuietAfterTheWholeTimeOnly() {
        assertThat(isQuietAt(0, SMALL)).isFalse();
        assertThat(isQuietAt(59, SMALL)).isFalse();
        assertThat(isQuietAt(60, SMALL)).isTrue();
    }

    @Test
    void beginsAnewWhenSizeOrTimeChanges() {
        isQuietAt(0, SMALL);
        assertThat(isQuietAt(50, new Look(11, 1_000))).isFalse();
        assertThat(isQuietAt(100, new Look(11, 1_001))).isFalse();
        assertThat(isQuietAt(159, new Look(11, 1_001))).isFalse();
        assertThat(isQuietAt(160, new Look(11, 1_001))).isTrue();
    }

    @Test
    void beginsAnewWhenTheFileWasGone() {
        isQuietAt(0, SMALL);
        watch.keepOnly(Set.of("in/f/other"));

        assertThat(isQuietAt(60, SMALL)).isFalse();
    }

    private boolean isQuietAt(int second, Look look) {
        return watch.isQuiet("in/f/x.csv", look, TimeUnit.SECONDS.toNanos(second));
    }
}
