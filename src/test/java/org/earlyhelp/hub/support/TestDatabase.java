package org.earlyhelp.hub.support;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A real PostgreSQL for tests: one server a JVM, a database of its own for whoever asks, behind a pool as the hub has one. A test
 * class's databases go with it ({@link AroundTests}), which spares the disk some gigabytes.
 */
public final class TestDatabase {
    private static final String TEMPLATE = "hub_template";
    private static final int CONNECTIONS_AT_MOST = 40;
    private static final long IDLE_MILLIS = 10_000;
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final List<HikariDataSource> OF_THE_CLASS = new ArrayList<>();
    private static final ExecutorService DROPPING = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "test databases");
        thread.setDaemon(true);
        return thread;
    });
    private static EmbeddedPostgres server;

    private TestDatabase() {
    }

    /** A new database with all migrations applied and nothing in it, until the test class has ended. */
    public static DataSource fresh() {
        return ofTheClass(pool(TEMPLATE));
    }

    /** As {@link #fresh()}, for what outlives the test class: a context that Spring keeps. */
    public static DataSource kept() {
        return plain(pool(TEMPLATE));
    }

    /** A new database with nothing in it, no migration either, until the test class has ended. */
    public static DataSource empty() {
        return ofTheClass(pool("template1"));
    }

    /** Lets go of what the test class had; the databases are dropped beside the next class. */
    static void endOfClass() {
        List<HikariDataSource> over;
        synchronized (OF_THE_CLASS) {
            over = List.copyOf(OF_THE_CLASS);
            OF_THE_CLASS.clear();
        }
        over.forEach(pool -> DROPPING.execute(() -> {
            pool.close();
            run("DROP DATABASE IF EXISTS " + pool.getPoolName() + " WITH (FORCE)");
        }));
    }

    private static DataSource ofTheClass(HikariDataSource pool) {
        synchronized (OF_THE_CLASS) {
            OF_THE_CLASS.add(pool);
        }
        return plain(pool);
    }

    /** Without the pool's own {@code close}: a context would call it, and a test starts several on one database. */
    private static DataSource plain(HikariDataSource pool) {
        return new DelegatingDataSource(pool);
    }

    private static HikariDataSource pool(String template) {
        String name = "hub_" + COUNT.incrementAndGet();
        EmbeddedPostgres running = server();
        run("CREATE DATABASE " + name + " TEMPLATE " + template);
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setDataSource(running.getDatabase("postgres", name));
        pool.setMaximumPoolSize(CONNECTIONS_AT_MOST);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(IDLE_MILLIS);
        return pool;
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder().setPort(FreePort.find()).setServerConfig("full_page_writes", "off").setServerConfig("autovacuum", "off")
                        .setCleanDataDirectory(false).setRegisterShutdownHook(false).start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Path folder = folderOf(server);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder), "end of the test databases"));
            run("CREATE DATABASE " + TEMPLATE);
            Flyway.configure().dataSource(server.getDatabase("postgres", TEMPLATE)).load().migrate();
        }
        return server;
    }

    /** Leaves the deleting to a process that outlives this JVM: for that many files it would take longer than Maven waits for its end. */
    private static void end(Path folder) {
        DROPPING.shutdownNow();
        try {
            server.close();
            new ProcessBuilder("rm", "-rf", folder.toString()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folderOf(EmbeddedPostgres running) {
        try (Connection connection = running.getPostgresDatabase().getConnection(); Statement sql = connection.createStatement();
             ResultSet found = sql.executeQuery("SHOW data_directory")) {
            found.next();
            return Path.of(found.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String statement) {
        try (Connection connection = server().getPostgresDatabase().getConnection(); Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
