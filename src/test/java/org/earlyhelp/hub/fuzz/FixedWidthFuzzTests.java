package org.earlyhelp.hub.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Files of lines in which each fact has its place. */
class FixedWidthFuzzTests {
    private static final Layouts LAYOUTS = Layouts.of("rent-arrears");

    @FuzzTest(maxDuration = "3m")
    void readsAnything(byte[] input) {
        LAYOUTS.read(input);
    }
}
