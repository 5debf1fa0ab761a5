package org.earlyhelp.hub.cli.witness;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Parsed;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.witness.Witness;
import org.earlyhelp.hub.sharing.witness.WitnessFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ehub witness}: runs until it is stopped; exit code 2 wrong usage, 3 the folder or the port cannot be used. */
@Command(name = "witness", description = "Cosigns the sharing log's checkpoints, each only when it continues the one before. Runs apart from the hub, with a key and a folder of its own.",
        mixinStandardHelpOptions = true)
public final class WitnessCommand implements Callable<Integer> {
    private static final int DONE = 0;

    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "DIR", description = "The witness's own folder: its key and what it cosigned last. Made on first use. Never a folder of the hub.")
    private Path folder;
    @Option(names = "--log", paramLabel = "VKEY", required = true, description = "The key of a log to witness, as ./ehub log export writes it to log.vkey. May be given again.")
    private List<String> logs;
    @Option(names = "--name", paramLabel = "NAME", defaultValue = "early-help-hub.witness", description = "The witness's name, used when its key is made (default: ${DEFAULT-VALUE}).")
    private String name;
    @Option(names = "--port", paramLabel = "PORT", defaultValue = "7380", description = "The port (default: ${DEFAULT-VALUE}; 0 = any free one).")
    private int port;
    @Option(names = "--bind", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "The address to listen at (default: ${DEFAULT-VALUE}).")
    private String address;

    @Override
    public Integer call() throws InterruptedException {
        List<NoteKey> keys = logs.stream().map(this::logKey).toList();
        try (WitnessHome home = WitnessHome.open(folder, name)) {
            Witness witness = new Witness(home.key(), home.secret(), keys, new WitnessFolder(home.folder()), HubClock.real());
            try (WitnessServer server = new WitnessServer(new InetSocketAddress(address, port), witness, keys, this::print)) {
                print("Witness key, for HUB_WITNESS_KEY: " + home.key().vkey());
                print("Witnessing at http://" + address + ":" + server.port() + " until stopped.");
                untilStopped();
            }
        } catch (IOException e) {
            throw new StartFailure("The witness cannot listen at " + address + ":" + port + " (" + e.getMessage() + "): choose another --port.", e);
        }
        return DONE;
    }

    private NoteKey logKey(String vkey) {
        if (NoteKey.parse(vkey) instanceof Parsed.Good<NoteKey> key && key.value().kind() == NoteKey.Kind.LOG) {
            return key.value();
        }
        throw new CommandLine.ParameterException(spec.commandLine(), "--log: that is no key of a log; expected the line of log.vkey.");
    }

    private static void untilStopped() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
        stopped.await();
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
