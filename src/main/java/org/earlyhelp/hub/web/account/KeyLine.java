package org.earlyhelp.hub.web.account;

import java.time.Instant;
import org.earlyhelp.hub.intake.account.AccountKey;
import org.earlyhelp.hub.page.PlainTime;

/**
 * One key, in words.
 *
 * @param from       where it comes from and who let it in
 * @param lastUsed   when it last opened the door
 * @param mayConfirm whether this viewer may let it open the door
 * @param mayRetire  whether it can still be retired
 */
record KeyLine(String fingerprint, String kind, String state, String from, String lastUsed, boolean mayConfirm, boolean mayRetire) {
    /** {@code viewer} is the account that looks; {@code oneIsEnough} in a demonstration. */
    static KeyLine of(AccountKey key, Instant lastUsed, String viewer, boolean oneIsEnough) {
        boolean waiting = key.state() == AccountKey.State.WAITING;
        return new KeyLine(key.fingerprint(), key.line().substring(0, key.line().indexOf(' ')), state(key), from(key), PlainTime.of(lastUsed),
                waiting && (oneIsEnough || !viewer.equals(key.proposedBy())), key.state() != AccountKey.State.RETIRED);
    }

    private static String state(AccountKey key) {
        return switch (key.state()) {
            case OPEN -> "opens the door";
            case WAITING -> "waits for a second person";
            case RETIRED -> "retired by " + key.retiredBy() + ", " + PlainTime.of(key.retiredAt()) + ": " + key.retiredReason();
        };
    }

    private static String from(AccountKey key) {
        if (key.ofAgreement()) {
            return "the agreement, " + key.whose();
        }
        return "put forward by " + key.proposedBy() + ", " + PlainTime.of(key.proposedAt()) + ": " + key.reason()
                + (key.addedBy() == null ? "" : "; added by " + key.addedBy() + ", " + PlainTime.of(key.addedAt()));
    }
}
