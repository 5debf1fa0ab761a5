package org.earlyhelp.hub.identity.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Which of several hubs on one database runs the identity lane: the one whose connection holds the advisory lock. The
 * database lets it go when the hub dies. Only spares work; what keeps writers apart is the row of {@code identity_lane}.
 */
@Component
public class LaneElection {
    /** "identity" as a number; any other would do. */
    private static final long LOCK = 0x1DE47177L;
    private static final int CHECK_SECONDS = 2;
    private final DataSource database;
    private Connection held;

    LaneElection(DataSource database) {
        this.database = database;
    }

    /** Whether this hub runs the lane; asks for it when it does not. */
    public synchronized boolean isElected() throws SQLException {
        if (held != null && held.isValid(CHECK_SECONDS)) {
            return true;
        }
        close();
        Connection connection = database.getConnection();
        boolean elected = false;
        try {
            elected = ask(connection, "SELECT pg_try_advisory_lock(" + LOCK + ")");
        } finally {
            if (elected) {
                held = connection;
            } else {
                connection.close();
            }
        }
        return elected;
    }

    /** Lets another hub run the lane. */
    public synchronized void resign() throws SQLException {
        if (held != null && held.isValid(CHECK_SECONDS)) {
            ask(held, "SELECT pg_advisory_unlock(" + LOCK + ")");
        }
        close();
    }

    private void close() throws SQLException {
        if (held != null) {
            Connection connection = held;
            held = null;
            connection.close();
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
