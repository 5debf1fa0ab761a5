package org.earlyhelp.hub.cli.rule;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.embedded.ReadOnlyDatabase;
import org.earlyhelp.hub.embedded.folder.KeptClock;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.embedded.settings.StartSettings.Store;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.need.trial.Steps;
import org.earlyhelp.hub.need.trial.TriedRules;
import org.earlyhelp.hub.need.trial.Trials;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ehub rule try}: exit code 0 tried, 1 the rules have faults, 2 wrong usage, 3 the database cannot be read. */
@Command(name = "try", description = "Shows which families would gain, lose or change an alert under other rules. Nothing is changed.", mixinStandardHelpOptions = true)
public final class RuleTryCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int DATA_HAS_ERRORS = 1;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "RULES_DIR", description = "The folder of rules to try, such as a changed copy of rules/.")
    private Path rulesDir;
    @Option(names = "--since", paramLabel = "DATE", description = "Also count the alerts of each week since that day, such as 2026-09-01.")
    private LocalDate since;
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    /** On the settings of the environment. */
    public RuleTryCommand() {
        this(System.getenv());
    }

    RuleTryCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (!Files.isDirectory(rulesDir)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "There is no folder " + rulesDir + ".");
        }
        Store store = SettingsReader.store(environment);
        Steps steps = steps(clock(store).now());
        List<ConfigFault> faults = Trials.faults(rulesDir);
        if (!faults.isEmpty()) {
            print(json ? JsonMapper.shared().writeValueAsString(Map.of("faults", faults)) : TrialText.faults(faults));
            return DATA_HAS_ERRORS;
        }
        TriedRules tried = tried(store, steps);
        print(json ? JsonMapper.shared().writeValueAsString(tried) : TrialText.of(tried));
        return tried.unraised().isEmpty() ? DONE : DATA_HAS_ERRORS;
    }

    private Steps steps(Instant now) {
        try {
            return since == null ? Steps.now(now) : Steps.since(since, now);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--since: " + e.getMessage() + ".");
        }
    }

    /** The clock by which the hub on this data folder lives. */
    private HubClock clock(Store store) {
        return KeptClock.in(store.dataDir()).map(KeptClock::clock)
                .orElseGet(() -> SettingsReader.clock(environment).map(HubClock::fixedAt).orElseGet(HubClock::real));
    }

    private TriedRules tried(Store store, Steps steps) {
        try (ReadOnlyDatabase database = ReadOnlyDatabase.open(store, line -> spec.commandLine().getErr().println(line))) {
            return Trials.run(database.source(), rulesDir, steps).orElseThrow(() ->
                    new StartFailure("No rules are in force in this hub's database yet: start the hub once."));
        } catch (DataAccessException e) {
            throw new StartFailure("The hub's database cannot be read (" + e.getClass().getSimpleName() + "); start this version of the hub once.", e);
        }
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
