package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.util.List;

/** What of alerts was kept back because an agency's agreement was not in force. It goes by itself when one is again. */
public interface AwaitedAgreements {
    /** The agency's facts were left out of a message that went, or the agency was not told what was decided, which a stopped sharing log keeps back too. */
    enum What { FACTS, OUTCOME }

    /** So many alerts wait for that agency's agreement, the first since then. */
    record Awaited(String agency, What what, long alerts, Instant since) {
    }

    /** By agency; empty when nothing waits. */
    List<Awaited> standing();
}
