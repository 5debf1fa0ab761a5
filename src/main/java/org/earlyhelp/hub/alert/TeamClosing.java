package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.util.List;

/** When the front door closed: by a person's word, else at the end of its last working day. */
public interface TeamClosing {
    /** Notes that the team closes now. */
    void closeNow(String account, Instant now);

    /**
     * The moment from which everything is new to whoever opens: the team's latest word if it gave one since its last
     * working day began, else the end of that day.
     */
    Instant lastClosed(Instant now);

    /** The moments the team gave, newest first, at most {@code limit}. */
    List<Instant> latest(int limit);
}
