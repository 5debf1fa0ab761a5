package org.earlyhelp.hub.cli.agency;

import java.nio.file.Files;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.earlyhelp.hub.cli.outside.ActOptions;
import org.earlyhelp.hub.cli.outside.QuietLog;
import org.earlyhelp.hub.embedded.WritableDatabase;
import org.earlyhelp.hub.embedded.settings.HubMode;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.embedded.settings.StartSettings.Store;
import org.earlyhelp.hub.intake.account.KeyDesk;
import org.earlyhelp.hub.intake.account.LockOutDesk;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.StartFailure;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Model.CommandSpec;

/** One verb's work on the accounts of a hub's database, and what it prints. */
final class AccountWork {
    static final int DONE = 0;
    static final int REFUSED = 1;
    private final CommandSpec spec;
    private final Store store;
    private final HubClock clock;

    AccountWork(CommandSpec spec, Map<String, String> environment) {
        QuietLog.begin();
        this.spec = spec;
        this.store = SettingsReader.store(environment);
        this.clock = ActOptions.clock(store, environment);
    }

    /** Prints what became of the wish. */
    int ask(Function<KeyDesk, KeyDesk.Answer> wish) {
        return withDesk(desk -> answered(wish.apply(desk)));
    }

    /** The same of a wish about lock-outs. */
    int askLockOuts(Function<LockOutDesk, KeyDesk.Answer> wish) {
        return withDatabase(database -> answered(wish.apply(LockOutDesk.over(database, clock))));
    }

    private int answered(KeyDesk.Answer answer) {
        if (answer instanceof KeyDesk.Answer.Done done) {
            print(done.about() + System.lineSeparator() + done.words());
            return DONE;
        }
        print(((KeyDesk.Answer.Refused) answer).words());
        return REFUSED;
    }

    int withDesk(Function<KeyDesk, Integer> work) {
        return withDatabase(database -> work.apply(KeyDesk.over(database, clock, isDemonstration())));
    }

    int withDatabase(Function<DataSource, Integer> work) {
        try (WritableDatabase database = WritableDatabase.open(store, line -> spec.commandLine().getErr().println(line))) {
            return work.apply(database.source());
        } catch (DataAccessException e) {
            throw new StartFailure("The hub's accounts cannot be read or written (" + e.getClass().getSimpleName() + "); start this version of the hub once.", e);
        }
    }

    void print(String text) {
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().flush();
    }

    /** In a demonstration one person is enough: its accounts are all made up. */
    private boolean isDemonstration() {
        return Files.exists(HubMode.demoAccounts(store.dataDir()));
    }
}
