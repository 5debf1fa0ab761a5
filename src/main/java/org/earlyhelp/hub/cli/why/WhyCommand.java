package org.earlyhelp.hub.cli.why;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.cli.outside.ActOptions;
import org.earlyhelp.hub.cli.outside.QuietLog;
import org.earlyhelp.hub.embedded.ReadOnlyDatabase;
import org.earlyhelp.hub.embedded.WritableDatabase;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.embedded.settings.StartSettings.Store;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.KeptLog;
import org.earlyhelp.hub.sharing.StandingAgreements;
import org.earlyhelp.hub.web.why.Story;
import org.earlyhelp.hub.web.why.Subject;
import org.earlyhelp.hub.web.why.WhyTeller;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ehub why}: exit code 0 told, 1 nothing is known by that reference, 2 wrong usage, 3 the database cannot be read. */
@Command(name = "why", description = "Tells what happened to a file, record, person, family or alert, step by step, and why an alert did not come. References only, no names.",
        mixinStandardHelpOptions = true)
public final class WhyCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int DATA_HAS_ERRORS = 1;

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "REF", description = "A receipt (R-…), AGENCY/FEED/FILE-NAME, a record (AGENCY/FEED/ID@VERSION), a person (P-…), a family (F-…) or an alert (A-…).")
    private String ref;
    @Option(names = "--as", paramLabel = "NAME", description = "Who asks; needed for all but files, and kept in the sharing log.")
    private String account;
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in words that name no child; needed for all but files, and kept in the sharing log.")
    private String reason;
    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    /** On the settings of the environment. */
    public WhyCommand() {
        this(System.getenv());
    }

    WhyCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Subject subject = Subject.parse(ref).orElseThrow(() -> wrong("This is no reference of the hub: give R-…, AGENCY/FEED/FILE-NAME, AGENCY/FEED/ID@VERSION, P-…, F-… or A-…."));
        if (subject.isOfPeople() && (!ActOptions.isWord(account, ActOptions.ACCOUNT_LIMIT_CHARACTERS) || !ActOptions.isWord(reason, ActOptions.REASON_LIMIT_CHARACTERS))) {
            throw wrong("The answer is about people: say --as NAME (1 to " + ActOptions.ACCOUNT_LIMIT_CHARACTERS + " characters) and --reason TEXT (1 to "
                    + ActOptions.REASON_LIMIT_CHARACTERS + "), each in one line.");
        }
        QuietLog.begin();
        Store store = SettingsReader.store(environment);
        try {
            Optional<Story> story = subject.isOfPeople() ? noted(subject, store) : plain(subject, store);
            print(story);
            return story.isPresent() ? DONE : DATA_HAS_ERRORS;
        } catch (DataAccessException e) {
            throw new StartFailure("The hub's database cannot be read (" + e.getClass().getSimpleName() + "); start this version of the hub once.", e);
        }
    }

    private Optional<Story> plain(Subject subject, Store store) {
        try (ReadOnlyDatabase view = ReadOnlyDatabase.open(store, this::remark)) {
            return tell(view, subject, ActOptions.clock(store, environment));
        }
    }

    /** In the log before it is on the screen. */
    private Optional<Story> noted(Subject subject, Store store) {
        HubClock clock = ActOptions.clock(store, environment);
        try (WritableDatabase database = WritableDatabase.open(store, this::remark)) {
            Optional<Story> story;
            try (ReadOnlyDatabase view = database.view()) {
                story = tell(view, subject, clock);
            }
            story.ifPresent(told -> remark("Logged as " + KeptLog.noteLook(database.source(), store.keyDir(), clock, account, reason, told.about(), told.people()) + "."));
            return story;
        }
    }

    private Optional<Story> tell(ReadOnlyDatabase view, Subject subject, HubClock clock) {
        AgreementBook agreements = new AgreementBook();
        agreements.adopt(StandingAgreements.of(view.source(), clock.today()), null);
        return new WhyTeller(view.source(), agreements, clock.now()).tell(subject);
    }

    private void print(Optional<Story> story) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(story.<Object>map(told -> told).orElse(Map.of("about", ref, "known", false))));
        } else if (story.isEmpty()) {
            out.println("The hub knows nothing by that reference: it never did, or it was erased.");
        } else {
            story.get().steps().forEach(step -> out.println(step.at() + "  " + step.what()));
            story.get().reasons().forEach(sentence -> out.println("- " + sentence));
        }
        out.flush();
    }

    private void remark(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    private CommandLine.ParameterException wrong(String line) {
        return new CommandLine.ParameterException(spec.commandLine(), line);
    }
}
