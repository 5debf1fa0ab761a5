package org.earlyhelp.hub.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
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
    private final DatabaseDoor door;

    private ReadOnlyDatabase(SingleConnectionDataSource source, DatabaseDoor door) {
        this.source = source;
        this.door = door;
    }

    /** Throws StartFailure with a plain sentence when there is none, or it cannot be opened. Lines for the operator go to {@code say}. */
    public static ReadOnlyDatabase open(Store store, Consumer<String> say) {
        return through(DatabaseDoor.open(store, say));
    }

    /** Closes the door with the view, also when it does not open. */
    static ReadOnlyDatabase through(DatabaseDoor door) {
        External database = door.database();
        try {
            Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return new ReadOnlyDatabase(new SingleConnectionDataSource(connection, true), door);
        } catch (SQLException e) {
            door.close();
            throw new StartFailure("The database cannot be opened: SQL state " + e.getSQLState() + ".", e);
        }
    }

    /** To be read inside one transaction: rows come as they are asked for. */
    public DataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.destroy();
        door.close();
    }
}
