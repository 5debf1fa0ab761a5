package org.earlyhelp.hub.alert;

import java.time.Instant;

/**
 * Which open alerts a list shows; null stands for any.
 *
 * @param locality   as it is shown: an alert whose place is hidden is found under {@code withheld} alone
 * @param state      RAISED or ACKNOWLEDGED
 * @param agency     id of an agency whose facts are in the alert
 * @param specialist the agency's name is not shown where a place is hidden, so those alerts are not found by it
 * @param newSince   raised, or told anew, at that moment or later
 */
public record AlertFilter(AlertQueue queue, Integer level, String locality, AlertStatus state, Owner owner, String agency, boolean specialist,
                          Instant newSince) {
    /** Every open alert. */
    public static final AlertFilter ALL = new AlertFilter(null, null, null, null, null, null, false, null);

    /** Whose alerts: of whoever asks, of somebody else, or of nobody yet. */
    public enum Owner { ME, OTHERS, NOBODY }

    /** Every open alert with news since that moment. */
    public static AlertFilter newSince(Instant moment) {
        return new AlertFilter(null, null, null, null, null, null, false, moment);
    }
}
