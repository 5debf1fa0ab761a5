package org.earlyhelp.hub.intake.recall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.EarlyAnswer;
import org.earlyhelp.hub.intake.storage.RecalledDeliveries;
import org.earlyhelp.hub.intake.storage.Verdict;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.page.PlainTime;
import org.springframework.stereotype.Component;

/**
 * Judges a recall: which file is meant, and whether it can be undone. Files of other agencies and feeds are as unknown here as
 * files that never came. Thread-safe.
 */
@Component
public class RecallDoor {
    /** So long after it came a file can be recalled; the raw copies of all files since then are kept longer. */
    public static final Period LIMIT = Period.ofDays(30);
    private final DeliveryStore deliveries;
    private final RecalledDeliveries recalled;
    private final RawStore raw;
    private final Undoing undoing;
    private final HubClock clock;

    public RecallDoor(DeliveryStore deliveries, RecalledDeliveries recalled, RawStore raw, Undoing undoing, HubClock clock) {
        this.deliveries = deliveries;
        this.recalled = recalled;
        this.raw = raw;
        this.undoing = undoing;
        this.clock = clock;
    }

    /**
     * What becomes of this recall. {@code reading} is for the files that stand, to be read again.
     *
     * @throws UncheckedIOException when the file that is meant is still being taken, here or in the effect: to be tried again
     */
    public EarlyAnswer answer(Delivery recall, FeedReading reading) {
        Optional<Delivery> before = recalled.undoneBefore(recall);
        if (before.isPresent()) {
            return answer(recall, before.get(), reading);
        }
        Optional<RecallNote> note = read(recall);
        if (note.isEmpty()) {
            return EarlyAnswer.refused("BAD_RECALL", "The recall holds something else than one receipt number; nothing was undone.",
                    "Send it empty, or with the receipt number of the file alone, such as R-20261122-7F3KQ2.");
        }
        return recalled.named(recall, note.get().fileName(), note.get().receipt()).map(target -> answer(recall, target, reading))
                .orElseGet(() -> EarlyAnswer.refused("RECALL_UNKNOWN_FILE", "No file of that name" + (note.get().receipt() == null ? "" : " and receipt")
                        + " has come in this feed; nothing was undone.", "Name the recall as the file was named, with .recall behind it, and drop it into the same folder."));
    }

    private EarlyAnswer answer(Delivery recall, Delivery target, FeedReading reading) {
        Optional<String> before = recalled.recallOf(target.id());
        if (before.isPresent()) {
            return EarlyAnswer.of(new Verdict(Stage.DUPLICATE, target.receipt() + " was undone already; nothing was changed.", before.get(), null));
        }
        if (target.stage() == Stage.RECEIVED) {
            throw beingTaken(target);
        }
        if (target.stage() == Stage.HELD) {
            return held(recall, target, reading);
        }
        if (target.test() || !target.stage().isKept() || RecallNote.isRecall(target.fileName())) {
            return EarlyAnswer.refused("NOTHING_TO_RECALL", nothing(target), "To undo an earlier file of that name, write its receipt number into the recall.");
        }
        if (isTooLate(target) && recalled.undoneBefore(recall).isEmpty()) {
            return EarlyAnswer.refused("RECALL_TOO_LATE", target.receipt() + " came more than " + LIMIT.getDays() + " days ago; nothing was undone.",
                    "Ask the council's information-governance officer, or send corrections.");
        }
        return recall.test() ? tried(recall, target) : undone(recall, target, reading);
    }

    private static UncheckedIOException beingTaken(Delivery target) {
        return new UncheckedIOException(new IOException(target.receipt() + " is recalled while it is being taken"));
    }

    private boolean isTooLate(Delivery target) {
        return target.receivedAt().isBefore(London.startOf(clock.today().minus(LIMIT)));
    }

    private static String nothing(Delivery target) {
        String why = target.test() ? "was a test drop" : RecallNote.isRecall(target.fileName()) ? "is a recall itself"
                : target.stage() == Stage.DUPLICATE ? "changed nothing: the same content had come as " + target.duplicateOf()
                : target.stage() == Stage.REJECTED ? "was rejected" : "broke off";
        return target.receipt() + ", the newest file of that name, " + why + "; nothing of it was taken and nothing was undone.";
    }

    private EarlyAnswer held(Delivery recall, Delivery target, FeedReading reading) {
        if (recall.test()) {
            return target.recordsDone() > 0 ? tried(recall, target) : EarlyAnswer.of(Verdict.of(Stage.ACCEPTED));
        }
        String undone = target.recordsDone() > 0 ? " What had been taken of it was undone; whoever was told of that is told of this." : "";
        return EarlyAnswer.changing(target.receipt(), new Verdict(Stage.ACCEPTED, target.receipt() + " was waiting and is not taken any more." + undone, null, null), id -> {
            undoing.lock(target);
            if (deliveries.find(target.receipt()).orElseThrow().recordsDone() != target.recordsDone()) {
                throw beingTaken(target);
            }
            if (target.recordsDone() > 0) {
                undo(recall, target, reading);
            }
            recalled.recall(target, recall.receipt(), said(recall));
            deliveries.release(target.id());
            deliveries.decide(target.id(), Verdict.rejected(said(recall)), clock.now());
        });
    }

    /** A test drop says what would happen. */
    private EarlyAnswer tried(Delivery recall, Delivery target) {
        return EarlyAnswer.of(new Verdict(Stage.ACCEPTED, "Dropped outside test, this recall would undo " + target.receipt() + ".", null, null),
                id -> count(recall, undoing.count(target), 0));
    }

    private EarlyAnswer undone(Delivery recall, Delivery target, FeedReading reading) {
        return EarlyAnswer.changing(target.receipt(), new Verdict(Stage.ACCEPTED, target.receipt() + " was undone. Whoever was told of it is told of this.", null, null), id -> {
            undo(recall, target, reading);
            recalled.recall(target, recall.receipt(), said(recall));
            recalled.repeatsOf(target).stream().filter(repeat -> raw.has(repeat.upload(), repeat.receivedAt())).forEach(recalled::takeAnew);
        });
    }

    private void undo(Delivery recall, Delivery target, FeedReading reading) {
        Undone done = undoing.undo(target, recall, reading);
        count(recall, done.records(), done.lost());
        if (done.lost() > 0) {
            deliveries.saveErrors(recall.id(), List.of(new DeliveryError(0, 0, null, "EARLIER_STATE_GONE", true, done.lost() + " records were changed by the file, and the hub no longer "
                    + "keeps the file that had told them before; they are withdrawn.", "Send these records again as they are.")));
        }
    }

    private void count(Delivery recall, long records, long warnings) {
        deliveries.progress(recall.id(), recall.recordsDone(), records, new Counts(records, 0, 0, warnings > 0 ? 1 : 0));
    }

    private String said(Delivery recall) {
        return "The sender recalled this file with " + recall.receipt() + " on " + PlainTime.of(clock.today()) + ". Nothing of it counts any more.";
    }

    private Optional<RecallNote> read(Delivery recall) {
        try (InputStream content = raw.open(recall.upload(), recall.receivedAt())) {
            return RecallNote.read(recall.fileName(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
