package org.earlyhelp.hub.sharing.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.kernel.KeyFile;
import org.earlyhelp.hub.sharing.seal.KnownKey.Kind;

/** The log's files in the key folder: {@code sharing-log.key}, {@code sharing-log-2.key} and so on sign, {@code sharing-seal-1.key} and so on seal. */
record KeyFolderFiles(Path folder) {
    static final String LAST_CHECKPOINT = "last-checkpoint";
    private static final Pattern NAME = Pattern.compile("sharing-(log|seal)(?:-([1-9][0-9]{0,3}))?\\.key");
    private static final int SEAL_KEY_BYTES = 32;

    static String name(Kind kind, int number) {
        return kind == Kind.SEAL ? "sharing-seal-" + number + ".key" : number == 1 ? "sharing-log.key" : "sharing-log-" + number + ".key";
    }

    Path file(Kind kind, int number) {
        return folder.resolve(name(kind, number));
    }

    boolean has(Kind kind, int number) {
        return Files.exists(file(kind, number));
    }

    /** The files of that kind by number. */
    SortedMap<Integer, Path> of(Kind kind) {
        SortedMap<Integer, Path> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                Matcher parts = NAME.matcher(file.getFileName().toString());
                int number = parts.matches() && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : 1;
                if (parts.matches() && name(kind, number).equals(file.getFileName().toString())) {
                    found.put(number, file);
                }
            });
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("the key folder cannot be read", e);
        }
    }

    SealKey seal(int number) {
        return new SealKey(number, KeyFile.readAes(file(Kind.SEAL, number)));
    }

    SigningKey signing(int number) {
        return SigningKey.read(number, KeyFile.read(file(Kind.SIGNING, number)), name(Kind.SIGNING, number));
    }

    void makeSeal(int number) {
        KeyFile.make(file(Kind.SEAL, number), Ids.randomBytes(SEAL_KEY_BYTES));
    }

    /** {@code log} is the name of the log that it signs. */
    void makeSigning(int number, String log) {
        KeyFile.make(file(Kind.SIGNING, number), NamedKeyPair.fresh(log));
    }
}
