package org.earlyhelp.hub.cli.agency;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.account.AccountLook;
import org.earlyhelp.hub.intake.account.Login;
import org.earlyhelp.hub.page.PlainTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ehub agency logins}: exit code 0 listed, 2 wrong usage, 3 the system failed. */
@Command(name = "logins", description = "Lists who signed in to an account and who was refused: a line an hour for the same address, key and outcome, the newest first.",
        mixinStandardHelpOptions = true)
final class LoginsCommand implements Callable<Integer> {
    private static final int LISTED_LIMIT = 1_000;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;
    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "The agency, or AGENCY.SENDER.")
    private String account;
    @Option(names = "--json", description = "Print the sign-ins as JSON.")
    private boolean json;

    LoginsCommand() {
        this(System.getenv());
    }

    LoginsCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        AccountWork work = new AccountWork(spec, environment);
        return work.withDatabase(database -> {
            List<Login> logins = AccountLook.logins(database, account, LISTED_LIMIT);
            work.print(json ? JsonMapper.shared().writeValueAsString(logins) : text(logins));
            return AccountWork.DONE;
        });
    }

    private static String text(List<Login> logins) {
        return logins.isEmpty() ? "Nobody tried to sign in to this account within 90 days." : logins.stream().map(LoginsCommand::line).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(Login login) {
        return String.format(Locale.UK, "%-25s %-14s %-39s %5d  %s", PlainTime.of(login.lastAt()), login.result().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                login.address(), login.times(), login.fingerprint());
    }
}
