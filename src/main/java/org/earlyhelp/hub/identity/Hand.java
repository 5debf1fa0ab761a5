package org.earlyhelp.hub.identity;

/** By whose hand something was decided, and why: kept with the event. {@code reason} in their words, naming nobody. */
public record Hand(String account, String reason) {
    /** For what no person is asked about. */
    public static final Hand HUB = new Hand("hub", "");

    @Override
    public String toString() {
        return account;
    }
}
