package org.earlyhelp.hub.cli.agency;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ehub agency}: the verbs about the accounts of agencies. */
@Command(name = "agency", description = "Keys, sign-ins and lock-outs of an agency's SFTP account.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "VERB",
        subcommands = {KeyCommand.class, LoginsCommand.class, UnlockCommand.class})
public final class AgencyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do, such as 'ehub agency key list safe-haven'.");
    }
}
