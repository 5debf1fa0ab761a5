package org.earlyhelp.hub.identity.storage;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.earlyhelp.hub.identity.mirror.FeedMirror;
import org.earlyhelp.hub.identity.mirror.MonthMirror;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.kernel.London;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what an account sent in a month and how well its people are known. Reads only. Thread-safe. */
@Repository
public class MirrorStore {
    private static final String OF_MONTH = """
             FROM delivery d WHERE d.agency = :agency AND d.sender IS NOT DISTINCT FROM :sender AND NOT d.is_test
              AND d.received_at >= :from AND d.received_at < :until
            """;
    private final JdbcClient sql;

    public MirrorStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** By feed, in order of its name; a feed of which nothing came is left out. */
    public MonthMirror of(AccountName account, YearMonth month) {
        Map<String, Map<String, Long>> stages = new TreeMap<>();
        Map<String, Counts> counts = new TreeMap<>();
        asked("SELECT d.feed, d.stage, count(*), sum(d.accepted), sum(d.unchanged), sum(d.rejected), sum(d.warnings)" + OF_MONTH + " GROUP BY d.feed, d.stage ORDER BY d.feed, d.stage",
                account, month).query((row, i) -> {
            stages.computeIfAbsent(row.getString(1), feed -> new LinkedHashMap<>()).put(row.getString(2), row.getLong(3));
            return counts.merge(row.getString(1), new Counts(row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7)), Counts::plus);
        }).list();
        Map<String, Map<String, Long>> codes = table("""
                SELECT d.feed, e.code, count(*) FROM delivery_error e JOIN (SELECT d.id, d.feed""" + OF_MONTH + """
                ) d ON d.id = e.delivery_id GROUP BY d.feed, e.code ORDER BY d.feed, count(*) DESC, e.code""", account, month);
        Map<String, Map<String, Long>> people = table("""
                SELECT d.feed, coalesce(l.match, 'WAITING'), count(*) FROM (SELECT d.id, d.feed""" + OF_MONTH + """
                ) d JOIN record r ON r.delivery_id = d.id AND r.is_current JOIN mention m ON m.record_id = r.id LEFT JOIN link l ON l.mention_id = m.id
                 GROUP BY d.feed, coalesce(l.match, 'WAITING') ORDER BY d.feed, count(*) DESC, 2""", account, month);
        return new MonthMirror(account, month, stages.entrySet().stream().map(feed -> new FeedMirror(feed.getKey(), feed.getValue(), counts.get(feed.getKey()),
                codes.getOrDefault(feed.getKey(), Map.of()), people.getOrDefault(feed.getKey(), Map.of()))).toList());
    }

    private Map<String, Map<String, Long>> table(String select, AccountName account, YearMonth month) {
        Map<String, Map<String, Long>> table = new TreeMap<>();
        List<Map.Entry<String, Map.Entry<String, Long>>> rows = asked(select, account, month)
                .query((row, i) -> Map.entry(row.getString(1), Map.entry(row.getString(2), row.getLong(3)))).list();
        rows.forEach(row -> table.computeIfAbsent(row.getKey(), feed -> new LinkedHashMap<>()).put(row.getValue().getKey(), row.getValue().getValue()));
        return table;
    }

    private JdbcClient.StatementSpec asked(String select, AccountName account, YearMonth month) {
        return sql.sql(select).param("agency", account.agency()).param("sender", account.sender(), Types.VARCHAR)
                .param("from", Timestamp.from(London.startOf(month.atDay(1)))).param("until", Timestamp.from(London.startOf(month.plusMonths(1).atDay(1))));
    }
}
