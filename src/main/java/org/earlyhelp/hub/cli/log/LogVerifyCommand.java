package org.earlyhelp.hub.cli.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.kernel.Parsed;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.SignedNote;
import org.earlyhelp.hub.sharing.log.offline.LogFolder;
import org.earlyhelp.hub.sharing.log.offline.LogVerifier;
import org.earlyhelp.hub.sharing.log.offline.Trust;
import org.earlyhelp.hub.sharing.log.offline.Verdict;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ehub log verify}: exit code 0 nothing is wrong, 1 something is, 2 wrong usage, 3 the files cannot be read. */
@Command(name = "verify", description = "Verifies an exported log from its entries up, without the hub and its database.", mixinStandardHelpOptions = true)
final class LogVerifyCommand implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int DATA_HAS_ERRORS = 1;

    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "DIR", description = "The folder that 'ehub log export' wrote.")
    private Path folder;
    @Option(names = "--since", paramLabel = "OLD_CHECKPOINT", description = "A checkpoint that was kept elsewhere: the log must continue it.")
    private Path since;
    @Option(names = "--key", paramLabel = "VKEY", description = "The log's key as you know it from elsewhere; may be given more than once. Without it the keys in the folder are believed.")
    private List<String> keys = List.of();
    @Option(names = "--witness", paramLabel = "VKEY", description = "A witness that must have cosigned a checkpoint; may be given more than once.")
    private List<String> witnesses = List.of();
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw wrong("There is no folder " + folder + ".");
        }
        Trust trust = new Trust(keys("--key", keys, NoteKey.Kind.LOG), since(), keys("--witness", witnesses, NoteKey.Kind.WITNESS));
        Verdict verdict = verdict(trust);
        spec.commandLine().getOut().println(json ? VerdictText.json(verdict) : VerdictText.line(verdict));
        spec.commandLine().getOut().flush();
        VerdictText.remarks(verdict, trust).forEach(spec.commandLine().getErr()::println);
        spec.commandLine().getErr().flush();
        return verdict instanceof Verdict.Sound ? DONE : DATA_HAS_ERRORS;
    }

    private Verdict verdict(Trust trust) {
        try {
            return LogVerifier.verify(new LogFolder(folder), trust);
        } catch (UncheckedIOException e) {
            throw new StartFailure("A file in " + folder + " cannot be read (" + e.getCause().getClass().getSimpleName() + ").", e);
        }
    }

    private Optional<byte[]> since() {
        if (since == null) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(since)) {
            throw wrong("There is no file " + since + ".");
        }
        try (var in = Files.newInputStream(since)) {
            return Optional.of(in.readNBytes(SignedNote.NOTE_LIMIT_BYTES + 1));
        } catch (IOException e) {
            throw new StartFailure(since + " cannot be read (" + e.getClass().getSimpleName() + ").", e);
        }
    }

    private List<NoteKey> keys(String option, List<String> texts, NoteKey.Kind kind) {
        return texts.stream().map(text -> {
            if (NoteKey.parse(text) instanceof Parsed.Good<NoteKey> key && key.value().kind() == kind) {
                return key.value();
            }
            throw wrong(option + ": " + text + " is no key of a " + kind.name().toLowerCase(Locale.ROOT) + ", such as name+1a2b3c4d+base64.");
        }).toList();
    }

    private CommandLine.ParameterException wrong(String line) {
        return new CommandLine.ParameterException(spec.commandLine(), line);
    }
}
