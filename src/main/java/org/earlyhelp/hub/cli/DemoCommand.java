package org.earlyhelp.hub.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.embedded.settings.HubMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ehub demo}: everything on this machine, with accounts and, unless told otherwise, a made-up borough's files. */
@Command(name = "demo", description = "Starts everything on this machine, makes demo accounts and drops the sample feeds over SFTP.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @ParentCommand
    private EhubCommand ehub;
    @Spec
    private CommandSpec spec;
    @Option(names = "--once", description = "Stop when all sample files are dealt with.")
    private boolean once;
    @Option(names = "--empty", description = "Make the accounts but drop nothing.")
    private boolean empty;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Early Help Hub: a demonstration on this machine. All people and places in it are made up.");
        out.println("Starting the database, the message broker, the SFTP server and the pages.");
        out.flush();
        try (HubSession session = HubSession.start(empty ? HubMode.DEMO_EMPTY : HubMode.DEMO, ehub.application(), out)) {
            new ReadyNotice(session.hub(), out).print();
            if (!empty) {
                new SampleDay(session.hub(), out).play();
            }
            if (!once) {
                out.println("Stop it with Ctrl-C. All data stays in the data folder.");
                out.flush();
                session.waitForEnd();
            }
        }
        return ExitCode.DONE;
    }
}
