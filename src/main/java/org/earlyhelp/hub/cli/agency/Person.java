package org.earlyhelp.hub.cli.agency;

import org.earlyhelp.hub.cli.outside.ActOptions;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who does it; kept with what is changed. */
final class Person {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;
    @Option(names = "--as", required = true, paramLabel = "NAME", description = "Who does it; kept with what is changed. A second person confirms a key.")
    private String account;

    String account() {
        return line(spec, "--as", account, ActOptions.ACCOUNT_LIMIT_CHARACTERS);
    }

    /** A text of one line; throws ParameterException for any other. */
    static String line(CommandSpec spec, String option, String text, int limitCharacters) {
        if (!ActOptions.isWord(text, limitCharacters)) {
            throw new CommandLine.ParameterException(spec.commandLine(), option + " has 1 to " + limitCharacters + " characters in one line.");
        }
        return text.strip();
    }
}
