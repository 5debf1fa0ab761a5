package org.earlyhelp.hub.web.operation.storage;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.kernel.London;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How feeds have fared, day by day, and what waits in them. Test drops left out. Thread-safe. */
@Repository
public class FeedFigures {
    private final JdbcClient sql;

    public FeedFigures(JdbcClient sql) {
        this.sql = sql;
    }

    /** One feed on one civil day of the borough: files that came, and their records, new or known, and refused. */
    public record Day(String agency, String feed, LocalDate day, long files, long taken, long refused) {
    }

    /** Files of a feed that are being read, or are held, and when the oldest came. */
    public record Waiting(String agency, String feed, boolean held, long files, Instant oldest) {
    }

    /** The days from {@code first} on, by feed and day; a day without a file is not among them. */
    public List<Day> since(LocalDate first) {
        return sql.sql("""
                SELECT agency, feed, (received_at AT TIME ZONE 'Europe/London')::date AS day, count(*), sum(accepted + unchanged), sum(rejected) FROM delivery
                 WHERE NOT is_test AND received_at >= ? GROUP BY agency, feed, day ORDER BY agency, feed, day""").param(Timestamp.from(London.startOf(first)))
                .query((row, n) -> new Day(row.getString(1), row.getString(2), row.getObject(3, Date.class).toLocalDate(), row.getLong(4), row.getLong(5), row.getLong(6))).list();
    }

    /** What waits, by feed. */
    public List<Waiting> waiting() {
        return sql.sql("SELECT agency, feed, stage = 'HELD' AS held, count(*), min(received_at) FROM delivery WHERE stage IN ('RECEIVED', 'HELD') GROUP BY agency, feed, held ORDER BY agency, feed, held")
                .query((row, n) -> new Waiting(row.getString(1), row.getString(2), row.getBoolean(3), row.getLong(4), row.getTimestamp(5).toInstant())).list();
    }
}
