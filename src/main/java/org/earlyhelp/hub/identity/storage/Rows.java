package org.earlyhelp.hub.identity.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** The moment in a column; null stays null. */
    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime stamp = row.getObject(column, OffsetDateTime.class);
        return stamp == null ? null : stamp.toInstant();
    }

    static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
