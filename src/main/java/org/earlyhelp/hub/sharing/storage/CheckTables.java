package org.earlyhelp.hub.sharing.storage;

import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The log's tables as a check reads them, inside one transaction. Thread-safe. */
@Repository
public class CheckTables {
    private static final int NAMED_ROWS = 100;
    private static final String ROWS = "SELECT leaf, sharing_leaf.ordinal, sharing_leaf.commitment AS kept, " + ErasureTable.COLUMNS + ", sealed, salt, entry.commitment "
            + "FROM sharing_leaf LEFT JOIN sharing_entry AS entry ON entry.ordinal = sharing_leaf.ordinal WHERE leaf >= ? ORDER BY leaf";

    private final JdbcTemplate jdbc;
    private final TreeTables tables;

    public CheckTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.tables = new TreeTables(jdbc);
    }

    /** Of a hub that does not run in this process. */
    public static CheckTables over(DataSource database) {
        return new CheckTables(new JdbcTemplate(database));
    }

    /** Rows that name themselves, how many there are of them in all. */
    public record Found(long count, List<String> named) {
    }

    /** Every leaf from that index on, with its entry. */
    public void rows(long from, Consumer<LoggedRow> each) {
        tables.stream(ROWS, row -> each.accept(new LoggedRow(row.getLong("leaf"), row.getLong("ordinal"), row.getBytes("kept"),
                row.getString("id") == null ? null : ErasureTable.columns(row), row.getBytes("sealed"), row.getBytes("salt"), row.getBytes("commitment"))), from);
    }

    /** ERASED entries that wait for their place, as if they stood after all others. */
    public void waitingErasures(Consumer<LoggedRow> each) {
        tables.stream("SELECT ordinal, " + ErasureTable.COLUMNS + ", sealed, salt, commitment FROM sharing_pending JOIN sharing_entry USING (ordinal) WHERE kind = 'ERASED'",
                row -> each.accept(new LoggedRow(Long.MAX_VALUE, row.getLong("ordinal"), row.getBytes("commitment"), ErasureTable.columns(row), row.getBytes("sealed"),
                        row.getBytes("salt"), row.getBytes("commitment"))));
    }

    /** Ids of entries that neither have a place nor wait for one. */
    public Found outsideTheLog() {
        return found("FROM sharing_entry AS entry WHERE NOT EXISTS (SELECT FROM sharing_leaf AS leaf WHERE leaf.ordinal = entry.ordinal) "
                + "AND NOT EXISTS (SELECT FROM sharing_pending AS waiting WHERE waiting.ordinal = entry.ordinal)", "id");
    }

    /** Ordinals that wait although there is no such entry, or it has its place. */
    public Found waitingForNothing() {
        return found("FROM sharing_pending AS waiting WHERE NOT EXISTS (SELECT FROM sharing_entry AS entry WHERE entry.ordinal = waiting.ordinal) "
                + "OR EXISTS (SELECT FROM sharing_leaf AS leaf WHERE leaf.ordinal = waiting.ordinal)", "ordinal::text");
    }

    /** Ordinals that wait longer than so many seconds. */
    public Found waitingLongerThan(long seconds) {
        return found("FROM sharing_pending WHERE since < clock_timestamp() - " + seconds + " * interval '1 second'", "ordinal::text");
    }

    /** Tiles that a tree of that size does not have, as {@code level/number}. */
    public Found tilesBeyond(long size) {
        return found("FROM sharing_tile WHERE level > 7 OR level < 0 OR number < 0 OR number * 256 >= (" + size + "::bigint >> (8 * level))", "level || '/' || number");
    }

    private Found found(String from, String name) {
        Long count = jdbc.queryForObject("SELECT count(*) " + from, Long.class);
        return count == null || count == 0 ? new Found(0, List.of())
                : new Found(count, jdbc.queryForList("SELECT " + name + " " + from + " ORDER BY 1 LIMIT " + NAMED_ROWS, String.class));
    }
}
