package org.earlyhelp.hub.intake.canary;

/** Carries canaries over the broker and back: the last step, filled by the room that sends messages. */
@FunctionalInterface
public interface CanaryReturn {
    /** The queue of the hub's own that it goes over; no case system may read it. */
    String QUEUE = "hub.canary";

    /** Takes it on and answers at once; when it has come back, {@link CanaryAnswers#returned} is called, else nothing. */
    void send(CanaryMessage message);
}
