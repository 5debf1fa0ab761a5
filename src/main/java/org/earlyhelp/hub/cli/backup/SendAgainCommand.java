package org.earlyhelp.hub.cli.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.cli.outside.ActOptions;
import org.earlyhelp.hub.cli.outside.QuietLog;
import org.earlyhelp.hub.embedded.WritableDatabase;
import org.earlyhelp.hub.embedded.backup.LostQueues;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.embedded.settings.StartSettings.Store;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.KeptLog;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ehub send-again}: exit code 0 done, 2 wrong usage, 3 the database cannot be written. */
@Command(name = "send-again", description = "After the broker's queues were lost: has messages sent again, also while the hub runs. Receivers drop by its id what they had.",
        mixinStandardHelpOptions = true)
public final class SendAgainCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int LIMIT_DAYS = 366;

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "DAYS", description = "Messages of so many days before the newest (1 to 366), and those of every alert that nobody has taken up.")
    private int days;
    @Mixin
    private ActOptions act;

    /** On the settings of the environment. */
    public SendAgainCommand() {
        this(System.getenv());
    }

    SendAgainCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String account = act.account();
        String reason = act.reason();
        if (days < 1 || days > LIMIT_DAYS) {
            throw new CommandLine.ParameterException(spec.commandLine(), "DAYS is 1 to " + LIMIT_DAYS + ".");
        }
        QuietLog.begin();
        Store store = SettingsReader.store(environment);
        try (WritableDatabase database = WritableDatabase.open(store, line -> spec.commandLine().getErr().println(line)); Connection connection = database.source().getConnection()) {
            int messages = LostQueues.sendAgain(connection, days);
            KeptLog.noteOperation(database.source(), store.keyDir(), ActOptions.clock(store, environment), account, reason,
                    Map.of("what", "SENT_AGAIN", "messages", Integer.toString(messages), "days", Integer.toString(days)));
            spec.commandLine().getOut().printf("%d messages will be sent again.%n", messages);
            spec.commandLine().getOut().flush();
            return DONE;
        } catch (SQLException e) {
            throw new StartFailure("The messages cannot be sent again: SQL state " + e.getSQLState() + ".", e);
        }
    }
}
