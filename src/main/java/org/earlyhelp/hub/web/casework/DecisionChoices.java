package org.earlyhelp.hub.web.casework;

import java.util.LinkedHashMap;
import java.util.Map;

/** The answers a decision form offers, by code, in plain words and in the order offered. */
final class DecisionChoices {
    static final Map<String, String> OUTCOMES = ordered("UNIVERSAL", "Other help is enough", "EMERGING", "Emerging needs", "INTENSIVE", "Several needs",
            "SAFEGUARDING", "Safeguarding");
    static final Map<String, String> HINTS = ordered("UNIVERSAL", "Universal services and advice; nobody new works with the family.",
            "EMERGING", "A team around the family, or the children and family panel.", "INTENSIVE", "Intensive support with one worker for the whole family.",
            "SAFEGUARDING", "A child may be suffering significant harm: First Contact takes over now.");
    static final Map<String, String> TOLD = ordered("YES", "The family has been told", "NOT_YET", "The family has not been told yet",
            "UNSAFE", "Telling the family would not be safe");
    static final Map<String, String> AGREES = ordered("YES", "The family agrees", "NO", "The family does not agree", "NOT_ASKED", "The family has not been asked");
    static final Map<String, String> FEEDBACK = ordered("USEFUL", "Useful", "NOT_USEFUL", "Not useful", "ALREADY_KNOWN", "Already known");

    private DecisionChoices() {
    }

    private static Map<String, String> ordered(String... codesAndWords) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (int i = 0; i < codesAndWords.length; i += 2) {
            choices.put(codesAndWords[i], codesAndWords[i + 1]);
        }
        return java.util.Collections.unmodifiableMap(choices);
    }
}
