package org.earlyhelp.hub.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Files of comma-separated lines, a column a fact and a column a day. */
class CsvFuzzTests {
    private static final Layouts LAYOUTS = Layouts.of("school-attendance", "school-attendance-semicolon", "open-involvements", "weekly-register");

    @FuzzTest(maxDuration = "3m")
    void readsAnything(byte[] input) {
        LAYOUTS.read(input);
    }
}
