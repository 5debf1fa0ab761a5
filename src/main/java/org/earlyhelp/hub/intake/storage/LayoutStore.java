package org.earlyhelp.hub.intake.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.intake.AccountName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table feed_layout. Joins the caller's transaction. Thread-safe. */
@Repository
public class LayoutStore {
    private final JdbcClient sql;

    public LayoutStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The columns of a file that was taken, and when. */
    public record SeenLayout(List<String> columns, Instant at) {
    }

    /** Those of the file that the account last had taken for the feed. */
    public Optional<SeenLayout> last(AccountName account, String feed) {
        return sql.sql("SELECT columns, seen_at FROM feed_layout WHERE account = ? AND feed = ?").params(account.toString(), feed)
                .query((row, i) -> new SeenLayout(Arrays.asList((String[]) row.getArray(1).getArray()), row.getTimestamp(2).toInstant())).optional();
    }

    /** Keeps the columns of the newest file in place of those before. */
    public void keep(AccountName account, String feed, List<String> columns, String receipt, Instant at) {
        sql.sql("""
                INSERT INTO feed_layout (account, feed, columns, receipt, seen_at) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT ON CONSTRAINT feed_layout_pk DO UPDATE SET columns = excluded.columns, receipt = excluded.receipt, seen_at = excluded.seen_at
                """).params(account.toString(), feed, columns.toArray(String[]::new), receipt, Timestamp.from(at)).update();
    }
}
