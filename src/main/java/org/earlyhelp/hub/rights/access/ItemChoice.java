package org.earlyhelp.hub.rights.access;

/**
 * What an officer chose for an item.
 *
 * @param exemption null where it is included
 * @param reason    why, naming nobody; empty where it is included as it stands
 * @param redacted  what goes out instead; empty unless it is redacted
 */
public record ItemChoice(Choice choice, Exemption exemption, String reason, String redacted) {
    /** Of {@code reason}. */
    public static final int REASON_LIMIT_CHARACTERS = 500;
    /** Of {@code redacted}. */
    public static final int REDACTED_LIMIT_CHARACTERS = 10_000;

    @Override
    public String toString() {
        return choice.name();
    }
}
