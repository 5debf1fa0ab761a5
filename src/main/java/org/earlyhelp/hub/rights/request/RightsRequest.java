package org.earlyhelp.hub.rights.request;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One request as it stands.
 *
 * @param id             ULID to which its sealed texts are bound
 * @param version        up by one with every step
 * @param person         P- reference of whose data it is; null while nobody is found
 * @param requester      P- reference of who asks where the hub knows them; null otherwise
 * @param acknowledgedOn of a complaint; null before
 * @param proposedBy     who prepared what waits for a second person; null when nothing waits
 * @param closedAt       null while it is open
 */
public record RightsRequest(String id, String ref, RequestKind kind, Capacity capacity, RequestState state, int version, String person, String requester,
                            RequestClock clock, LocalDate acknowledgedOn, String openedBy, Instant openedAt, String proposedBy, Instant closedAt) {
    /** A version on, in another state; {@code at} closes it, null leaves it open. */
    RightsRequest moved(RequestState to, Instant at) {
        return new RightsRequest(id, ref, kind, capacity, to, version + 1, person, requester, clock, acknowledgedOn, openedBy, openedAt, proposedBy, at);
    }

    RightsRequest timed(RequestClock time) {
        return new RightsRequest(id, ref, kind, capacity, state, version, person, requester, time, acknowledgedOn, openedBy, openedAt, proposedBy, closedAt);
    }

    RightsRequest acknowledged(LocalDate on) {
        return new RightsRequest(id, ref, kind, capacity, state, version, person, requester, clock, on, openedBy, openedAt, proposedBy, closedAt);
    }

    RightsRequest proposed(String by) {
        return new RightsRequest(id, ref, kind, capacity, state, version, person, requester, clock, acknowledgedOn, openedBy, openedAt, by, closedAt);
    }

    RightsRequest about(String whose, String who) {
        return new RightsRequest(id, ref, kind, capacity, state, version, whose, who, clock, acknowledgedOn, openedBy, openedAt, proposedBy, closedAt);
    }

    @Override
    public String toString() {
        return ref;
    }
}
