package org.earlyhelp.hub.embedded.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceWatcherTests {
    /** As {@code printf 01KAN0R7G00000000000000001 | sha256sum | cut -c1-32} says. */
    @Test
    void numbersATraceAsAnybodyCanWorkOut() {
        assertThat(TraceWatcher.traceOf("01KAN0R7G00000000000000001")).isEqualTo("b826c80b7fae5869899f69451d7804a0");
    }
}
