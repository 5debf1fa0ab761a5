package org.earlyhelp.hub.rights.hold;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A hold as it stands or stood.
 *
 * @param about      P- or F- reference; null for everybody
 * @param reviewOn   by when somebody must ask whether it is still needed
 * @param liftBy     who proposed to lift it; null while nobody did
 * @param liftedBy   the second person, who lifted it; null while it stands
 */
public record LegalHold(long id, Scope scope, String about, String reason, String placedBy, Instant placedAt, LocalDate reviewOn,
                        String liftBy, String liftReason, String liftedBy, Instant liftedAt) {
    /** Whom {@code about} names; ALL holds everybody. */
    public enum Scope { PERSON, FAMILY, ALL }

    /** The same under the reference that the person or family has now. */
    LegalHold about(String now) {
        return new LegalHold(id, scope, now, reason, placedBy, placedAt, reviewOn, liftBy, liftReason, liftedBy, liftedAt);
    }

    /** Whether it was not lifted. */
    public boolean stands() {
        return liftedAt == null;
    }

    /** Whether it stands and should have been looked at before that day. */
    public boolean isOverdueOn(LocalDate day) {
        return stands() && day.isAfter(reviewOn);
    }
}
