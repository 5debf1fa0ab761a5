package org.earlyhelp.hub.cli.torture.matrix;

import java.util.List;

/**
 * One row of the matrix.
 *
 * @param id    such as {@code F35}
 * @param fault what goes wrong, in words
 * @param kind  how costly it is to show
 * @param shown how it is shown
 */
record Row(String id, String fault, Kind kind, Shown shown) {
    /** What a row needs: QUICK rows share one hub that stays up; SLOW ones start their own. */
    enum Kind {
        QUICK, SLOW
    }

    /** How a row is shown. */
    sealed interface Shown permits Injected, ByTest, Missing {
    }

    /** By the fault itself. */
    record Injected(Fault fault) implements Shown {
    }

    /** By tests that every build runs: {@code ClassName.method}. */
    record ByTest(List<String> tests) implements Shown {
        public ByTest {
            tests = List.copyOf(tests);
        }
    }

    /** Not at all, and why. */
    record Missing(String why) implements Shown {
    }

    static Row quick(String id, String fault, Fault strike) {
        return new Row(id, fault, Kind.QUICK, new Injected(strike));
    }

    static Row slow(String id, String fault, Fault strike) {
        return new Row(id, fault, Kind.SLOW, new Injected(strike));
    }

    static Row byTest(String id, String fault, String... tests) {
        return new Row(id, fault, Kind.QUICK, new ByTest(List.of(tests)));
    }

    static Row missing(String id, String fault, String why) {
        return new Row(id, fault, Kind.QUICK, new Missing(why));
    }
}
