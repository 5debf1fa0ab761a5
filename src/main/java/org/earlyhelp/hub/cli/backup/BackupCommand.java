package org.earlyhelp.hub.cli.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.cli.outside.QuietLog;
import org.earlyhelp.hub.embedded.backup.Backup;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.kernel.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ehub backup}: exit code 0 done, 2 wrong usage, 3 it cannot be taken. */
@Command(name = "backup", description = "Writes a sealed copy of the database and of the data folder's files, also while the hub runs. The key folder is not in it.",
        mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int KEEP_LIMIT_DAYS = 366;

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "DIR", description = "The folder to write; it is made, or must be empty. Best on another machine's disk.")
    private Path folder;
    @Option(names = "--keep-days", paramLabel = "N", defaultValue = "35", description = "After so many days the copy is to be destroyed (1 to 366; default 35). Who was erased meanwhile is in it until then.")
    private int keepDays;
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    /** On the settings of the environment. */
    public BackupCommand() {
        this(System.getenv());
    }

    BackupCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        refuseWrongUse();
        QuietLog.begin();
        Backup taken = Backup.take(SettingsReader.store(environment), folder, keepDays, this::remark);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(taken));
        } else {
            out.printf(Locale.UK, "Backup of %s: %,d rows of %d tables, %,d files, %,d bytes in %s.%n", taken.takenAt(), taken.rows(), taken.tables(), taken.files(), taken.bytes(), folder);
            out.printf("Keep the key folder's own backup newer than this one, and elsewhere. Destroy this one by %s.%n", taken.destroyBy());
        }
        out.flush();
        return DONE;
    }

    private void refuseWrongUse() {
        if (keepDays < 1 || keepDays > KEEP_LIMIT_DAYS) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--keep-days is 1 to " + KEEP_LIMIT_DAYS + ".");
        }
        try {
            if (!Backup.isFree(folder)) {
                throw new CommandLine.ParameterException(spec.commandLine(), folder + " is not empty: name a new folder.");
            }
        } catch (IOException e) {
            throw new StartFailure(folder + " cannot be read (" + e.getClass().getSimpleName() + ").", e);
        }
    }

    private void remark(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
