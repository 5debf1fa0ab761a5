package org.earlyhelp.hub.cli.agency;

import org.earlyhelp.hub.intake.account.KeyDesk;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Why it is done; kept with what is changed. */
final class Why {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;
    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, in words that name nobody; kept with what is changed.")
    private String reason;

    /** Throws ParameterException when it is no text of one line. */
    String words() {
        return Person.line(spec, "--reason", reason, KeyDesk.REASON_LIMIT_CHARACTERS);
    }
}
