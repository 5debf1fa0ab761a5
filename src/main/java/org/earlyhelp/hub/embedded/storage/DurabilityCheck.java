package org.earlyhelp.hub.embedded.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.StartFailure;

/** Refuses a database that may forget what it has committed: a receipt would then promise what is not kept. */
public final class DurabilityCheck {
    private static final List<String> MUST_BE_ON = List.of("fsync", "synchronous_commit", "full_page_writes");
    /** Stronger values of synchronous_commit; {@code local} is durable on this server. */
    private static final List<String> SAFE = List.of("on", "local", "remote_write", "remote_apply");

    private DurabilityCheck() {
    }

    /** Throws StartFailure that names the setting. */
    public static void require(DataSource database) {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            for (String setting : MUST_BE_ON) {
                String value = show(sql, setting);
                if (!SAFE.contains(value)) {
                    throw new StartFailure("The database runs with " + setting + " = " + value + ": it could lose what it has confirmed. Switch it on.");
                }
            }
        } catch (SQLException e) {
            throw new StartFailure("The database does not answer (SQL state " + e.getSQLState() + "): check HUB_DB_URL, HUB_DB_USER and HUB_DB_PASSWORD.", e);
        }
    }

    private static String show(Statement sql, String setting) throws SQLException {
        try (ResultSet rows = sql.executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
