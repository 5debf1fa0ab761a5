package org.earlyhelp.hub.sharing.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.SharingFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts over the columns of the log; opens no entry. */
@Repository
class StoredFigures implements SharingFigures {
    private final JdbcClient sql;

    StoredFigures(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, Set<DataClass>> usedSince(Instant since) {
        Map<String, Set<DataClass>> used = new TreeMap<>();
        sql.sql("SELECT DISTINCT source, classes FROM sharing_entry WHERE at >= ? AND source IS NOT NULL AND classes <> '' AND kind IN ('SENT', 'VIEWED', 'EXPORTED', 'OUTCOME', 'BREAK_GLASS')")
                .param(Timestamp.from(since))
                .query((row, number) -> Map.entry(row.getString("source"), classes(row.getString("classes")))).list()
                .forEach(row -> used.computeIfAbsent(row.getKey(), any -> EnumSet.noneOf(DataClass.class)).addAll(row.getValue()));
        return used;
    }

    @Override
    public List<Count> counts(Instant from, Instant to) {
        return sql.sql("""
                SELECT kind, source, recipient, basis, standing, count(*) AS entries FROM sharing_entry WHERE at >= ? AND at < ?
                GROUP BY kind, source, recipient, basis, standing ORDER BY kind, source, recipient, basis, standing""")
                .param(Timestamp.from(from)).param(Timestamp.from(to))
                .query((row, number) -> new Count(ActKind.valueOf(row.getString("kind")), row.getString("source"), row.getString("recipient"),
                        row.getString("basis"), row.getString("standing"), row.getLong("entries"))).list();
    }

    private static List<DataClass> classes(String names) {
        return Stream.of(names.split(" ")).map(DataClass::valueOf).toList();
    }
}
