package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.util.List;

/**
 * What lies in {@code hub.dead-letter}: decisions that could not be handled and messages no consumer could take. Listing
 * takes nothing out and shows no content; free text of a decision is for nobody who repairs queues.
 */
public interface DeadLetters {
    /**
     * One dead letter.
     *
     * @param id         the broker's message id
     * @param queue      where it came from and would be sent again
     * @param reason     a code such as BAD_JSON, with the field at fault, or UNDELIVERED for a message consumers gave back
     * @param alert      reference of the alert it names, or null when none can be read
     * @param resendable false when its content was not kept: not text, or too large
     */
    record DeadLetter(String id, String queue, String reason, Instant at, String alert, boolean resendable) {
    }

    /** A letter as it was sent again. */
    record Resend(String id, String queue, String reason, String by, Instant at) {
    }

    /** What came of looking. */
    sealed interface Listing {
        /** The oldest letters first. */
        record Letters(List<DeadLetter> letters) implements Listing {
            public Letters {
                letters = List.copyOf(letters);
            }
        }

        /** The broker cannot be reached; nothing is lost. */
        record BrokerAway() implements Listing {
        }
    }

    /** What became of sending again. GONE: no such letter lies there any more. */
    enum Result { SENT, GONE, NOT_RESENDABLE, BROKER_AWAY }

    /** What lies there, at most {@code limit}. */
    Listing list(int limit);

    /** Sends a letter again to the queue it came from and records who did; one that fails again comes back with a new id. */
    Result resend(String id, String by);

    /** What was sent again, newest first. */
    List<Resend> resends(int limit);
}
