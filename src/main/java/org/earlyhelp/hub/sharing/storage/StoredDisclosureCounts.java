package org.earlyhelp.hub.sharing.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.audit.Decided;
import org.earlyhelp.hub.sharing.audit.DisclosureCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts a month that is over once and keeps the counts; a month that goes on is counted each time. */
@Repository
class StoredDisclosureCounts implements DisclosureCounts {
    /** An act that began before midnight may be written after it. */
    private static final int SETTLED_AFTER_DAYS = 2;
    private static final String COUNT = """
            SELECT CASE WHEN grouping(source) = 0 THEN 'SOURCE' WHEN grouping(recipient) = 0 THEN 'RECIPIENT' ELSE 'BASIS' END AS part,
                   CASE WHEN grouping(source) = 0 THEN coalesce(source, '') WHEN grouping(recipient) = 0 THEN recipient ELSE coalesce(basis, '') END AS name,
                   count(*) AS entries
            FROM sharing_entry WHERE at >= :from AND at < :to AND kind IN %s
            GROUP BY GROUPING SETS ((source), (recipient), (basis))""".formatted(SearchStatement.names(Decided.DISCLOSING));
    private final JdbcClient sql;
    private final HubClock clock;

    StoredDisclosureCounts(JdbcClient sql, HubClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Count> of(YearMonth from, YearMonth to) {
        Set<YearMonth> counted = new HashSet<>(sql.sql("SELECT month FROM sharing_month_counted WHERE month BETWEEN ? AND ?").params(from.atDay(1), to.atDay(1))
                .query(LocalDate.class).list().stream().map(YearMonth::from).toList());
        List<Count> live = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            if (!counted.contains(month)) {
                count(month, live);
            }
        }
        live.addAll(sql.sql("SELECT month, part, name, entries FROM sharing_month_count WHERE month BETWEEN ? AND ?").params(from.atDay(1), to.atDay(1))
                .query(StoredDisclosureCounts::kept).list());
        return live;
    }

    private void count(YearMonth month, List<Count> live) {
        List<Count> counts = sql.sql(COUNT).param("from", StoredLogSample.start(month)).param("to", StoredLogSample.start(month.plusMonths(1)))
                .query((row, number) -> new Count(month, Part.valueOf(row.getString("part")), row.getString("name"), row.getLong("entries"))).list();
        if (!clock.today().minusDays(SETTLED_AFTER_DAYS).isAfter(month.atEndOfMonth())) {
            live.addAll(counts);
            return;
        }
        counts.forEach(count -> sql.sql("INSERT INTO sharing_month_count (month, part, name, entries) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(month.atDay(1), count.part().name(), count.name(), count.entries()).update());
        sql.sql("INSERT INTO sharing_month_counted (month, at) VALUES (?, ?) ON CONFLICT DO NOTHING").params(month.atDay(1), Timestamp.from(clock.now())).update();
    }

    private static Count kept(ResultSet row, int number) throws SQLException {
        return new Count(YearMonth.from(row.getObject("month", LocalDate.class)), Part.valueOf(row.getString("part")), row.getString("name"), row.getLong("entries"));
    }
}
