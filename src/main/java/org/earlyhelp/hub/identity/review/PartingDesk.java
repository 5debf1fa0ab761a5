package org.earlyhelp.hub.identity.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.identity.Hand;

/**
 * Where people are parted by hand. Where the place of one of both is hidden, a parting may show it to somebody again, so
 * one person proposes and a second, different person carries it out. Every act is one transaction of the identity lane.
 */
public interface PartingDesk {
    /** What one person proposed and a second has not answered yet; {@code reason} in their words. */
    record Proposal(Parting parting, String by, String reason, Instant at) {
    }

    /**
     * Carries the parting out, or proposes it where a second person is needed. Sent again by whoever proposed it, it still waits.
     *
     * @return the reference that stands anew; empty while it waits for a second person
     * @throws IllegalArgumentException when it does not fit (any more), as {@code IdentitySteward} says
     */
    Optional<String> part(Parting parting, Hand hand);

    /** The second person does not agree, or the first takes it back: it no longer waits. Nothing happens when nothing waits. */
    void decline(Parting parting, Hand hand);

    /** What waits about this parting. */
    Optional<Proposal> proposed(Parting parting);

    /** All that waits and still fits, the oldest first, at most {@code limit}; nobody sealed. */
    List<Proposal> waiting(int limit);
}
