package org.earlyhelp.hub.sharing.storage;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.sharing.audit.Decided;
import org.earlyhelp.hub.sharing.audit.FoundEntry;
import org.earlyhelp.hub.sharing.audit.LogSample;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Draws in the database: only the sample leaves it. */
@Repository
class StoredLogSample implements LogSample {
    private static final String FROM = " FROM sharing_entry WHERE at >= :from AND at < :to AND ordinal <= :newest AND kind IN "
            + SearchStatement.names(Stream.concat(Decided.DISCLOSING.stream(), Decided.DENYING.stream()).collect(Collectors.toSet()));
    private final JdbcClient sql;

    StoredLogSample(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<FoundEntry> draw(Draw draw) {
        return sql.sql("SELECT " + StoredLogSearch.COLUMNS + FROM + " ORDER BY sha256(convert_to(:seed || id, 'UTF8')), id LIMIT :size").params(values(draw))
                .param("seed", draw.seed()).param("size", draw.size()).query(StoredLogSearch::entry).list();
    }

    @Override
    public long population(Draw draw) {
        return sql.sql("SELECT count(*)" + FROM).params(values(draw)).query(Long.class).single();
    }

    @Override
    public long newest() {
        return sql.sql("SELECT coalesce(max(ordinal), 0) FROM sharing_entry").query(Long.class).single();
    }

    private static Map<String, Object> values(Draw draw) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("from", start(draw.month()));
        values.put("to", start(draw.month().plusMonths(1)));
        values.put("newest", draw.newest());
        return values;
    }

    static Timestamp start(YearMonth month) {
        LocalDate first = month.atDay(1);
        return Timestamp.from(London.startOf(first));
    }
}
