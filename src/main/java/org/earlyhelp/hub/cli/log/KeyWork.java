package org.earlyhelp.hub.cli.log;

import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.earlyhelp.hub.cli.outside.ActOptions;
import org.earlyhelp.hub.cli.outside.QuietLog;
import org.earlyhelp.hub.embedded.WritableDatabase;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.embedded.settings.StartSettings.Store;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.StartFailure;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Model.CommandSpec;

/** One verb's work on the keys of a hub's sharing log, and what it prints. */
final class KeyWork {
    private static final int DONE = 0;

    private KeyWork() {
    }

    /** What a verb works on. */
    record Hub(DataSource database, Store store, HubClock clock) {
    }

    /** Does the work, prints what it answers, and returns the exit code. Throws StartFailure when the database cannot be written. */
    static int print(CommandSpec spec, Map<String, String> environment, Function<Hub, String> work) {
        QuietLog.begin();
        Store store = SettingsReader.store(environment);
        try (WritableDatabase database = WritableDatabase.open(store, line -> spec.commandLine().getErr().println(line))) {
            String words = work.apply(new Hub(database.source(), store, ActOptions.clock(store, environment)));
            spec.commandLine().getOut().println(words);
            spec.commandLine().getOut().flush();
            return DONE;
        } catch (DataAccessException e) {
            throw new StartFailure("The hub's sharing log cannot be written (" + e.getClass().getSimpleName() + "); start this version of the hub once.", e);
        }
    }
}
