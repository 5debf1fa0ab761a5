package org.earlyhelp.hub.need.engine;

import java.util.Set;
import org.earlyhelp.hub.need.Assessment;

/** An assessment and the evidence keys to remember with it, those already known left out. */
public record Judged(Assessment assessment, Set<String> keysToRemember) {
    public Judged {
        keysToRemember = Set.copyOf(keysToRemember);
    }
}
