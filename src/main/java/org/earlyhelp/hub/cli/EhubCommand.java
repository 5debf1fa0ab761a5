package org.earlyhelp.hub.cli;

import java.io.PrintWriter;
import org.earlyhelp.hub.cli.agency.AgencyCommand;
import org.earlyhelp.hub.cli.backup.BackupCommand;
import org.earlyhelp.hub.cli.backup.RestoreCommand;
import org.earlyhelp.hub.cli.backup.SendAgainCommand;
import org.earlyhelp.hub.cli.bench.BenchCommand;
import org.earlyhelp.hub.cli.generate.GenerateCommand;
import org.earlyhelp.hub.cli.log.LogCommand;
import org.earlyhelp.hub.cli.match.MatchCommand;
import org.earlyhelp.hub.cli.retrain.RetrainCommand;
import org.earlyhelp.hub.cli.rule.RuleCommand;
import org.earlyhelp.hub.cli.torture.TortureCommand;
import org.earlyhelp.hub.cli.why.WhyCommand;
import org.earlyhelp.hub.cli.witness.WitnessCommand;
import org.earlyhelp.hub.kernel.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ehub}: the verbs, and what every one of them owes its caller: an exit code, and one plain line when it fails. */
@Command(name = "ehub", description = "The Early Help Hub.", mixinStandardHelpOptions = true, version = "Early Help Hub 0.1.0",
        synopsisSubcommandLabel = "VERB",
        subcommands = {DemoCommand.class, RunCommand.class, DoctorCommand.class, CheckCommand.class, MatchCommand.class, GenerateCommand.class, RetrainCommand.class, RuleCommand.class, LogCommand.class, AgencyCommand.class, TortureCommand.class, WitnessCommand.class,
            WhyCommand.class, BackupCommand.class, RestoreCommand.class, SendAgainCommand.class, BenchCommand.class, PrepareCommand.class, CommandLine.HelpCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:the data has errors", "2:wrong usage", "3:the system failed"})
public final class EhubCommand implements Runnable {
    private final Class<?> application;
    private final Rooms rooms;
    @Spec
    private CommandSpec spec;

    private EhubCommand(Class<?> application, Rooms rooms) {
        this.application = application;
        this.rooms = rooms;
    }

    /** Runs one verb and returns its exit code. {@code application} is the class from which Spring scans. */
    public static int run(Class<?> application, String... arguments) {
        return commandLine(application, Rooms.ofThisHub()).execute(arguments);
    }

    static CommandLine commandLine(Class<?> application, Rooms rooms) {
        return new CommandLine(new EhubCommand(application, rooms))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(EhubCommand::explain);
    }

    /** The class that a verb hands to Spring when it starts the hub. */
    Class<?> application() {
        return application;
    }

    Rooms rooms() {
        return rooms;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do, such as 'ehub demo'; 'ehub help' lists the verbs.");
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println(failure instanceof StartFailure ? failure.getMessage()
                : "The verb failed (" + failure.getClass().getSimpleName() + "). The log in the data folder says more, when the hub had got so far.");
        err.flush();
        return ExitCode.SYSTEM_FAILED;
    }
}
