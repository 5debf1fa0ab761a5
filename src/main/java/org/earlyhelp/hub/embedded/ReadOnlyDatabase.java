package org.earlyhelp.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.earlyhelp.hub.embedded.folder.DataFolder;
import org.earlyhelp.hub.embedded.folder.Endpoints;
import org.earlyhelp.hub.embedded.folder.KeyFolder;
import org.earlyhelp.hub.embedded.postgres.PostgresServer;
import org.earlyhelp.hub.embedded.settings.StartSettings.External;
import org.earlyhelp.hub.embedded.settings.StartSettings.Store;
import org.earlyhelp.hub.kernel.StartFailure;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A hub's database, opened to be read while no hub runs in this process: the external one or that of a hub running on the
 * data folder, beside whatever works on it, or the embedded one, for which the data folder must then be free. One view of it, as at the first query. Not thread-safe.
 */
public final class ReadOnlyDatabase implements AutoCloseable {
    private final SingleConnectionDataSource source;
    private final AutoCloseable server;

    private ReadOnlyDatabase(SingleConnectionDataSource source, AutoCloseable server) {
        this.source = source;
        this.server = server;
    }

    /** Throws StartFailure with a plain sentence when there is none, or it cannot be opened. Lines for the operator go to {@code say}. */
    public static ReadOnlyDatabase open(Store store, Consumer<String> say) {
        return store.external().isPresent() ? connect(store.external().get(), () -> { }) : embedded(store, say);
    }

    /** To be read inside one transaction: rows come as they are asked for. */
    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.destroy();
        stop(server);
    }

    private static ReadOnlyDatabase embedded(Store store, Consumer<String> say) {
        if (!Files.isDirectory(store.dataDir().resolve("postgres"))) {
            throw new StartFailure("There is no database in the data folder " + store.dataDir() + ": set HUB_DATA_DIR or HUB_DB_URL to a hub's own.");
        }
        if (Endpoints.of(store.dataDir()).isPresent()) {
            PostgresServer running = PostgresServer.running(store.dataDir(), keys(store.keyDir()));
            return connect(new External(running.url(), running.userName(), running.password()), () -> { });
        }
        DataFolder folder = DataFolder.take(store.dataDir());
        try {
            PostgresServer server = PostgresServer.start(folder.root(), keys(store.keyDir()), say);
            return connect(new External(server.url(), server.userName(), server.password()), () -> {
                server.close();
                folder.close();
            });
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static KeyFolder keys(Path folder) {
        try {
            return KeyFolder.open(folder);
        } catch (IOException e) {
            throw new StartFailure("The key folder " + folder + " cannot be used (" + e.getClass().getSimpleName() + ").", e);
        }
    }

    private static ReadOnlyDatabase connect(External database, AutoCloseable server) {
        try {
            Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return new ReadOnlyDatabase(new SingleConnectionDataSource(connection, true), server);
        } catch (SQLException e) {
            stop(server);
            throw new StartFailure("The database cannot be opened: SQL state " + e.getSQLState() + ".", e);
        }
    }

    private static void stop(AutoCloseable server) {
        try {
            server.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
