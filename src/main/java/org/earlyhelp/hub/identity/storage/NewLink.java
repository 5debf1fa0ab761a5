package org.earlyhelp.hub.identity.storage;

import org.earlyhelp.hub.linkage.Match;
import org.earlyhelp.hub.linkage.Reason;

/** A link to write: which person a mention speaks of, and why. {@code fingerprint} is the mention's at the decision. */
public record NewLink(long mention, long person, Match match, Reason reason, byte[] fingerprint) {
    /** The same link after its person was merged. */
    public NewLink to(long kept) {
        return new NewLink(mention, kept, match, reason, fingerprint);
    }
}
