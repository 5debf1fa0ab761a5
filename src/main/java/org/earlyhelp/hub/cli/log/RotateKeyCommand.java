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

/** {@code ehub log rotate-key}: exit code 0 done, 2 wrong usage, 3 the key cannot be made. */
@Command(name = "rotate-key", description = "Makes the log's next signing or sealing key. A hub that runs uses it within a second, one that does not at its next start.",
        mixinStandardHelpOptions = true)
final class RotateKeyCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;
    @Mixin
    private ActOptions options;
    @Parameters(paramLabel = "KIND", description = "signing (of checkpoints) or seal (of what entries say)")
    private KeptLog.KeyKind kind;

    RotateKeyCommand() {
        this(System.getenv());
    }

    RotateKeyCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String account = options.account();
        String reason = options.reason();
        return KeyWork.print(spec, environment, hub -> "Made " + KeptLog.rotate(hub.database(), hub.store().keyDir(), hub.clock(), kind, account, reason)
                + " in the key folder: back it up now. " + next());
    }

    private String next() {
        return kind == KeptLog.KeyKind.SIGNING ? "The next checkpoint is signed by the old key and by this one. Give the new public key, in log.vkey of an export, to whoever verifies."
                : "New entries are sealed with it, and the keys of older ones are wrapped with it anew while the hub runs; keep the old key as long as you keep backups of the database.";
    }
}
