package org.earlyhelp.hub.intake.canary;

/** Hears of canaries that came back from the broker. */
@FunctionalInterface
public interface CanaryAnswers {
    /** Acknowledges it. One that is not awaited, since it came twice or too late, changes nothing. */
    void returned(String agency, String feed, String upload);
}
