package org.earlyhelp.hub.embedded;

import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.earlyhelp.hub.embedded.settings.StartSettings.External;
import org.earlyhelp.hub.embedded.settings.StartSettings.Store;
import org.earlyhelp.hub.kernel.StartFailure;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A hub's database, opened so that an operator's verb can write a few rows while no hub runs in this process; where to find
 * it is as with {@link ReadOnlyDatabase}. Each transaction has a connection of its own.
 */
public final class WritableDatabase implements AutoCloseable {
    private final DataSource source;
    private final DatabaseDoor door;

    private WritableDatabase(DataSource source, DatabaseDoor door) {
        this.source = source;
        this.door = door;
    }

    /** Throws StartFailure with a plain sentence when there is none, or it cannot be opened. Lines for the operator go to {@code say}. */
    public static WritableDatabase open(Store store, Consumer<String> say) {
        DatabaseDoor door = DatabaseDoor.open(store, say);
        External database = door.database();
        DataSource source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        try {
            source.getConnection().close();
            return new WritableDatabase(source, door);
        } catch (SQLException e) {
            door.close();
            throw new StartFailure("The database cannot be opened: SQL state " + e.getSQLState() + ".", e);
        }
    }

    /** Opens a new connection for whoever asks; of no use once this is closed. */
    public DataSource source() {
        return source;
    }

    /** What is there now, as one view to read; to be closed before this. */
    public ReadOnlyDatabase view() {
        return ReadOnlyDatabase.through(new DatabaseDoor(door.database(), () -> { }));
    }

    @Override
    public void close() {
        door.close();
    }
}
