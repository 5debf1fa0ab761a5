package org.earlyhelp.hub.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** XML files, with a head around the records too. */
class XmlFuzzTests {
    private static final Layouts LAYOUTS = Layouts.of("domestic-abuse-xml", "transfer-file");

    @FuzzTest(maxDuration = "3m")
    void readsAnything(byte[] input) {
        LAYOUTS.read(input);
    }
}
