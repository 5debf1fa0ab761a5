package org.earlyhelp.hub.embedded.storage;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.StartFailure;

/** Refuses a PostgreSQL on which the hub has never been tried, before anything is written to it. */
public final class ServerVersion {
    /** Major version. Older ones have no {@code pg_checkpoint}, by which what was erased leaves the server's log segments. */
    public static final int LEAST = 15;

    private ServerVersion() {
    }

    /** Throws StartFailure that says what is there and what is needed. */
    public static void require(DataSource database) {
        try (Connection connection = database.getConnection()) {
            require(connection.getMetaData().getDatabaseMajorVersion(), connection.getMetaData().getDatabaseProductVersion());
        } catch (SQLException e) {
            throw new StartFailure("The database does not answer (SQL state " + e.getSQLState() + "): check HUB_DB_URL, HUB_DB_USER and HUB_DB_PASSWORD.", e);
        }
    }

    static void require(int major, String version) {
        if (major < LEAST) {
            throw new StartFailure("The database is PostgreSQL " + version + " and the hub needs " + LEAST + " or later: nothing was changed on it. Give HUB_DB_URL a newer server.");
        }
    }
}
