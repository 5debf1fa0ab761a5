package org.earlyhelp.hub.sharing.audit;

import java.time.Instant;
import org.earlyhelp.hub.sharing.ActKind;

/**
 * What an entry says in the clear: enough for a list. The whole of it is {@link org.earlyhelp.hub.sharing.LoggedEntry}.
 *
 * @param person    P- reference, null for an act about no single person, and after an erasure
 * @param recipient queue, role, agency or export; empty for none
 * @param who       account that asked, null for a machine
 * @param level     1 to 4, null when no alert is behind it
 * @param withheld  how many fields were kept back
 * @param classes   names of the data classes let out, a space between; "" for none
 */
public record FoundEntry(long ordinal, String id, String act, ActKind kind, String person, String recipient, String agreement, String source,
                         String purpose, String basis, String who, String channel, String standing, Integer level, int withheld, String classes, Instant at) {
    /** Whether all that was asked for went out, or what else became of it. */
    public Decided decided() {
        return Decided.of(kind, withheld);
    }

    /** From where a listing goes on behind this entry. */
    public LogPlace place() {
        return new LogPlace(at, ordinal);
    }
}
