package org.earlyhelp.hub.cli.log;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.cli.outside.QuietLog;
import org.earlyhelp.hub.embedded.ReadOnlyDatabase;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.embedded.settings.StartSettings.Store;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.KeptLog;
import org.earlyhelp.hub.sharing.LogState;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ehub log check}: exit code 0 nothing is wrong, 1 something is, 3 the log cannot be read. */
@Command(name = "check", description = "Recomputes the sharing log from the hub's database and names every row that somebody changed or took away.",
        mixinStandardHelpOptions = true)
final class LogCheckCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int DATA_HAS_ERRORS = 1;

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;
    @Option(names = "--latest", description = "Look at the latest 10,000 entries alone, which takes a second or two.")
    private boolean latest;
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    LogCheckCommand() {
        this(System.getenv());
    }

    LogCheckCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        QuietLog.begin();
        Store store = SettingsReader.store(environment);
        try (ReadOnlyDatabase view = ReadOnlyDatabase.open(store, line -> spec.commandLine().getErr().println(line))) {
            LogState.Check check = KeptLog.check(view.source(), store.keyDir(), !latest);
            print(check);
            return check.holds() ? DONE : DATA_HAS_ERRORS;
        } catch (DataAccessException e) {
            throw new StartFailure("The hub's sharing log cannot be read (" + e.getClass().getSimpleName() + "); start this version of the hub once.", e);
        }
    }

    private void print(LogState.Check check) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("entries", check.entries());
            members.put("whole", check.whole());
            members.put("faults", check.count());
            members.put("named", check.faults());
            out.println(JsonMapper.shared().writeValueAsString(members));
        } else {
            check.faults().forEach(out::println);
            out.printf("%d entries checked, %s: %s.%n", check.entries(), check.whole() ? "all there are" : "the latest",
                    check.holds() ? "nothing is wrong" : check.count() + " faults, of which " + check.faults().size() + " are named");
        }
        out.flush();
    }
}
