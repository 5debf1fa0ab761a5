package org.earlyhelp.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EachByItselfTests {
    private final List<String> done = new ArrayList<>();

    private void unlessBad(String one) {
        done.add(one);
        if (one.startsWith("bad")) {
            throw new IllegalStateException(one);
        }
    }

    @Test
    void triesAllAndThrowsTheFirstFailure() {
        assertThatThrownBy(() -> EachByItself.of(List.of("a", "bad 1", "b", "bad 2", "c"), this::unlessBad)).hasMessage("bad 1")
                .satisfies(e -> assertThat(e.getSuppressed()).extracting(Throwable::getMessage).containsExactly("bad 2"));
        assertThat(done).containsExactly("a", "bad 1", "b", "bad 2", "c");
    }

    @Test
    void endsWhenAllFail() {
        assertThatThrownBy(() -> EachByItself.of(Collections.nCopies(100, "bad"), this::unlessBad)).hasMessage("bad");
        assertThat(done).hasSize(EachByItself.FAILURES_LIMIT);
    }
}
