package org.earlyhelp.hub.alert;

/** What the front door decided. Source: default rules, outcomes. */
public enum Outcome {
    UNIVERSAL, EMERGING, INTENSIVE, SAFEGUARDING;

    /** The queue whose people own a family with this outcome. */
    public AlertQueue owner() {
        return this == SAFEGUARDING ? AlertQueue.FIRST_CONTACT : AlertQueue.EARLY_HELP;
    }
}
