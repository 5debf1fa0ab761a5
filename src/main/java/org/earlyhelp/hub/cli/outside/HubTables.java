package org.earlyhelp.hub.cli.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.earlyhelp.hub.embedded.folder.KeyFolder;
import org.earlyhelp.hub.embedded.storage.WorkLeft;
import org.postgresql.ds.PGSimpleDataSource;
import org.earlyhelp.hub.embedded.postgres.PostgresServer;
import org.earlyhelp.hub.embedded.settings.StartSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the referee cannot see from outside, read in the running hub's own database: work left, records with their older versions, and marks. */
public final class HubTables {
    private static final int PORT_LINE = 3;
    private final JdbcClient sql;

    private HubTables(JdbcClient sql) {
        this.sql = sql;
    }

    /** Connects to the database of a ready hub. Throws IOException where an embedded one does not lie in the data folder. */
    public static HubTables of(ChildHub hub) throws IOException {
        return new HubTables(JdbcClient.create(databaseOf(hub)));
    }

    /** The database of a ready hub, a new connection each time it is asked. Throws as {@link #of}. */
    public static DataSource databaseOf(ChildHub hub) throws IOException {
        if (hub.surroundings().database().isPresent()) {
            StartSettings.External outside = hub.surroundings().database().get().address();
            return new DriverManagerDataSource(outside.url(), outside.user(), outside.password());
        }
        Path postmaster = hub.folder().data().resolve("postgres/data/postmaster.pid");
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql://127.0.0.1:" + Files.readAllLines(postmaster).get(PORT_LINE).strip() + "/hub");
        database.setUser("hub");
        database.setPassword(new KeyFolder(hub.folder().keys()).secret("postgres-hub"));
        return database;
    }

    /** What the hub has still to do with what it has taken. */
    public WorkLeft.Counts workLeft() {
        return new WorkLeft(sql).after(0);
    }

    /** Rows of the feed's files that are taken: accepted, unchanged or refused, of all agencies. */
    public long rowsHeld(String feed) {
        return sql.sql("SELECT coalesce(sum(accepted + unchanged + rejected), 0) FROM delivery WHERE feed = ?").param(feed).query(Long.class).single();
    }

    /** Every record, older versions included, as {@code agency/feed/reference@version}. */
    public List<String> records() {
        return sql.sql("SELECT agency || '/' || feed || '/' || source_ref || '@' || version FROM record").query(String.class).list();
    }

    /** Every pupil's marks of a month, as {@code reference month marks}. */
    public List<String> marks() {
        return sql.sql("SELECT source_ref || ' ' || month || ' ' || marks FROM attendance_month JOIN record ON record.id = record_id").query(String.class).list();
    }

    /** Decisions of the front door about that alert that are kept. */
    public long decisionsAbout(String alert) {
        return sql.sql("SELECT count(*) FROM decision WHERE alert_ref = ?").param(alert).query(Long.class).single();
    }

    /** The ids of all processes of a ready hub's embedded database, its first one first. */
    public static List<Long> databasePids(ChildHub hub) {
        return embedded(hub).process().stream().flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants())).map(ProcessHandle::pid).toList();
    }

    /** Ends all processes of a ready hub's embedded database as {@code kill -9} does. */
    public static void killDatabase(ChildHub hub) {
        OutsideDatabase.kill(embedded(hub));
    }

    private static PostgresServer embedded(ChildHub hub) {
        try {
            return PostgresServer.running(hub.folder().data(), KeyFolder.open(hub.folder().keys()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
