package org.earlyhelp.hub.web.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.alert.HelpFigures.Change;
import org.junit.jupiter.api.Test;

class NeedCourseTests {
    private static final Instant DECIDED = Instant.parse("2026-09-01T10:00:00Z");
    private static final Instant THEN = Instant.parse("2026-10-13T23:00:00Z");
    private static final Change BEGAN = began("2026-08-20T10:00:00Z");

    private static Change began(String at) {
        return new Change(Instant.parse(at), true);
    }

    private static Change ended(String at) {
        return new Change(Instant.parse(at), false);
    }

    @Test
    void tellsEndedFromBackAndNeverEnded() {
        assertThat(NeedCourse.of(List.of(BEGAN), DECIDED, THEN)).contains(NeedCourse.HOLDS);
        assertThat(NeedCourse.of(List.of(BEGAN, ended("2026-10-01T10:00:00Z")), DECIDED, THEN)).contains(NeedCourse.ENDED);
        assertThat(NeedCourse.of(List.of(BEGAN, ended("2026-09-10T10:00:00Z"), began("2026-10-01T10:00:00Z")), DECIDED, THEN)).contains(NeedCourse.BACK);
    }

    @Test
    void looksNoFurtherThanThePoint() {
        assertThat(NeedCourse.of(List.of(BEGAN, ended("2026-11-01T10:00:00Z")), DECIDED, THEN)).contains(NeedCourse.HOLDS);
    }

    @Test
    void forgetsAnEndingBeforeTheDecision() {
        assertThat(NeedCourse.of(List.of(began("2026-07-01T10:00:00Z"), ended("2026-07-20T10:00:00Z"), BEGAN), DECIDED, THEN)).contains(NeedCourse.HOLDS);
    }

    @Test
    void knowsNothingWithoutHistoryAtTheDecision() {
        assertThat(NeedCourse.of(List.of(), DECIDED, THEN)).isEmpty();
        assertThat(NeedCourse.of(List.of(began("2026-09-05T10:00:00Z")), DECIDED, THEN)).isEmpty();
    }
}
