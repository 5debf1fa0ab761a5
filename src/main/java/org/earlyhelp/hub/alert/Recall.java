package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.util.List;

/**
 * A withdrawn alert with everyone who had been told of it, found in the sharing log.
 *
 * @param because a code: EVIDENCE_TAKEN_BACK or RULE_WITHDRAWN
 * @param reason  the words of the person who withdrew a rule; null when records did
 */
public record Recall(String id, String alert, String family, String because, String reason, Instant at, List<Told> told) {
    public Recall {
        told = List.copyOf(told);
    }

    /**
     * Somebody who was told of the alert's people since it was raised.
     *
     * @param kind    QUEUE, ROLE, AGENCY or EXPORT
     * @param name    the queue, role, agency or export
     * @param who     the account that looked; "" for a machine
     * @param act     how it was told: SENT, VIEWED, EXPORTED or OUTCOME
     * @param channel queue, page path template or file
     * @param entries so many entries of the sharing log
     * @param by      how the recall reached them
     */
    public record Told(String kind, String name, String who, String act, String channel, Instant firstAt, Instant lastAt, int entries, By by) {
        /** The same, reached that way. */
        public Told by(By now) {
            return new Told(kind, name, who, act, channel, firstAt, lastAt, entries, now);
        }
    }

    /**
     * How a recall reaches somebody: a message on their queue, a file in {@code /out/}, or, for people, a page that shows
     * recalls; NOT_TOLD where the sharing rules let nothing leave, WAITS until a stopped sharing log goes on. A manager knows
     * of both.
     */
    public enum By { MESSAGE, FILE, PAGE, NOT_TOLD, WAITS }
}
