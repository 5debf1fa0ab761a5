package org.earlyhelp.hub.intake.checksum;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.NoteName;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.intake.storage.ChecksumStore;
import org.earlyhelp.hub.intake.storage.EarlyAnswer;
import org.earlyhelp.hub.intake.storage.Verdict;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.page.PlainTime;
import org.springframework.stereotype.Component;

/** Lets a file through whose checksum came and fits; holds it while none has come, refuses it when none comes. Thread-safe. */
@Component
public class ChecksumGate {
    /** So long a file waits for its checksum, and a checksum for its file. */
    public static final Duration WAIT = Duration.ofHours(1);
    /** So long an unused checksum is kept: its file may have lain in the lane a while. */
    public static final Duration KEPT = WAIT.multipliedBy(2);
    private final ChecksumStore store;
    private final RawStore raw;
    private final HubClock clock;

    public ChecksumGate(ChecksumStore store, RawStore raw, HubClock clock) {
        this.store = store;
        this.raw = raw;
        this.clock = clock;
    }

    /** Notes a checksum; a file that waits for it goes on with the next look at what is left over. */
    public EarlyAnswer note(Delivery checksum, boolean agreed) {
        if (!agreed) {
            return EarlyAnswer.refused("NOT_AGREED", "Checksums are not agreed for this feed; nothing was noted.", "Leave them out, or ask the council to change the agreement.");
        }
        return read(checksum).map(note -> EarlyAnswer.of(Verdict.of(Stage.ACCEPTED), id -> store.note(checksum, note.fileName(), note.sha256(), clock.now())))
                .orElseGet(() -> EarlyAnswer.refused("BAD_CHECKSUM", "The file holds no SHA-256 of the file whose name it bears; nothing was noted.",
                        "Write the 64 letters that sha256sum gives for the file as you send it, in one line."));
    }

    /** Whether it is the checksum of another file by its name and by what it holds; not if its raw copy is gone or cannot be read. */
    public boolean isChecksum(Delivery file) {
        try {
            return ChecksumNote.isChecksum(file.fileName()) && raw.has(file.upload(), file.receivedAt()) && read(file).isPresent();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** What stops the file; empty when its checksum fits, or when it comes from the hub's own raw copies: nothing can have changed there. */
    public Optional<EarlyAnswer> stop(Delivery file) {
        if (store.isPutBack(file)) {
            return Optional.empty();
        }
        Optional<String> told = store.toldOf(file, sentAt(file).minus(WAIT));
        if (told.isEmpty()) {
            return Optional.of(store.waitOf(file.id()).filter(until -> !clock.now().isBefore(until)).map(until -> missing(file)).orElseGet(() -> wait(file)));
        }
        if (!told.get().equals(file.sha256())) {
            return Optional.of(EarlyAnswer.refused("HASH_MISMATCH", "The file is not what its checksum is of: " + file.sha256() + " came, " + told.get() + " was announced. Nothing of it was taken.",
                    "Send the file again; if it was changed, its new checksum first.", store::endWait));
        }
        store.use(file);
        return Optional.empty();
    }

    /** A file may have lain in the lane before the hub received it. */
    private static Instant sentAt(Delivery file) {
        return Ids.timeOf(file.upload()).filter(uploaded -> uploaded.isBefore(file.receivedAt())).orElse(file.receivedAt());
    }

    /** Something else lets the file wait: for its checksum it has all its time once it goes on. In the caller's transaction. */
    public void pause(long delivery) {
        store.pause(delivery);
    }

    /** Nobody could be heard while the hub was down: for all that waited then, the time begins anew. Before the first look at what waits. */
    public void begin() {
        store.beginAnew(clock.now(), clock.now().plus(WAIT));
    }

    private EarlyAnswer wait(Delivery file) {
        Instant until = store.waitOf(file.id()).orElse(clock.now().plus(WAIT));
        return EarlyAnswer.of(Verdict.held("It waits for its checksum, which comes with every file of this feed. If none has come by " + PlainTime.of(until)
                + ", it is refused.", null), id -> store.wait(id, until));
    }

    private EarlyAnswer missing(Delivery file) {
        return EarlyAnswer.refused("CHECKSUM_MISSING", "Its checksum did not come within " + WAIT.toMinutes() + " minutes. Nothing of it was taken.",
                "Send the checksum, named as the file with " + NoteName.CHECKSUM.ending() + " behind it, and then the file again.", store::endWait);
    }

    private Optional<ChecksumNote> read(Delivery checksum) {
        try (InputStream content = raw.open(checksum.upload(), checksum.receivedAt())) {
            return ChecksumNote.read(checksum.fileName(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
