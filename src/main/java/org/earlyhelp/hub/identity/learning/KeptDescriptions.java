package org.earlyhelp.hub.identity.learning;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.earlyhelp.hub.identity.storage.StatementStore;
import org.earlyhelp.hub.linkage.Description;

/** The descriptions in a hub's database. */
public final class KeptDescriptions {
    private KeptDescriptions() {
    }

    /**
     * Hands out a description of every linked mention, a few thousand rows in memory at a time where the connection does
     * not commit by itself. Throws DataAccessException when the database cannot be read.
     */
    public static void forEach(DataSource database, Consumer<Description> taker) {
        StatementStore.over(database).forEachDescription(taker);
    }
}
