package org.earlyhelp.hub.sharing.log.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.earlyhelp.hub.kernel.Parsed;
import org.earlyhelp.hub.sharing.log.CompactRange;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.log.SignedNote;

/**
 * Verifies an exported log from its entries up: recomputes every commitment, every hash of the tree and every tile, and
 * compares the root at every checkpoint's size. Reads the folder as a stream; memory does not grow with the log but for two
 * bits an entry.
 */
public final class LogVerifier {
    private static final int KEY_LIMIT = 64;

    private final LogFolder folder;
    private final ExecutorService threads;
    private final Trust trust;

    private LogVerifier(LogFolder folder, Trust trust, ExecutorService threads) {
        this.folder = folder;
        this.trust = trust;
        this.threads = threads;
    }

    /** Stops at the first fault. Throws UncheckedIOException when a file is there and cannot be read. */
    public static Verdict verify(LogFolder folder, Trust trust) {
        ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            return new LogVerifier(folder, trust, threads).verdict();
        } catch (FaultFound e) {
            return new Verdict.Bad(e.fault());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Verdict verdict() throws IOException {
        List<NoteKey> keys = trust.logKeys().isEmpty() ? keysOfTheFolder() : trust.logKeys();
        SignedCheckpoint newest = newest(keys);
        WitnessTally witnesses = new WitnessTally(trust.witnesses());
        try (InputStream entries = open(LogFolder.ENTRIES); InputStream kept = openIfThere(LogFolder.CHECKPOINTS)) {
            Milestones milestones = new Milestones(witnesses).with(LogFolder.CHECKPOINTS, keptCheckpoints(kept, keys))
                    .with("the older checkpoint", since(keys)).with(LogFolder.CHECKPOINT, once(newest));
            ErasureTally erasures = grow(entries, newest.size(), milestones);
            boolean payloads = !erasures.nothingWasOpened();
            if (payloads && erasures.firstUnexplained() >= 0) {
                return new Verdict.Bad(LogFault.at(erasures.firstUnexplained(), LogFolder.ENTRIES, "the payload is gone and no later ERASED entry names this index"));
            }
            return new Verdict.Sound(newest.checkpoint().origin(), newest.size(), payloads ? erasures.erased() : 0, erasures.unerased(), payloads,
                    milestones.agreed() - 1, witnesses.all());
        }
    }

    private ErasureTally grow(InputStream entries, long size, Milestones milestones) throws IOException {
        OrderedLines<EntryCheck> lines = new OrderedLines<>(new LineReader(entries, LogFolder.ENTRIES, EntryLine.LIMIT_BYTES), EntryCheck::of, threads);
        ErasureTally erasures = new ErasureTally();
        CompactRange tree = new CompactRange();
        try {
            grow(lines, tree, size, erasures, milestones);
        } catch (FaultFound e) {
            throw new FaultFound(milestones.rather(e.fault()));
        }
        milestones.ended(tree.size());
        return erasures;
    }

    private void grow(OrderedLines<EntryCheck> lines, CompactRange tree, long size, ErasureTally erasures, Milestones milestones) throws IOException {
        TreeFiles files = new TreeFiles(folder, size);
        milestones.grownTo(tree);
        for (EntryCheck entry = lines.next(); entry != null; entry = lines.next()) {
            refuse(entry, tree.size(), size);
            files.entry(tree.size(), entry.commitment());
            tree.append(entry.leafHash(), files);
            erasures.add(entry);
            milestones.grownTo(tree);
        }
    }

    private static void refuse(EntryCheck entry, long index, long size) {
        if (entry.fault() != null) {
            throw new FaultFound(entry.fault());
        }
        if (index == size) {
            throw new FaultFound(LogFault.at(index, LogFolder.ENTRIES, "there are more entries than the checkpoint states").compared(size + " entries", "more"));
        }
    }

    private List<NoteKey> keysOfTheFolder() throws IOException {
        String text = new String(need(LogFolder.KEYS), StandardCharsets.UTF_8);
        List<NoteKey> keys = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (NoteKey.parse(line) instanceof Parsed.Good<NoteKey> key && key.value().kind() == NoteKey.Kind.LOG && keys.size() < KEY_LIMIT) {
                keys.add(key.value());
            } else {
                throw new FaultFound(LogFault.of(LogFolder.KEYS, "line " + (keys.size() + 1) + " is no key of a log, or there are more than " + KEY_LIMIT));
            }
        }
        return keys;
    }

    private SignedCheckpoint newest(List<NoteKey> keys) throws IOException {
        SignedCheckpoint newest = opened(LogFolder.CHECKPOINT, SignedCheckpoint.open(need(LogFolder.CHECKPOINT), keys));
        if (newest.size() > ErasureTally.ENTRY_LIMIT) {
            throw new FaultFound(LogFault.of(LogFolder.CHECKPOINT, "more than " + ErasureTally.ENTRY_LIMIT + " entries cannot be verified"));
        }
        return newest;
    }

    private Milestones.Source since(List<NoteKey> keys) {
        return trust.since().isEmpty() ? () -> null : once(opened("the older checkpoint", SignedCheckpoint.open(trust.since().get(), keys)));
    }

    private Milestones.Source keptCheckpoints(InputStream in, List<NoteKey> keys) {
        OrderedLines<Parsed<SignedCheckpoint>> lines = new OrderedLines<>(new LineReader(in, LogFolder.CHECKPOINTS, CheckpointLine.LIMIT_BYTES),
                (number, line) -> CheckpointLine.parse(line, keys), threads);
        return () -> {
            Parsed<SignedCheckpoint> read = lines.next();
            return read == null ? null : opened(LogFolder.CHECKPOINTS, read);
        };
    }

    private static Milestones.Source once(SignedCheckpoint checkpoint) {
        List<SignedCheckpoint> left = new ArrayList<>(List.of(checkpoint));
        return () -> left.isEmpty() ? null : left.remove(0);
    }

    private static SignedCheckpoint opened(String where, Parsed<SignedCheckpoint> read) {
        if (read instanceof Parsed.Bad<SignedCheckpoint> bad) {
            throw new FaultFound(LogFault.of(where, bad.reason()));
        }
        return read.orThrow();
    }

    private byte[] need(String file) throws IOException {
        return folder.read(file, SignedNote.NOTE_LIMIT_BYTES).orElseThrow(() ->
                new FaultFound(LogFault.of(file, "the file is missing or longer than " + SignedNote.NOTE_LIMIT_BYTES + " bytes")));
    }

    private InputStream open(String file) throws IOException {
        try {
            return Files.newInputStream(folder.file(file));
        } catch (NoSuchFileException e) {
            throw new FaultFound(LogFault.of(file, "the file is missing"));
        }
    }

    /** A log that kept no older checkpoint has no such file. */
    private InputStream openIfThere(String file) throws IOException {
        return Files.exists(folder.file(file)) ? open(file) : InputStream.nullInputStream();
    }
}
