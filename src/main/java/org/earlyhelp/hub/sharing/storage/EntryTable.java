package org.earlyhelp.hub.sharing.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.earlyhelp.hub.sharing.log.EntryColumns;
import org.earlyhelp.hub.sharing.log.SharingEntry;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Appends to the sharing log, in the order given and in the transaction at hand. Thread-safe. */
@Repository
public class EntryTable {
    private static final int ROWS_PER_STATEMENT = 5_000;
    private static final String APPEND = """
            INSERT INTO sharing_entry (id, act, kind, person, recipient, agreement, source, purpose, basis, who, channel, standing, payload, level, salt, at)
            SELECT id, act, kind, person, recipient, agreement, source, purpose, basis, who, channel, standing, payload, level, salt, ?
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::smallint[], ?::bytea[])
                 WITH ORDINALITY AS entry (id, act, kind, person, recipient, agreement, source, purpose, basis, who, channel, standing, payload, level, salt, place)
            ORDER BY place""";
    private static final List<Function<EntryColumns, String>> TEXTS = List.of(EntryColumns::id, EntryColumns::act, EntryColumns::kind, EntryColumns::person,
            EntryColumns::recipient, EntryColumns::agreement, EntryColumns::source, EntryColumns::purpose, EntryColumns::basis, EntryColumns::who,
            EntryColumns::channel, EntryColumns::standing);

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
            int place = 2;
            for (Function<EntryColumns, String> column : TEXTS) {
                statement.setArray(place++, connection.createArrayOf("text", rows.stream().map(SharingEntry::columns).map(column).toArray()));
            }
            statement.setArray(place++, connection.createArrayOf("text", rows.stream().map(SharingEntry::payload).toArray()));
            statement.setArray(place++, connection.createArrayOf("smallint", rows.stream().map(row -> row.columns().level()).toArray()));
            statement.setArray(place, connection.createArrayOf("bytea", rows.stream().map(SharingEntry::salt).toArray(byte[][]::new)));
            return statement.executeUpdate();
        }
    }
}
