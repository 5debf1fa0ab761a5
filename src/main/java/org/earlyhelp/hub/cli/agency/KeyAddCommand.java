package org.earlyhelp.hub.cli.agency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.intake.account.PublicKeyLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ehub agency key add}: exit code 0 put forward, 1 refused, 2 wrong usage, 3 the system failed. */
@Command(name = "add", description = "Puts a public key forward for an account; it opens the door when a second person has confirmed it (in a demonstration at once).",
        mixinStandardHelpOptions = true)
final class KeyAddCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec;
    @Mixin
    private Person person;
    @Mixin
    private Why why;
    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "The agency, or AGENCY.SENDER.")
    private String account;
    @Parameters(index = "1", paramLabel = "FILE", description = "The public key, such as id_ed25519.pub.")
    private Path file;

    KeyAddCommand() {
        this(System.getenv());
    }

    KeyAddCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String by = person.account();
        String reason = why.words();
        String key = read();
        return new AccountWork(spec, environment).ask(desk -> desk.propose(account, key, by, reason));
    }

    private String read() {
        try {
            if (Files.size(file) > PublicKeyLine.LIMIT_CHARACTERS) {
                throw new CommandLine.ParameterException(spec.commandLine(), "The file " + file + " is too large to be a public key.");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "The file " + file + " cannot be read as text.", e);
        }
    }
}
