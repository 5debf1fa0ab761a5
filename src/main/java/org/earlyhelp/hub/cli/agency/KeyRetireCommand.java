package org.earlyhelp.hub.cli.agency;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ehub agency key retire}: exit code 0 done, 1 refused, 2 wrong usage, 3 the system failed. */
@Command(name = "retire", description = "Shuts a key for good, whether the agreement names it or it was added; sessions that it opened end within seconds.",
        mixinStandardHelpOptions = true)
final class KeyRetireCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;
    @Mixin
    private Person person;
    @Mixin
    private Why why;
    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "The agency, or AGENCY.SENDER.")
    private String account;
    @Parameters(index = "1", paramLabel = "FINGERPRINT", description = "As the list shows it: SHA256:…")
    private String fingerprint;

    KeyRetireCommand() {
        this(System.getenv());
    }

    KeyRetireCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String by = person.account();
        String reason = why.words();
        return new AccountWork(spec, environment).ask(desk -> desk.retire(account, fingerprint, by, reason));
    }
}
