package org.earlyhelp.hub.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.embedded.settings.HubMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ehub run}: the hub on its settings, without demo accounts or data, until it is told to stop. */
@Command(name = "run", description = "Starts the hub on its settings, without demo accounts or data.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    private EhubCommand ehub;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (HubSession session = HubSession.start(HubMode.RUN, ehub.application(), out)) {
            new ReadyNotice(session.hub(), out).print();
            session.waitForEnd();
        }
        return ExitCode.DONE;
    }
}
