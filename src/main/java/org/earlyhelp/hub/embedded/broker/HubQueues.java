package org.earlyhelp.hub.embedded.broker;

import java.util.List;

/** The queues of contract section 5. They exist from the start, so that a receiver can come before the first message. */
public final class HubQueues {
    /** Alerts whose family may need early help. */
    public static final String EARLY_HELP = "frontdoor.early-help";
    /** Alerts of danger, and notices to whoever answers them. */
    public static final String FIRST_CONTACT = "frontdoor.first-contact";
    /** What the front door decided, to the hub. */
    public static final String DECISIONS = "frontdoor.decisions";
    /** Who became one or two, for receivers that keep references. */
    public static final String IDENTITY_CHANGED = "hub.identity-changed";
    /** What nobody could handle. */
    public static final String DEAD_LETTER = "hub.dead-letter";
    /** All of the contract, in its order. */
    public static final List<String> ALL = List.of(EARLY_HELP, FIRST_CONTACT, DECISIONS, IDENTITY_CHANGED, DEAD_LETTER);

    /** The hub's own: its canaries go over the broker and back, and nobody else reads them. Not of the contract. */
    public static final String CANARY = "hub.canary";

    private HubQueues() {
    }
}
