package org.earlyhelp.hub.cli.log;

import java.util.Map;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.cli.outside.ActOptions;
import org.earlyhelp.hub.sharing.KeptLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ehub log give-up-key}: exit code 0 done, 2 wrong usage, 3 the key is not lost or was never known. */
@Command(name = "give-up-key", description = "Gives up a key of the log that is lost and has no backup. What a sealing key alone could open stays shut for ever.",
        mixinStandardHelpOptions = true)
final class GiveUpKeyCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;
    @Mixin
    private ActOptions options;
    @Parameters(index = "0", paramLabel = "KIND", description = "signing or seal")
    private KeptLog.KeyKind kind;
    @Parameters(index = "1", paramLabel = "NUMBER", description = "as in the file's name; sharing-log.key is 1")
    private int number;

    GiveUpKeyCommand() {
        this(System.getenv());
    }

    GiveUpKeyCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String account = options.account();
        String reason = options.reason();
        return KeyWork.print(spec, environment, hub -> {
            KeptLog.giveUp(hub.database(), hub.store().keyDir(), hub.clock(), kind, number, account, reason);
            return "Given up, and noted in the log. Back up the key folder now, then start the hub.";
        });
    }
}
