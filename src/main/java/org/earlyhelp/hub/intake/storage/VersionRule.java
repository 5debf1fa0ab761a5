package org.earlyhelp.hub.intake.storage;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.earlyhelp.hub.person.Notice;

/** What to do with a notice, seen against the versions of the same source reference that are held. Pure. */
enum VersionRule {
    /** The same content is held. */
    UNCHANGED,
    /** A new source reference, or a higher version than any held. */
    NEW_CURRENT,
    /** An older version that comes late: kept, does not overwrite. */
    NEW_LATE,
    /** The same version with other content takes the place of what is held. */
    REPLACE,
    /** As REPLACE, but the sender should have raised the version. */
    REPLACE_REUSED,
    /** Says how it was before what is held: not taken. */
    OUTDATED;

    /** One held version of a record. */
    record Held(long id, String ref, String sourceRef, int version, boolean current, byte[] fingerprint, Instant observedAt, long deliveryId) {
    }

    static VersionRule decide(Notice notice, byte[] fingerprint, long deliveryId, boolean hasVersions, Collection<Held> held) {
        Optional<Held> same = held.stream().filter(version -> version.version() == notice.version()).findFirst();
        if (same.isEmpty()) {
            return held.stream().allMatch(version -> version.version() < notice.version()) ? NEW_CURRENT : NEW_LATE;
        }
        if (Arrays.equals(same.get().fingerprint(), fingerprint)) {
            return UNCHANGED;
        }
        if (deliveryId < same.get().deliveryId() || !hasVersions && isOlder(notice, same.get())) {
            return OUTDATED;
        }
        return hasVersions && !notice.correction() ? REPLACE_REUSED : REPLACE;
    }

    private static boolean isOlder(Notice notice, Held held) {
        return notice.observedAt() != null && notice.observedAt().isBefore(held.observedAt());
    }
}
