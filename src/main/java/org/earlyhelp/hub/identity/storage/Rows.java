package org.earlyhelp.hub.identity.storage;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;

/** Java values as PostgreSQL takes them. */
final class Rows {
    private Rows() {
    }

    /** Ids as an array parameter for {@code = ANY(?)}. */
    static Long[] ids(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
