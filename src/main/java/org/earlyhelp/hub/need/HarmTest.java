package org.earlyhelp.hub.need;

import java.time.LocalDate;
import java.util.List;

/** A test of significant harm that holds: MISSING_HIGH, STILL_MISSING, DA_HIGH, DA_MARAC, HARM_ON_RETURN or KNOWN_STATUTORY. */
public record HarmTest(String code, String fact, LocalDate on, String person, String agency, List<String> evidence) {
    public HarmTest {
        evidence = List.copyOf(evidence);
    }
}
