package org.earlyhelp.hub.cli.agency;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ehub agency unlock}: exit code 0 done, 1 refused, 2 wrong usage, 3 the system failed. */
@Command(name = "unlock", description = "Lifts the lock-out of an account after failed sign-ins, for every address from which it is shut; a running hub heeds it within seconds.",
        mixinStandardHelpOptions = true)
final class UnlockCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;
    @Mixin
    private Person person;
    @Mixin
    private Why why;
    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "The agency, or AGENCY.SENDER.")
    private String account;

    UnlockCommand() {
        this(System.getenv());
    }

    UnlockCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String by = person.account();
        String reason = why.words();
        return new AccountWork(spec, environment).askLockOuts(desk -> desk.lift(account, by, reason));
    }
}
