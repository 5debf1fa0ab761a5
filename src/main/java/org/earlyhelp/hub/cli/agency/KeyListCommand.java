package org.earlyhelp.hub.cli.agency;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.account.AccountKey;
import org.earlyhelp.hub.page.PlainTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ehub agency key list}: exit code 0 listed, 1 there is no such account, 2 wrong usage, 3 the system failed. */
@Command(name = "list", description = "Lists the keys of an account: of the agreement, added, waiting and retired.", mixinStandardHelpOptions = true)
final class KeyListCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;
    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "The agency, or AGENCY.SENDER.")
    private String account;
    @Option(names = "--json", description = "Print the keys as JSON.")
    private boolean json;

    KeyListCommand() {
        this(System.getenv());
    }

    KeyListCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        AccountWork work = new AccountWork(spec, environment);
        return work.withDesk(desk -> {
            if (!desk.accounts().contains(account)) {
                work.print("No agreement in force names an account " + account + ".");
                return AccountWork.REFUSED;
            }
            List<AccountKey> keys = desk.keys(account);
            work.print(json ? JsonMapper.shared().writeValueAsString(keys) : text(keys));
            return AccountWork.DONE;
        });
    }

    private static String text(List<AccountKey> keys) {
        return keys.isEmpty() ? "No key is named by the agreement or was added." : keys.stream().map(KeyListCommand::line).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(AccountKey key) {
        String from = key.ofAgreement() ? "agreement, " + key.whose() : "put forward by " + key.proposedBy() + ", " + PlainTime.of(key.proposedAt())
                + (key.addedBy() == null ? "" : "; added by " + key.addedBy() + ", " + PlainTime.of(key.addedAt()));
        String retired = key.retiredBy() == null ? "" : "; retired by " + key.retiredBy() + ", " + PlainTime.of(key.retiredAt()) + ": " + key.retiredReason();
        return String.format(Locale.UK, "%-8s %s  %s%s", key.state().name().toLowerCase(Locale.ROOT), key.fingerprint(), from, retired);
    }
}
