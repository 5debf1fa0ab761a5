package org.earlyhelp.hub.identity.lane;

import java.util.Map;
import org.earlyhelp.hub.identity.cluster.CandidatesCut;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.storage.EventStore.Finding;

/** Tells a steward that more people share a key than are compared: often a placeholder that a sender writes for want of a value. */
final class CutFinding {
    private static final Map<String, String> SHARED = Map.of("n", "forename and surname by sound", "b", "a name and a date of birth",
            "p", "a name and a postcode", "t", "a telephone");

    private CutFinding() {
    }

    /** One finding a key and oldest person, however often the limit is hit. */
    static Finding of(CandidatesCut cut) {
        String shared = SHARED.getOrDefault(cut.keyKind(), "a key of the kind " + cut.keyKind());
        String done = cut.followed() ? "Only the " + PersonIndex.MAX_CANDIDATES + " who agree in most are compared with a new mention."
                : "New mentions are no longer compared with them by this, only by what identifies.";
        return new Finding("CANDIDATES_CUT", cut.keyKind() + " person " + cut.oldestPerson(),
                cut.people() + " people share " + shared + ", the oldest is this person. " + done + " Please look whether a sender fills in a made-up value.");
    }
}
