package org.earlyhelp.hub.cli.agency;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ehub agency key confirm}: exit code 0 done, 1 refused, 2 wrong usage, 3 the system failed. */
@Command(name = "confirm", description = "Lets a key that somebody else put forward open the door. Compare the fingerprint with the agency by telephone first.",
        mixinStandardHelpOptions = true)
final class KeyConfirmCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;
    @Mixin
    private Person person;
    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "The agency, or AGENCY.SENDER.")
    private String account;
    @Parameters(index = "1", paramLabel = "FINGERPRINT", description = "As the list shows it: SHA256:…")
    private String fingerprint;

    KeyConfirmCommand() {
        this(System.getenv());
    }

    KeyConfirmCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String by = person.account();
        return new AccountWork(spec, environment).ask(desk -> desk.confirm(account, fingerprint, by));
    }
}
