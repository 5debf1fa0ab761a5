package org.earlyhelp.hub.need.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What JDBC says one way and the room another. */
final class Rows {
    private Rows() {
    }

    /** Ids as an array parameter; an empty array is empty, not null. */
    static Long[] ids(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    static Timestamp stamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp stamp = row.getTimestamp(column);
        return stamp == null ? null : stamp.toInstant();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return row.getArray(column) == null ? List.of() : Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
