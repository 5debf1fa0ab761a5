package org.earlyhelp.hub.sharing.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.audit.Decided;
import org.earlyhelp.hub.sharing.audit.FoundEntry;
import org.earlyhelp.hub.sharing.audit.LogFilter;
import org.earlyhelp.hub.sharing.audit.LogPlace;
import org.earlyhelp.hub.sharing.audit.LogSearch;
import org.earlyhelp.hub.sharing.audit.SearchTooWide;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Searches the sharing log without opening a payload. */
@Repository
class StoredLogSearch implements LogSearch {
    static final String COLUMNS = "ordinal, id, act, kind, person, recipient, agreement, source, purpose, basis, who, channel, standing, level, withheld, classes, at";
    static final String FIND = "SELECT " + COLUMNS + " FROM sharing_entry WHERE %s ORDER BY at DESC, ordinal DESC LIMIT :limit";
    private static final String WHO_GOT = """
            SELECT (at AT TIME ZONE 'Europe/London')::date AS day, kind, recipient, who, count(DISTINCT act) AS acts, count(*) AS entries,
                   min(at) AS first, max(at) AS last, max(id) AS entry
            FROM sharing_entry WHERE %s AND kind IN %s
            GROUP BY day, kind, recipient, who ORDER BY day DESC, last DESC, entry DESC LIMIT :limit""";
    /** Steps from one name to the next in the index, whatever the number of entries. */
    static final String NAMES = """
            WITH RECURSIVE named (name) AS (
                (SELECT %1$s FROM sharing_entry WHERE %1$s IS NOT NULL ORDER BY %1$s LIMIT 1)
                UNION ALL
                SELECT (SELECT e.%1$s FROM sharing_entry e WHERE e.%1$s > n.name ORDER BY e.%1$s LIMIT 1) FROM named n WHERE n.name IS NOT NULL)
            SELECT name FROM named WHERE name <> '' LIMIT :limit""";

    private final JdbcClient sql;

    StoredLogSearch(JdbcTemplate jdbc) {
        JdbcTemplate limited = new JdbcTemplate(jdbc.getDataSource());
        limited.setQueryTimeout((int) LIMIT.toSeconds());
        this.sql = JdbcClient.create(limited);
    }

    @Override
    public List<FoundEntry> find(LogFilter filter, LogPlace after, int limit) {
        SearchStatement statement = SearchStatement.of(filter, after);
        return answered(() -> sql.sql(FIND.formatted(statement.where())).params(statement.values()).param("limit", limit).query(StoredLogSearch::entry).list());
    }

    @Override
    public List<FoundEntry> ofAct(String act, int limit) {
        return answered(() -> sql.sql("SELECT " + COLUMNS + " FROM sharing_entry WHERE act = ? ORDER BY ordinal LIMIT ?").params(act, limit)
                .query(StoredLogSearch::entry).list());
    }

    @Override
    public List<String> names(Name name) {
        return answered(() -> sql.sql(NAMES.formatted(name.name().toLowerCase(Locale.ROOT))).param("limit", NAMES_LIMIT).query(String.class).list());
    }

    @Override
    public long count(LogFilter filter) {
        SearchStatement statement = SearchStatement.of(filter, null);
        return answered(() -> sql.sql("SELECT count(*) FROM sharing_entry WHERE " + statement.where()).params(statement.values()).query(Long.class).single());
    }

    @Override
    public List<Got> whoGot(List<LogFilter.About> about, int limit) {
        SearchStatement statement = SearchStatement.of(LogFilter.about(about), null);
        String kinds = SearchStatement.names(Stream.concat(Decided.DISCLOSING.stream(), Decided.DENYING.stream()).collect(Collectors.toSet()));
        return answered(() -> sql.sql(WHO_GOT.formatted(statement.where(), kinds)).params(statement.values()).param("limit", limit).query(StoredLogSearch::got).list());
    }

    static <T> T answered(Supplier<T> query) {
        try {
            return query.get();
        } catch (QueryTimeoutException e) {
            throw new SearchTooWide(LIMIT, e);
        }
    }

    static FoundEntry entry(ResultSet row, int number) throws SQLException {
        return new FoundEntry(row.getLong("ordinal"), row.getString("id"), row.getString("act"), ActKind.valueOf(row.getString("kind")), row.getString("person"),
                row.getString("recipient"), row.getString("agreement"), row.getString("source"), row.getString("purpose"), row.getString("basis"),
                row.getString("who"), row.getString("channel"), row.getString("standing"), row.getObject("level", Integer.class), row.getInt("withheld"),
                row.getString("classes") == null ? "" : row.getString("classes"),                row.getTimestamp("at").toInstant());
    }

    private static Got got(ResultSet row, int number) throws SQLException {
        return new Got(row.getObject("day", java.time.LocalDate.class), ActKind.valueOf(row.getString("kind")), row.getString("recipient"), row.getString("who"),
                row.getLong("acts"), row.getLong("entries"), row.getTimestamp("first").toInstant(), row.getTimestamp("last").toInstant(), row.getString("entry"));
    }
}
