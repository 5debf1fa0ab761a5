package org.earlyhelp.hub.cli.log;

import java.util.Map;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.cli.outside.ActOptions;
import org.earlyhelp.hub.cli.outside.QuietLog;
import org.earlyhelp.hub.embedded.WritableDatabase;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.embedded.settings.StartSettings.Store;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.KeptLog;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ehub log rotate-key}: exit code 0 done, 2 wrong usage, 3 the key cannot be made. */
@Command(name = "rotate-key", description = "Makes the log's next signing or sealing key. A hub that runs uses it within a second, one that does not at its next start.",
        mixinStandardHelpOptions = true)
final class RotateKeyCommand implements Callable<Integer> {
    private static final int DONE = 0;

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;
    @Mixin
    private ActOptions options;
    @Parameters(paramLabel = "KIND", description = "signing (of checkpoints) or seal (of what entries say)")
    private KeptLog.KeyKind kind;

    RotateKeyCommand() {
        this(System.getenv());
    }

    RotateKeyCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String account = options.account();
        String reason = options.reason();
        QuietLog.begin();
        Store store = SettingsReader.store(environment);
        try (WritableDatabase database = WritableDatabase.open(store, line -> spec.commandLine().getErr().println(line))) {
            String file = KeptLog.rotate(database.source(), store.keyDir(), ActOptions.clock(store, environment), kind, account, reason);
            spec.commandLine().getOut().println("Made " + file + " in the key folder: back it up now. " + next());
            spec.commandLine().getOut().flush();
            return DONE;
        } catch (DataAccessException e) {
            throw new StartFailure("The hub's sharing log cannot be written (" + e.getClass().getSimpleName() + "); start this version of the hub once.", e);
        }
    }

    private String next() {
        return kind == KeptLog.KeyKind.SIGNING ? "The next checkpoint is signed by the old key and by this one. Give the new public key, in log.vkey of an export, to whoever verifies."
                : "New entries are sealed with it, and the keys of older ones are wrapped with it anew while the hub runs; keep the old key as long as you keep backups of the database.";
    }
}
