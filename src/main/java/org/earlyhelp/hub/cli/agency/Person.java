package org.earlyhelp.hub.cli.agency;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who does it; kept with the key. */
final class Person {
    private static final int ACCOUNT_LIMIT_CHARACTERS = 100;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;
    @Option(names = "--as", required = true, paramLabel = "NAME", description = "Who does it; kept with the key. A second person confirms.")
    private String account;

    String account() {
        return line(spec, "--as", account, ACCOUNT_LIMIT_CHARACTERS);
    }

    /** A text of one line; throws ParameterException for any other. */
    static String line(CommandSpec spec, String option, String text, int limitCharacters) {
        if (text.isBlank() || text.length() > limitCharacters || text.chars().anyMatch(Character::isISOControl)) {
            throw new CommandLine.ParameterException(spec.commandLine(), option + " has 1 to " + limitCharacters + " characters in one line.");
        }
        return text.strip();
    }
}
