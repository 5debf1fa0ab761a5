package org.earlyhelp.hub.cli.rule;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ehub rule}: the verbs about rules. */
@Command(name = "rule", description = "Tries rules before they come into force.", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "VERB",
        subcommands = {RuleTryCommand.class})
public final class RuleCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do with rules, such as 'ehub rule try RULES_DIR'.");
    }
}
