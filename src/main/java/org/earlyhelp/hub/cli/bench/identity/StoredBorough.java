package org.earlyhelp.hub.cli.bench.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.HealthFindings;
import org.earlyhelp.hub.person.Mention;

/** Puts made-up records where intake and identity would have put them. */
final class StoredBorough {
    private static final String SEEN = BenchRecord.DAY + " 09:00:00+00";
    private static final String NO_FINGERPRINT = "\\x00";
    private static final String FACT = CanonicalJson.write(new HealthFindings(List.of()));
    private final DataSource database;
    private long records;
    private long mentions;

    StoredBorough(DataSource database) {
        this.database = database;
    }

    /** Households whose members are known, one person a mention, until there are so many people; returns how many households. */
    int know(int people) throws SQLException {
        execute("INSERT INTO delivery (receipt, upload, agency, feed, lane, file_name, bytes, sha256, stage, received_at) "
                + "VALUES ('R', 'U', 'avonford-health', 'health-visiting', 'lane', 'a.json', 1, 'x', 'ACCEPTED', '" + SEEN + "')");
        int households = 0;
        try (Tables tables = new Tables(); CopyStream person = new CopyStream(database, "person (id, ref, created_at)");
             CopyStream link = new CopyStream(database, "link (mention_id, person_id, match, reason, fingerprint, decided_at)")) {
            while (mentions < people) {
                long first = mentions + 1;
                tables.store(Household.of(households++).record());
                for (long id = first; id <= mentions; id++) {
                    person.row(id, "P-" + id, SEEN);
                    link.row(id, id, "NEW", "FIRST_MENTION", NO_FINGERPRINT, SEEN);
                }
            }
        }
        execute("SELECT setval(pg_get_serial_sequence('person', 'id'), " + mentions + ")");
        execute("ANALYZE");
        return households;
    }

    /** New records that wait to be linked. */
    void receive(NewWord words, int count) throws SQLException {
        long first = records + 1;
        try (Tables tables = new Tables()) {
            for (int i = 0; i < count; i++) {
                tables.store(words.next());
            }
        }
        execute("INSERT INTO record_work (record_id, urgent) SELECT id, false FROM record WHERE id >= " + first + " ORDER BY id");
    }

    long mentions() {
        return mentions;
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** Records and their mentions. */
    private final class Tables implements AutoCloseable {
        private final CopyStream record = new CopyStream(database, "record (id, ref, agency, feed, source_ref, version, is_current, fact_kind, fact, observed_at, "
                + "received_at, delivery_id, fingerprint)");
        private final CopyStream mention = new CopyStream(database, "mention (id, record_id, role, index, relationship, person, fingerprint)");

        Tables() throws SQLException {
        }

        void store(BenchRecord it) throws SQLException {
            long id = ++records;
            record.row(id, "ref-" + id, it.agency(), it.feed(), it.sourceRef(), 1, true, "HEALTH", FACT, SEEN, SEEN, 1, NO_FINGERPRINT);
            for (Mention said : it.mentions()) {
                mention.row(++mentions, id, said.role(), said.index(), said.relationship(), CanonicalJson.write(said.person()), NO_FINGERPRINT);
            }
        }

        @Override
        public void close() throws SQLException {
            record.close();
            mention.close();
        }
    }
}
