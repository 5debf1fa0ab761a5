package org.earlyhelp.hub.cli.retrain;

import java.util.Map;
import java.util.function.Consumer;
import org.earlyhelp.hub.embedded.ReadOnlyDatabase;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.identity.learning.KeptDescriptions;
import org.earlyhelp.hub.kernel.StartFailure;
import org.springframework.dao.DataAccessException;

/** Reads the descriptions of everybody linked in the hub's own database. */
record DatabaseSource(Map<String, String> environment, Consumer<String> say) {
    /** Throws StartFailure with a plain sentence when there is no database, or it cannot be read. */
    Said read() {
        Gathering gathering = new Gathering();
        try (ReadOnlyDatabase database = ReadOnlyDatabase.open(SettingsReader.store(environment), say)) {
            KeptDescriptions.forEach(database.source(), gathering::take);
        } catch (DataAccessException e) {
            throw new StartFailure("The hub's database cannot be read (" + e.getClass().getSimpleName() + ").", e);
        }
        return new Said(gathering.all(), "the records of this borough's hub");
    }
}
