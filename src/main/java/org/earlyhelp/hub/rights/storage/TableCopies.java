package org.earlyhelp.hub.rights.storage;

import java.sql.Statement;
import java.time.LocalTime;
import java.util.List;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.sharing.erasure.CopyKeeper;
import org.earlyhelp.hub.sharing.erasure.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rewrites the tables, so that the pages of the database's files hold nothing deleted any more; a plain deletion leaves the
 * bytes until something overwrites them. A small database is rewritten at once, a large one at night, since each table is
 * locked while it is rewritten.
 */
@Component
class TableCopies implements CopyKeeper {
    /** Takes seconds. */
    static final long AT_ONCE_LIMIT_BYTES = 256L * 1024 * 1024;
    private static final LocalTime NIGHT_BEGINS = LocalTime.of(1, 0);
    private static final LocalTime NIGHT_ENDS = LocalTime.of(5, 0);
    private static final Logger LOG = LoggerFactory.getLogger(TableCopies.class);
    private static final int LAST = 90;
    private final JdbcTemplate jdbc;
    private final JdbcClient sql;
    private final HubClock clock;

    TableCopies(JdbcTemplate jdbc, JdbcClient sql, HubClock clock) {
        this.jdbc = jdbc;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "pages of the database";
    }

    @Override
    public int order() {
        return LAST;
    }

    @Override
    public Cleared clear(Traces traces) {
        long bytes = sql.sql("SELECT pg_database_size(current_database())").query(Long.class).single();
        LocalTime now = clock.now().atZone(London.ZONE).toLocalTime();
        boolean night = !now.isBefore(NIGHT_BEGINS) && now.isBefore(NIGHT_ENDS);
        if (bytes > AT_ONCE_LIMIT_BYTES && !night) {
            return new Cleared(0, "The tables are rewritten between 1 and 5 at night.");
        }
        // An erased message of a queue that was told that a reference is gone names it: sent, it has done its work.
        sql.sql("DELETE FROM outbox WHERE type = 'earlyhelp.identity.erased.v1' AND published_at IS NOT NULL").update();
        List<String> tables = sql.sql("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'flyway_schema_history' ORDER BY 1")
                .query(String.class).list();
        tables.forEach(this::rewrite);
        tryEach();
        return Cleared.all(tables.size());
    }

    /** What only a role of more rights may do: without it the server does it by itself, later. */
    private void tryEach() {
        for (String statement : List.of("VACUUM (FULL) pg_catalog.pg_statistic", "SELECT pg_switch_wal()", "CHECKPOINT")) {
            try {
                jdbc.execute(statement);
            } catch (DataAccessException e) {
                LOG.info("After an erasure the database refuses {}: old log segments go at its own checkpoints", statement);
            }
        }
    }

    /** The limit is taken back whatever comes: the connection is used again by others. */
    private void rewrite(String table) {
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET lock_timeout = '10s'");
                try {
                    statement.execute("VACUUM (FULL, ANALYZE) " + table);
                } finally {
                    statement.execute("RESET lock_timeout");
                }
            }
            return null;
        });
    }
}
