package org.earlyhelp.hub.sharing.seal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.seal.KnownKey.Kind;
import org.earlyhelp.hub.sharing.seal.KnownKey.State;

/**
 * The keys of the log, read from the key folder and compared with what the database knows of them. The newest of a kind is
 * used, older ones open and prove what was made with them. Thread-safe.
 */
public final class LogKeys {
    private final KeyFolderFiles files;
    private final KeyRegister register;
    private final KeyComparison comparison;
    private volatile NavigableMap<Integer, SealKey> seals = new TreeMap<>();
    private volatile NavigableMap<Integer, SigningKey> signings = new TreeMap<>();

    private LogKeys(KeyFolderFiles files, KeyRegister register) {
        this.files = files;
        this.register = register;
        this.comparison = new KeyComparison(register);
    }

    /**
     * Reads them; makes the first of each kind where the database has no log yet. Throws StartFailure when the database has
     * one and a key that it needs is missing or another.
     *
     * @param folder  the key folder
     * @param newName the name of a log that is begun now; one that is there keeps its own
     */
    public static LogKeys open(Path folder, KeyRegister register, Supplier<String> newName) {
        return open(new KeyFolderFiles(folder), register, register.origin().orElseGet(newName));
    }

    /**
     * Reads what there is, makes nothing and tells the database nothing. Throws StartFailure only where a kind is missing
     * altogether.
     */
    public static LogKeys reading(Path folder, KeyRegister register) {
        LogKeys keys = new LogKeys(new KeyFolderFiles(folder), register);
        keys.read();
        return keys;
    }

    private static LogKeys open(KeyFolderFiles files, KeyRegister register, String log) {
        LogKeys keys = new LogKeys(files, register);
        List<KnownKey> known = register.known();
        boolean begun = register.holdsLog();
        known.stream().filter(key -> key.state() == State.IN_USE && !keys.isGivenUp(key)).forEach(keys::requireFile);
        for (Kind kind : Kind.values()) {
            if (!begun || keys.givenUp().stream().anyMatch(key -> key.kind() == kind)) {
                keys.makeWhereNoneIs(kind, known, log);
            }
        }
        keys.read();
        keys.comparison.compare(keys.atHand(), known, begun);
        return keys;
    }

    /** The key that seals. */
    SealKey newestSeal() {
        return seals.lastEntry().getValue();
    }

    Optional<SealKey> seal(int number) {
        return Optional.ofNullable(seals.get(number));
    }

    /** The number of the key that seals. */
    public int newestSealNumber() {
        return seals.lastKey();
    }

    /** Keys that sign or signed, newest first; never empty. */
    public List<SigningKey> signing() {
        return List.copyOf(signings.descendingMap().values());
    }

    /** What was wrong at the start with what the database knows of the keys, a sentence each; mended since. */
    public List<String> faults() {
        return comparison.faults();
    }

    /**
     * Makes the next key of a kind, which is used from the next {@link #refresh} on, here and in every hub of this key folder.
     *
     * @param announced is told of the key before it is kept, and keeps it from being kept by throwing
     */
    public synchronized KnownKey makeNext(Kind kind, Consumer<KnownKey> announced) {
        int number = nextNumber(kind);
        KeyFolderFiles.Draft draft = files.draft(kind, number, signing().get(0).open().name());
        announced.accept(draft.known());
        files.keep(draft);
        return draft.known();
    }

    /** Keys that people gave up as lost. */
    public List<KnownKey> givenUp() {
        return files.givenUp();
    }

    /** Where others check what this log signed or signs, newest first; with the open halves of keys that were lost. */
    public List<NoteKey> open() {
        Stream<NoteKey> lost = givenUp().stream().filter(key -> key.kind() == Kind.SIGNING).flatMap(key -> NoteKey.parse(key.mark()).asOptional().stream());
        return Stream.concat(signing().stream().map(SigningKey::open), lost).distinct().toList();
    }

    /** Makes the next signing key, for a log that goes on under another name; nothing when the newest is of that name. Used from the next {@link #refresh} on. */
    public synchronized void makeSigningFor(String log) {
        if (!signing().get(0).open().name().equals(log)) {
            files.keep(files.draft(Kind.SIGNING, signings.lastKey() + 1, log));
        }
    }

    /** Takes in keys that were made since; answers whether there are any. Cheap when there are none. */
    public synchronized boolean refresh() {
        boolean seal = files.has(Kind.SEAL, nextNumber(Kind.SEAL));
        boolean signing = files.has(Kind.SIGNING, nextNumber(Kind.SIGNING));
        if (!seal && !signing) {
            return false;
        }
        read();
        comparison.compare(atHand(), register.known(), true);
        return true;
    }

    /** What the database should know of the keys at hand, oldest first. */
    public List<KnownKey> atHand() {
        List<KnownKey> keys = new ArrayList<>();
        signings.values().forEach(key -> keys.add(new KnownKey(Kind.SIGNING, key.number(), key.open().vkey(), State.IN_USE)));
        seals.values().forEach(key -> keys.add(new KnownKey(Kind.SEAL, key.number(), key.mark(), State.IN_USE)));
        return keys;
    }

    private void read() {
        seals = new TreeMap<>(files.of(Kind.SEAL).keySet().stream().map(files::seal).collect(Collectors.toMap(SealKey::number, Function.identity())));
        signings = new TreeMap<>(files.of(Kind.SIGNING).keySet().stream().map(files::signing).collect(Collectors.toMap(SigningKey::number, Function.identity())));
        if (seals.isEmpty() || signings.isEmpty()) {
            Kind kind = seals.isEmpty() ? Kind.SEAL : Kind.SIGNING;
            throw missing(KeyFolderFiles.name(kind, 1));
        }
    }

    private void makeWhereNoneIs(Kind kind, List<KnownKey> known, String log) {
        if (files.of(kind).isEmpty()) {
            int number = known.stream().filter(key -> key.kind() == kind).mapToInt(KnownKey::number).max().orElse(0) + 1;
            files.keep(files.draft(kind, number, log));
        }
    }

    /** The number of a key that was given up is not used again. */
    private int nextNumber(Kind kind) {
        int newest = kind == Kind.SEAL ? seals.lastKey() : signings.lastKey();
        return givenUp().stream().filter(key -> key.kind() == kind).mapToInt(KnownKey::number).reduce(newest, Math::max) + 1;
    }

    private boolean isGivenUp(KnownKey key) {
        return givenUp().stream().anyMatch(lost -> lost.kind() == key.kind() && lost.number() == key.number() && lost.mark().equals(key.mark()));
    }

    private void requireFile(KnownKey key) {
        if (!files.has(key.kind(), key.number())) {
            throw missing(KeyFolderFiles.name(key.kind(), key.number()));
        }
    }

    private static StartFailure missing(String name) {
        return new StartFailure("key file " + name + " is missing, and the database holds a sharing log that was made with it: put it back from the backup of the key "
                + "folder; if there is none, follow src/docs/runbook/keys-of-the-log.md. Nothing was changed and no new key was made.");
    }
}
