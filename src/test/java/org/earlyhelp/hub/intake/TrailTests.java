package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrailTests {
    private static final Trail ONE = new Trail("01ONE", "R-1");
    private static final Trail OTHER = new Trail("01OTHER", null);
    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void watchNoMore() {
        Trail.watchNoMore();
    }

    @Test
    void takesUpWhatTheThreadWorkedOnBefore() {
        ONE.follow("outer", () -> {
            OTHER.follow("inner", () -> assertThat(Trail.current()).contains(OTHER));
            assertThat(Trail.current()).contains(ONE);
        });
        assertThat(Trail.current()).isEmpty();
    }

    @Test
    void endsWithAStepThatFails() {
        watch();

        assertThatThrownBy(() -> ONE.follow("step", () -> {
            throw new IOException("no");
        })).isInstanceOf(IOException.class);

        assertThat(Trail.current()).isEmpty();
        assertThat(seen).containsExactly("begin step R-1", "failed");
    }

    @Test
    void marksNobodyWhenSeveralAreWorkedOn() {
        watch();

        Trail.followAll(List.of(ONE, OTHER, ONE), "link", () -> assertThat(Trail.current()).isEmpty());
        Trail.followAll(List.of(ONE, ONE), "link", () -> assertThat(Trail.current()).contains(ONE));
        Trail.followAll(List.of(), "link", () -> assertThat(Trail.current()).isEmpty());

        assertThat(seen).containsExactly("begin link R-1", "begin link null", "end", "end", "begin link R-1", "end");
    }

    @Test
    void isReadFromWhatItTellsOfItself() {
        assertThat(Trail.in(ONE.properties())).contains(ONE);
        assertThat(Trail.in(OTHER.properties())).contains(OTHER);
        assertThat(Trail.in(Map.of("level", "3"))).isEmpty();
    }

    @Test
    void worksWithoutATrailToo() {
        Trail.follow(Optional.empty(), "assess", () -> seen.add("done"));

        assertThat(seen).containsExactly("done");
    }

    private void watch() {
        Trail.watch((trail, step) -> {
            seen.add("begin " + step + " " + trail.delivery());
            return failed -> seen.add(failed ? "failed" : "end");
        });
    }
}
