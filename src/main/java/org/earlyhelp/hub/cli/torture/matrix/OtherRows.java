package org.earlyhelp.hub.cli.torture.matrix;

import java.util.List;

/** Rows that tests of every build show, and rows that cannot be injected on this machine. */
final class OtherRows {
    private OtherRows() {
    }

    static List<Row> rows() {
        return List.of(
                Row.byTest("F28", "kill -9 at each named step", "LogTrialTests.losesNothingAndDoublesNothingWhenKilled"));
    }
}
