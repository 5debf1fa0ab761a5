package org.earlyhelp.hub.cli.agency;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ehub agency key}: adding, confirming, retiring and listing keys. */
@Command(name = "key", description = "Adds, confirms, retires and lists the keys of an account.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "VERB",
        subcommands = {KeyAddCommand.class, KeyConfirmCommand.class, KeyRetireCommand.class, KeyListCommand.class})
final class KeyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do with keys: add, confirm, retire or list.");
    }
}
