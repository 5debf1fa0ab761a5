package org.earlyhelp.hub.cli.backup;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.cli.outside.ActOptions;
import org.earlyhelp.hub.cli.outside.QuietLog;
import org.earlyhelp.hub.embedded.backup.Restore;
import org.earlyhelp.hub.embedded.settings.HubOption;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ehub restore}: exit code 0 done, 2 wrong usage, 3 it cannot be put back. */
@Command(name = "restore", description = "Puts a backup back where no database is. The next start says so in the sharing log and asks the agencies for what came since.",
        mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int SEND_AGAIN_LIMIT_DAYS = 366;

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "DIR", description = "The folder that 'ehub backup' wrote.")
    private Path folder;
    @Mixin
    private ActOptions act;
    @Option(names = "--check", description = "Only read the whole backup and say whether it could be put back.")
    private boolean check;
    @Option(names = "--send-again", paramLabel = "DAYS", description = "Send messages of so many days before the backup again, and those of every alert that nobody has taken up "
            + "(0 to 366, 0 = none; without it: 7 when the embedded broker's files are gone; none with an external broker).")
    private Integer sendAgainDays;
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    /** On the settings of the environment. */
    public RestoreCommand() {
        this(System.getenv());
    }

    RestoreCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Restore.Wish wish = new Restore.Wish(act.account(), act.reason(), asked());
        if (!Files.isDirectory(folder)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "There is no folder " + folder + ".");
        }
        if (sendAgainDays != null && (sendAgainDays < 0 || sendAgainDays > SEND_AGAIN_LIMIT_DAYS)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--send-again is 0 to " + SEND_AGAIN_LIMIT_DAYS + ".");
        }
        QuietLog.begin();
        Restore backup = Restore.of(SettingsReader.store(environment), folder, this::remark);
        print(check ? backup.whatThereIs() : backup.run(wish));
        return DONE;
    }

    /** An external broker keeps its queues whatever becomes of this machine's files. */
    private Integer asked() {
        boolean external = !environment.getOrDefault(HubOption.HUB_BROKER_URL.name(), "").isBlank();
        return sendAgainDays == null && external ? Integer.valueOf(0) : sendAgainDays;
    }

    private void print(Restore.Done done) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(done));
        } else if (check) {
            out.printf(Locale.UK, "The backup of %s is whole: %,d rows of %d tables. Nothing was put back.%n", done.takenAt(), done.rows(), done.tables());
        } else {
            out.printf(Locale.UK, "Put back as of %s: %,d rows of %d tables, %,d files; %,d messages will be sent again.%n", done.takenAt(), done.rows(), done.tables(), done.files(), done.sentAgain());
            out.println(log(done.lostEntries()));
            out.println("Start the hub now: it erases again whom it must, and asks the agencies for the files that came since.");
        }
        out.flush();
    }

    private static String log(long lost) {
        if (lost < 0) {
            return "Whether entries of the sharing log are lost cannot be told: the key folder has no last-checkpoint.";
        }
        return lost == 0 ? "The sharing log is as it was signed last."
                : String.format(Locale.UK, "%,d entries of the sharing log were signed after the backup and are lost: two people declare that on its page, or it signs nothing more.", lost);
    }

    private void remark(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
