package org.earlyhelp.hub.identity.review;

/**
 * What somebody sends about a pair, with what they saw when they decided.
 *
 * @param version of the pair as shown
 * @param one     P- references as shown
 * @param by      account
 * @param reason  in their words; kept, shown to stewards and managers
 */
public record ReviewForm(long pair, int version, String one, String other, String by, String reason) {
    /** The longest reason that is kept; longer ones are refused. */
    public static final int REASON_CHARACTERS = 500;

    public ReviewForm {
        reason = reason == null ? "" : reason.strip();
    }

    /** Whether it gives a reason of a length that can be kept. */
    public boolean hasReason() {
        return !reason.isEmpty() && reason.length() <= REASON_CHARACTERS;
    }
}
