package org.earlyhelp.hub.embedded.storage;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;

/** What has arrived, in numbers only, for the summary at the end of a demonstration. */
@NamedInterface("progress")
@Repository
public class Arrivals {
    private final JdbcClient sql;

    Arrivals(JdbcClient sql) {
        this.sql = sql;
    }

    /** Files of one feed that got one answer, and the records in them. */
    public record Answered(String agency, String feed, String stage, long files, long accepted, long unchanged, long rejected) {
    }

    /** Receipts by feed and stage, for deliveries after the given one. */
    public List<Answered> answeredAfter(long delivery) {
        return sql.sql("""
                SELECT agency, feed, stage, count(*) AS files, sum(accepted) AS accepted, sum(unchanged) AS unchanged, sum(rejected) AS rejected
                  FROM delivery
                 WHERE id > :delivery
                 GROUP BY agency, feed, stage
                 ORDER BY agency, feed, stage""")
                .param("delivery", delivery)
                .query((row, number) -> new Answered(row.getString("agency"), row.getString("feed"), row.getString("stage"), row.getLong("files"),
                        row.getLong("accepted"), row.getLong("unchanged"), row.getLong("rejected")))
                .list();
    }
}
