package org.earlyhelp.hub.embedded.backup;

import java.sql.Connection;
import java.sql.SQLException;
import org.earlyhelp.hub.embedded.storage.TableCopy;

/** What is done when the broker's files are gone and the database is not. */
public final class LostQueues {
    private LostQueues() {
    }

    /** Has messages of so many days, and of every alert that nobody has taken up, sent again; returns how many. */
    public static int sendAgain(Connection connection, int days) throws SQLException {
        return new TableCopy(connection).sendAgain(days);
    }
}
