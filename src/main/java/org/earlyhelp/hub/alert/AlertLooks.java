package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.util.Optional;

/** Up to which version each account has seen an alert. */
public interface AlertLooks {
    /**
     * What somebody knew of an alert before they open it.
     *
     * @param version the version they had seen before the one they see now
     * @param at      when they first opened that version
     */
    record Look(int version, Instant at) {
    }

    /**
     * Notes that the account sees the version now, and tells what it had seen before; empty the first time. A version
     * opened again within an hour still counts as new, so that turning a page back loses nothing.
     */
    Optional<Look> look(String alert, String account, int version, Instant now);
}
