package org.earlyhelp.hub.sharing.witness;

import java.util.Optional;

/** What a witness must not forget: the note it cosigned last, for each log. */
public interface WitnessStore {
    /** The note kept for the log of that origin, as it was kept. */
    Optional<String> latest(String origin);

    /** Keeps the note instead of the one before. When it returns, the note outlives a crash; when it throws, the one before stands. */
    void keep(String origin, String note);
}
