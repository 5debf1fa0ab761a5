package org.earlyhelp.hub.sharing.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.sharing.seal.KnownKey.Kind;

/** The log's files in the key folder: {@code sharing-log.key}, {@code sharing-log-2.key} and so on sign, {@code sharing-seal-1.key} and so on seal. */
record KeyFolderFiles(Path folder) {
    private static final String LAST_CHECKPOINT = "last-checkpoint";
    private static final String GIVEN_UP = "given-up-keys";
    private static final Pattern GIVEN_UP_LINE = Pattern.compile("(SIGNING|SEAL) ([1-9][0-9]{0,3}) (\\S+)");
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

    /** Keys that people gave up as lost. They stand here, where nobody who works on the database alone can add to them. */
    List<KnownKey> givenUp() {
        Path file = folder.resolve(GIVEN_UP);
        if (!Files.exists(file)) {
            return List.of();
        }
        return new String(KeyFile.read(file), StandardCharsets.UTF_8).lines().map(GIVEN_UP_LINE::matcher).filter(Matcher::matches)
                .map(line -> new KnownKey(Kind.valueOf(line.group(1)), Integer.parseInt(line.group(2)), line.group(3), KnownKey.State.LOST)).toList();
    }

    void giveUp(KnownKey key) {
        Stream<KnownKey> all = Stream.concat(givenUp().stream(), Stream.of(key));
        String text = all.map(one -> one.kind() + " " + one.number() + " " + one.mark() + "\n").distinct().collect(Collectors.joining());
        KeyFile.replace(folder.resolve(GIVEN_UP), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Moves the signing keys and the last checkpoint into a folder beside, when there is such a checkpoint: the log that they are of is no more. */
    void setLogAside() {
        if (!Files.exists(folder.resolve(LAST_CHECKPOINT))) {
            return;
        }
        try {
            Path aside = Files.createTempDirectory(folder, "set-aside-");
            for (Path file : of(Kind.SIGNING).values()) {
                Files.move(file, aside.resolve(file.getFileName()));
            }
            Files.move(folder.resolve(LAST_CHECKPOINT), aside.resolve(LAST_CHECKPOINT));
        } catch (IOException e) {
            throw new UncheckedIOException("the files of a former log cannot be set aside in the key folder", e);
        }
    }

    SealKey seal(int number) {
        return new SealKey(number, KeyFile.readAes(file(Kind.SEAL, number)));
    }

    SigningKey signing(int number) {
        return SigningKey.read(number, KeyFile.read(file(Kind.SIGNING, number)), name(Kind.SIGNING, number));
    }

    /** A key that is not kept yet. */
    record Draft(KnownKey known, byte[] content) {
    }

    /** {@code log} is the name of the log for which a signing key signs. */
    Draft draft(Kind kind, int number, String log) {
        if (kind == Kind.SIGNING) {
            byte[] content = NamedKeyPair.fresh(log);
            return new Draft(new KnownKey(kind, number, SigningKey.read(number, content, name(kind, number)).open().vkey(), KnownKey.State.IN_USE), content);
        }
        byte[] content = Ids.randomBytes(SEAL_KEY_BYTES);
        return new Draft(new KnownKey(kind, number, new SealKey(number, new SecretKeySpec(content, "AES")).mark(), KnownKey.State.IN_USE), content);
    }

    void keep(Draft draft) {
        KeyFile.make(file(draft.known().kind(), draft.known().number()), draft.content());
    }
}
