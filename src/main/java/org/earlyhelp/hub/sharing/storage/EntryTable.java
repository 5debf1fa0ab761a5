package org.earlyhelp.hub.sharing.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.log.Commitment;
import org.earlyhelp.hub.sharing.log.EntryColumns;
import org.earlyhelp.hub.sharing.log.SharingEntry;
import org.earlyhelp.hub.sharing.seal.EntrySeal;
import org.earlyhelp.hub.sharing.seal.LogKeys;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appends to the sharing log, sealed, in the order given and in the transaction at hand; the sequencer finds them there. Thread-safe. */
@Repository
public class EntryTable {
    private static final int ROWS_PER_STATEMENT = 5_000;
    private static final String APPEND = """
            WITH entry AS (
                INSERT INTO sharing_entry (id, act, kind, person, recipient, agreement, source, purpose, basis, who, channel, standing, classes, level, withheld, salt, commitment, sealed, at)
                SELECT id, act, kind, person, recipient, agreement, source, purpose, basis, who, channel, standing, classes, level, withheld, salt, commitment, sealed, ?
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::smallint[], ?::smallint[], ?::bytea[], ?::bytea[], ?::bytea[])
                     WITH ORDINALITY AS entry (id, act, kind, person, recipient, agreement, source, purpose, basis, who, channel, standing, classes, level, withheld, salt, commitment,
                                               sealed, place)
                ORDER BY place
                RETURNING ordinal)
            INSERT INTO sharing_pending (ordinal) SELECT ordinal FROM entry""";
    private static final List<Function<EntryColumns, String>> TEXTS = List.of(EntryColumns::id, EntryColumns::act, EntryColumns::kind, EntryColumns::person,
            EntryColumns::recipient, EntryColumns::agreement, EntryColumns::source, EntryColumns::purpose, EntryColumns::basis, EntryColumns::who,
            EntryColumns::channel, EntryColumns::standing, EntryColumns::classes);

    private final JdbcTemplate jdbc;
    private final EntrySeal seal;

    public EntryTable(JdbcTemplate jdbc, EntrySeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** For one entry of a hub that does not run in this process. Throws StartFailure when its keys are not in that folder. */
    public static EntryTable over(DataSource database, Path keyDir) {
        return new EntryTable(new JdbcTemplate(database), new EntrySeal(LogKeys.reading(keyDir, new KeyTable(JdbcClient.create(database)))));
    }

    /** Writes entries that wait for their places, in the caller's transaction. */
    public void append(List<SharingEntry> entries, Instant at) {
        for (int from = 0; from < entries.size(); from += ROWS_PER_STATEMENT) {
            List<SharingEntry> rows = entries.subList(from, Math.min(from + ROWS_PER_STATEMENT, entries.size()));
            jdbc.execute((ConnectionCallback<Integer>) connection -> insert(connection, rows, at));
        }
    }

    private int insert(Connection connection, List<SharingEntry> rows, Instant at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setTimestamp(1, Timestamp.from(at));
            int place = 2;
            for (Function<EntryColumns, String> column : TEXTS) {
                statement.setArray(place++, connection.createArrayOf("text", rows.stream().map(SharingEntry::columns).map(column).toArray()));
            }
            statement.setArray(place++, connection.createArrayOf("smallint", rows.stream().map(row -> row.columns().level()).toArray()));
            statement.setArray(place++, connection.createArrayOf("smallint", rows.stream().map(row -> row.columns().withheld()).toArray()));
            List<Function<SharingEntry, byte[]>> secrets = List.of(SharingEntry::salt, row -> Commitment.of(row.salt(), row.payload()).bytes(),
                    row -> seal.seal(row.id(), row.payload()));
            for (Function<SharingEntry, byte[]> column : secrets) {
                statement.setArray(place++, connection.createArrayOf("bytea", rows.stream().map(column).toArray(byte[][]::new)));
            }
            return statement.executeUpdate();
        }
    }
}
