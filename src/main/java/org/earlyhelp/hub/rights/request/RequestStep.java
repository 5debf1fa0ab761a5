package org.earlyhelp.hub.rights.request;

import java.time.Instant;

/** One step: what was done, where it led, by whom, and the officer's note, opened. {@code note} may be empty. */
public record RequestStep(int version, RequestAct act, RequestState state, String by, Instant at, String note) {
    @Override
    public String toString() {
        return act + " " + version;
    }
}
