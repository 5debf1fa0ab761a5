package org.earlyhelp.hub.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** JSON files: one record, an array, one a line, an array inside of an object. */
class JsonFuzzTests {
    private static final Layouts LAYOUTS = Layouts.of("missing-children", "domestic-abuse", "nested-register");

    @FuzzTest(maxDuration = "3m")
    void readsAnything(byte[] input) {
        LAYOUTS.read(input);
    }
}
