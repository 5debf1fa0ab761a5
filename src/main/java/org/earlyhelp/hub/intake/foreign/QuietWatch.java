package org.earlyhelp.hub.intake.foreign;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Tells when a file has stayed the same long enough to be complete, by the hub's own looks. Not thread-safe. */
final class QuietWatch {
    private final Duration unchanged;
    private final Map<String, Since> seen = new HashMap<>();

    private record Since(Look look, long nanos) {
    }

    QuietWatch(Duration unchanged) {
        this.unchanged = unchanged;
    }

    /** Notes a look at time {@code nanos} ({@link System#nanoTime()}); whether all looks since {@code unchanged} were the same. */
    boolean isQuiet(String place, Look look, long nanos) {
        Since since = seen.get(place);
        if (since == null || !since.look().equals(look)) {
            seen.put(place, new Since(look, nanos));
            return false;
        }
        return nanos - since.nanos() >= unchanged.toNanos();
    }

    /** The next look at the file is the first. */
    void forget(String place) {
        seen.remove(place);
    }

    /** Forgets all other files. */
    void keepOnly(Set<String> places) {
        seen.keySet().retainAll(places);
    }
}
