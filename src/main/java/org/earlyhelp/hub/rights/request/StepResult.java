package org.earlyhelp.hub.rights.request;

/** What became of a step. */
public sealed interface StepResult {
    /** It was taken. */
    record Taken(RightsRequest request) implements StepResult {
    }

    /** It was not, and nothing changed; {@code why} in plain words for whoever tried. */
    record NotTaken(String why) implements StepResult {
    }
}
