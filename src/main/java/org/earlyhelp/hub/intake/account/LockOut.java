package org.earlyhelp.hub.intake.account;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whose wrong keys are not looked at for a while. A name is shut for the address that failed, never for others. An address that
 * tries names nobody has is shut for every name. A right key is let in all the same: else whoever fails from an agency's address
 * could keep its notices out. Thread-safe.
 */
final class LockOut {
    /** So many failed sessions of a name from an address within {@link #WINDOW} shut it for that address. */
    static final int FAILURES_LIMIT = 5;
    /** So many failed sessions with unknown names within {@link #WINDOW} shut the address. */
    static final int UNKNOWN_LIMIT = 20;
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final Duration SHUT_FOR = Duration.ofMinutes(15);
    /** So many are remembered at a time; the one noted longest ago is forgotten first. */
    static final int REMEMBERED_LIMIT = 10_000;
    static final String ANY_NAME = "";

    private final Map<Tried, Tries> tries = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Tried, Tries> eldest) {
            return size() > REMEMBERED_LIMIT;
        }
    };

    private record Tried(String name, String address) {
    }

    private record Tries(int failures, Instant since, Instant shutUntil) {
        boolean isShutAt(Instant now) {
            return shutUntil != null && now.isBefore(shutUntil);
        }
    }

    synchronized boolean isShut(String name, String address, Instant now) {
        return isShut(new Tried(name, address), now) || isShut(new Tried(ANY_NAME, address), now);
    }

    /** Notes a failed session; returns whether this one shut the door. {@code known}: whether somebody has that name. */
    synchronized boolean failed(String name, boolean known, String address, Instant now) {
        Tried tried = new Tried(known ? name : ANY_NAME, address);
        Tries before = tries.get(tried);
        if (before != null && before.isShutAt(now)) {
            return false;
        }
        boolean fresh = before == null || before.shutUntil() != null || before.since().plus(WINDOW).isBefore(now);
        Tries after = fresh ? new Tries(1, now, null) : new Tries(before.failures() + 1, before.since(), null);
        boolean shuts = after.failures() >= (known ? FAILURES_LIMIT : UNKNOWN_LIMIT);
        tries.put(tried, shuts ? new Tries(after.failures(), after.since(), now.plus(SHUT_FOR)) : after);
        return shuts;
    }

    /** Shuts what was shut before a restart. */
    synchronized void shutAgain(String name, String address, Instant until) {
        tries.putIfAbsent(new Tried(name, address), new Tries(FAILURES_LIMIT, until.minus(SHUT_FOR), until));
    }

    /** Counts what failed before a restart; that alone never shuts. */
    synchronized void failedBefore(String name, String address, long failures, Instant since) {
        tries.putIfAbsent(new Tried(name, address), new Tries((int) Math.min(failures, FAILURES_LIMIT - 1), since, null));
    }

    /** Opens what is shut until then, and not what has shut anew since; returns whether it was shut. */
    synchronized boolean lift(String name, String address, Instant until) {
        Tries known = tries.get(new Tried(name, address));
        return known != null && known.shutUntil() != null && !known.shutUntil().isAfter(until) && tries.remove(new Tried(name, address)) != null;
    }

    /** A sign-in: what failed before counts no more. */
    synchronized void succeeded(String name, String address) {
        tries.remove(new Tried(name, address));
    }

    private boolean isShut(Tried tried, Instant now) {
        Tries known = tries.get(tried);
        return known != null && known.isShutAt(now);
    }
}
