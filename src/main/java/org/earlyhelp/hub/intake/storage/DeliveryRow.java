package org.earlyhelp.hub.intake.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.Stage;

/** How a row of the table delivery is read. */
final class DeliveryRow {
    /** To be followed by conditions. */
    static final String SELECT = """
            SELECT id, receipt, upload, agency, sender, feed, is_test, mapping, agreement, file_name, bytes, sha256, stage, reason,
                   duplicate_of, received_at, decided_at, records_done, accepted, unchanged, rejected, warnings
              FROM delivery
            """;

    private DeliveryRow() {
    }

    static Delivery of(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new Delivery(row.getLong("id"), row.getString("receipt"), row.getString("upload"), row.getString("agency"),
                row.getString("sender"), row.getString("feed"), row.getBoolean("is_test"), row.getString("mapping"), row.getString("agreement"),
                row.getString("file_name"), row.getLong("bytes"), row.getString("sha256"), Stage.valueOf(row.getString("stage")),
                row.getString("reason"), row.getString("duplicate_of"), row.getTimestamp("received_at").toInstant(),
                decided == null ? null : decided.toInstant(), row.getLong("records_done"),
                new Counts(row.getLong("accepted"), row.getLong("unchanged"), row.getLong("rejected"), row.getLong("warnings")));
    }
}
