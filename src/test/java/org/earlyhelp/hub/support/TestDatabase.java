package org.earlyhelp.hub.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL for tests: one server a JVM, a fresh migrated database for whoever asks. */
public final class TestDatabase {
    private static final String TEMPLATE = "hub_template";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestDatabase() {
    }

    /** A new database with all migrations applied and nothing in it. */
    public static DataSource fresh() {
        String name = "hub_" + COUNT.incrementAndGet();
        run("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return server().getDatabase("postgres", name);
    }

    /** A new database with nothing in it, no migration either. */
    public static DataSource empty() {
        String name = "hub_" + COUNT.incrementAndGet();
        run("CREATE DATABASE " + name);
        return server().getDatabase("postgres", name);
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            run("CREATE DATABASE " + TEMPLATE);
            Flyway.configure().dataSource(server.getDatabase("postgres", TEMPLATE)).load().migrate();
        }
        return server;
    }

    private static void run(String statement) {
        try (Connection connection = server().getPostgresDatabase().getConnection(); Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
