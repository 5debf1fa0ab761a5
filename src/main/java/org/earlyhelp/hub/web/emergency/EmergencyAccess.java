package org.earlyhelp.hub.web.emergency;

import java.time.Instant;
import java.util.Optional;

/**
 * One page opened in an emergency.
 *
 * @param role   the account's own role at the time
 * @param page   path with the reference of the alert, family or person
 * @param entry  id of the sharing-log entry
 * @param review empty until a manager has looked at it
 */
public record EmergencyAccess(long id, String account, String role, String page, String reason, String entry, Instant openedAt, Instant endsAt,
                              Optional<Review> review) {
    /** What the manager found. */
    public enum Verdict { RIGHT, WRONG }

    /** Who found what; {@code remark} may be empty. */
    public record Review(Verdict verdict, String remark, String by, Instant at) {
    }
}
