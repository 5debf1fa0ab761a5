package org.earlyhelp.hub.rights.dispute;

import java.time.Instant;
import org.earlyhelp.hub.intake.AccountName;

/**
 * A current record that mentions a person, and that can be disputed.
 *
 * @param record    opaque id
 * @param account   whose account sent it
 * @param sourceRef may hold names: it goes back to its sender only
 */
public record Stated(String record, AccountName account, String feed, String sourceRef, Instant observedAt) {
    @Override
    public String toString() {
        return record;
    }
}
