package org.earlyhelp.hub.sharing.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.earlyhelp.hub.sharing.log.SharingEntry;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Appends to the sharing log, in the order given and in the transaction at hand. Thread-safe. */
@Repository
public class EntryTable {
    private static final int ROWS_PER_STATEMENT = 5_000;
    private static final String APPEND = """
            INSERT INTO sharing_entry (id, act, kind, person, recipient, agreement, payload, salt, at)
            SELECT id, act, kind, person, recipient, agreement, payload, salt, ?
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[])
                 WITH ORDINALITY AS entry (id, act, kind, person, recipient, agreement, payload, salt, place)
            ORDER BY place""";

    private final JdbcTemplate jdbc;

    public EntryTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void append(List<SharingEntry> entries, Instant at) {
        for (int from = 0; from < entries.size(); from += ROWS_PER_STATEMENT) {
            List<SharingEntry> rows = entries.subList(from, Math.min(from + ROWS_PER_STATEMENT, entries.size()));
            jdbc.execute((ConnectionCallback<Integer>) connection -> insert(connection, rows, at));
        }
    }

    private static int insert(Connection connection, List<SharingEntry> rows, Instant at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setTimestamp(1, Timestamp.from(at));
            List<Function<SharingEntry, String>> columns = List.of(SharingEntry::id, SharingEntry::act, SharingEntry::kind, SharingEntry::person,
                    SharingEntry::recipient, SharingEntry::agreement, SharingEntry::payload);
            int place = 2;
            for (Function<SharingEntry, String> column : columns) {
                statement.setArray(place++, connection.createArrayOf("text", rows.stream().map(column).toArray()));
            }
            statement.setArray(place, connection.createArrayOf("bytea", rows.stream().map(SharingEntry::salt).toArray(byte[][]::new)));
            return statement.executeUpdate();
        }
    }
}
