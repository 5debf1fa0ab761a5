package org.earlyhelp.hub.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Files of HL7 version 2. */
class Hl7FuzzTests {
    private static final Layouts LAYOUTS = Layouts.of("health-visiting");

    @FuzzTest(maxDuration = "3m")
    void readsAnything(byte[] input) {
        LAYOUTS.read(input);
    }
}
