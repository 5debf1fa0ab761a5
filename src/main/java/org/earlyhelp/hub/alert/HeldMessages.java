package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.util.List;

/**
 * Alerts of which nothing could be sent to their queue, because no agreement lets any of their facts go there, or because the
 * sharing log is stopped. The alert stands in the inbox meanwhile; its message goes by itself once it may, and ends here when
 * an alert of which nobody was told ends.
 */
public interface HeldMessages {
    /**
     * One alert whose message is held.
     *
     * @param why   plain words
     * @param entry the refusal in the sharing log
     */
    record Held(String alert, String queue, String why, String entry, Instant since) {
    }

    /** What is held now, the longest first; at most {@code limit}. */
    List<Held> standing(int limit);

    /** How many are held. */
    long count();
}
