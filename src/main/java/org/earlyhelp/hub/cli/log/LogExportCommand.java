package org.earlyhelp.hub.cli.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.cli.outside.QuietLog;
import org.earlyhelp.hub.cli.outside.Waiting;
import org.earlyhelp.hub.embedded.ReadOnlyDatabase;
import org.earlyhelp.hub.embedded.WritableDatabase;
import org.earlyhelp.hub.embedded.folder.KeptClock;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.embedded.settings.StartSettings.Store;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.KeptLog;
import org.earlyhelp.hub.sharing.log.LogSource;
import org.earlyhelp.hub.sharing.log.offline.LogExport;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ehub log export}: exit code 0 done, 2 wrong usage, 3 the log cannot be read or the folder not be written. */
@Command(name = "export", description = "Writes the sharing log into a folder that anybody can verify; with --payloads what its entries say, which is itself logged.",
        mixinStandardHelpOptions = true)
final class LogExportCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int ACCOUNT_LIMIT_CHARACTERS = 100;
    private static final int REASON_LIMIT_CHARACTERS = 500;
    private static final int TRIES = 20;
    private static final long PAUSE_MILLIS = 500;

    private final Map<String, String> environment;
    private final Runnable pause;

    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "DIR", description = "The folder to write; it is made, or must be empty.")
    private Path folder;
    @Option(names = "--payloads", description = "Also what the entries say, with their salts: for an information-governance officer alone.")
    private boolean payloads;
    @Option(names = "--as", paramLabel = "NAME", description = "The officer who takes the payloads; needed with --payloads.")
    private String account;
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in words that name no child; needed with --payloads.")
    private String reason;

    LogExportCommand() {
        this(System.getenv(), () -> Waiting.millis(PAUSE_MILLIS));
    }

    LogExportCommand(Map<String, String> environment, Runnable pause) {
        this.environment = environment;
        this.pause = pause;
    }

    @Override
    public Integer call() {
        refuseWrongUse();
        QuietLog.begin();
        try {
            long entries = payloads ? withPayloads(SettingsReader.store(environment)) : withoutPayloads(SettingsReader.store(environment));
            spec.commandLine().getOut().printf("%d entries written to %s, payloads %s.%n", entries, folder, payloads ? "with" : "without");
            spec.commandLine().getOut().flush();
            return DONE;
        } catch (DataAccessException e) {
            throw new StartFailure("The hub's sharing log cannot be read (" + e.getClass().getSimpleName() + "); start this version of the hub once.", e);
        }
    }

    private long withoutPayloads(Store store) {
        try (ReadOnlyDatabase view = ReadOnlyDatabase.open(store, this::remark)) {
            return write(signedLog(view, store));
        }
    }

    private long withPayloads(Store store) {
        try (WritableDatabase database = WritableDatabase.open(store, this::remark)) {
            try (ReadOnlyDatabase view = database.view()) {
                signedLog(view, store);
            }
            String entry = KeptLog.noteExport(database.source(), store.keyDir(), clock(store), account, reason);
            remark("Logged as " + entry + ".");
            return writeWhenErasuresAreStated(database, store);
        }
    }

    private long writeWhenErasuresAreStated(WritableDatabase database, Store store) {
        for (int tried = 0; tried < TRIES; tried++) {
            try (ReadOnlyDatabase view = database.view()) {
                LogSource log = signedLog(view, store);
                if (log.erasuresAreStated()) {
                    return write(log);
                }
            }
            pause.run();
        }
        throw new StartFailure("An erasure has no place in the log yet, so an export would look damaged: let the hub run until its log is up to date, then export again.");
    }

    private LogSource signedLog(ReadOnlyDatabase view, Store store) {
        LogSource log = KeptLog.read(view.source(), store.keyDir());
        if (log.checkpoint().isEmpty()) {
            throw new StartFailure("The log has no checkpoint yet, so there is nothing to export: let the hub run until something is shared.");
        }
        return log;
    }

    private long write(LogSource log) {
        try {
            return LogExport.write(log, folder, payloads);
        } catch (IllegalStateException e) {
            throw new StartFailure("The log cannot be exported: " + e.getMessage() + ". 'ehub log check' says what is wrong with it.", e);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void refuseWrongUse() {
        if (payloads != (account != null) || payloads != (reason != null)) {
            throw wrong("--payloads, --as NAME and --reason TEXT go together.");
        }
        if (payloads && (!isWord(account, ACCOUNT_LIMIT_CHARACTERS) || !isWord(reason, REASON_LIMIT_CHARACTERS))) {
            throw wrong("--as has 1 to " + ACCOUNT_LIMIT_CHARACTERS + " characters, --reason 1 to " + REASON_LIMIT_CHARACTERS + ", in one line.");
        }
        try {
            if (!LogExport.isFree(folder)) {
                throw wrong(folder + " is not empty: name a new folder.");
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static boolean isWord(String text, int limitCharacters) {
        return !text.isBlank() && text.length() <= limitCharacters && text.chars().noneMatch(Character::isISOControl);
    }

    /** The clock by which the hub on this data folder lives. */
    private HubClock clock(Store store) {
        return KeptClock.in(store.dataDir()).map(KeptClock::clock)
                .orElseGet(() -> SettingsReader.clock(environment).map(HubClock::fixedAt).orElseGet(HubClock::real));
    }

    private StartFailure unwritable(IOException reason) {
        return new StartFailure(folder + " cannot be written (" + reason.getClass().getSimpleName() + "); without a checkpoint in it the folder is not whole.", reason);
    }

    private void remark(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    private CommandLine.ParameterException wrong(String line) {
        return new CommandLine.ParameterException(spec.commandLine(), line);
    }
}
