package org.earlyhelp.hub.cli.log;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ehub log}: the verbs about the sharing log. */
@Command(name = "log", description = "Exports the sharing log, verifies an export, checks the database against it, and renews its keys.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "VERB",
        subcommands = {LogExportCommand.class, LogVerifyCommand.class, LogCheckCommand.class, RotateKeyCommand.class, GiveUpKeyCommand.class})
public final class LogCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do with the log, such as 'ehub log verify DIR'.");
    }
}
