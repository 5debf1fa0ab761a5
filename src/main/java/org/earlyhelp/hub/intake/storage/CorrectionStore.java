package org.earlyhelp.hub.intake.storage;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.intake.Corrections;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.QuarantinedRow.Correction;
import org.earlyhelp.hub.intake.TextSeal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was put in the place of what was refused, sealed, and its history. Every change runs in the caller's transaction, if there is one. Thread-safe. */
@Repository
public class CorrectionStore {
    private final JdbcClient sql;
    private final TextSeal seal;

    public CorrectionStore(JdbcClient sql, TextSeal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    /** Keeps what stands in the place of what was sent: new texts by key, none to take a correction back. */
    public void keep(QuarantinedRow row, String by, String reason, List<String> fields, Map<String, String> texts, Instant now) {
        sql.sql("INSERT INTO quarantine_correction (row_id, at, by_whom, reason, fields, sealed) VALUES (:row, :at, :by, :reason, :fields, :sealed)")
                .param("row", row.id()).param("at", Timestamp.from(now)).param("by", by).param("reason", reason)
                .param("fields", fields.toArray(String[]::new)).param("sealed", seal.seal(place(row.id()), texts), java.sql.Types.BINARY).update();
    }

    /** The corrections that stand, by row: new texts by key. Personal data. */
    public Map<Long, Map<String, String>> ofRows(Collection<Long> rows) {
        Map<Long, Map<String, String>> found = new HashMap<>();
        sql.sql("SELECT DISTINCT ON (row_id) row_id, sealed FROM quarantine_correction WHERE row_id = ANY(?) ORDER BY row_id, id DESC").param(rows.toArray(Long[]::new))
                .query(row -> {
                    byte[] sealed = row.getBytes(2);
                    if (sealed != null) {
                        found.put(row.getLong(1), seal.open(place(row.getLong(1)), sealed));
                    }
                });
        return found;
    }

    /** The corrections that stand of a delivery. Personal data. */
    public Corrections ofDelivery(long deliveryId) {
        Map<Long, Long> records = new HashMap<>();
        sql.sql("SELECT DISTINCT q.id, q.record FROM quarantine_row q JOIN quarantine_correction c ON c.row_id = q.id WHERE q.delivery_id = ?").param(deliveryId)
                .query(row -> {
                    records.put(row.getLong(1), row.getLong(2));
                });
        return ofRecords(records);
    }

    /** The corrections that stand of some rows of a delivery; {@code records}: the place of each. Personal data. */
    public Corrections ofRecords(Map<Long, Long> records) {
        Map<Long, Map<String, String>> texts = new HashMap<>();
        ofRows(records.keySet()).forEach((row, kept) -> texts.put(records.get(row), kept));
        return Corrections.of(texts);
    }

    /** The history of corrections of a row, the newest first. */
    public List<Correction> history(long row) {
        return sql.sql("SELECT at, by_whom, reason, fields, sealed IS NULL FROM quarantine_correction WHERE row_id = ? ORDER BY id DESC").param(row)
                .query((found, n) -> new Correction(found.getTimestamp(1).toInstant(), found.getString(2), found.getString(3), texts(found.getArray(4)), found.getBoolean(5))).list();
    }

    /** Rows with a sealed correction beyond {@code after}, in order, at most {@code limit}. */
    public List<Long> corrected(long after, int limit) {
        return sql.sql("SELECT DISTINCT row_id FROM quarantine_correction WHERE row_id > ? AND sealed IS NOT NULL ORDER BY row_id LIMIT ?").params(after, limit).query(Long.class).list();
    }

    /** Destroys the new texts, and the reasons, which may name somebody. */
    public int forget(Collection<Long> rows) {
        return rows.isEmpty() ? 0 : sql.sql("UPDATE quarantine_correction SET sealed = NULL, reason = 'erased' WHERE row_id = ANY(?) AND sealed IS NOT NULL")
                .param(rows.toArray(Long[]::new)).update();
    }

    private static String place(long row) {
        return "quarantine/" + row;
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
