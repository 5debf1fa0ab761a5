package org.earlyhelp.hub.intake.quarantine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.earlyhelp.hub.format.ReadingManner;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceLocation;
import org.earlyhelp.hub.format.SourceReader;
import org.earlyhelp.hub.intake.Corrections;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.NoteName;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.intake.storage.CorrectionStore;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.intake.storage.RecalledDeliveries;
import org.earlyhelp.hub.intake.take.Feed;
import org.earlyhelp.hub.intake.take.Feeds;
import org.earlyhelp.hub.intake.take.Judged;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.mapping.MappingTime;
import org.springframework.stereotype.Component;

/**
 * Reads the raw file of a decided delivery again: by the layout in force now, with the corrections that stand, and as of the
 * day on which it was decided, so that the same file comes to the same again. Thread-safe.
 */
@Component
class Reread {
    private final RecalledDeliveries recalled;
    private final RawStore raw;
    private final Feeds feeds;
    private final QuarantineStore quarantine;
    private final CorrectionStore corrections;

    Reread(RecalledDeliveries recalled, RawStore raw, Feeds feeds, QuarantineStore quarantine, CorrectionStore corrections) {
        this.recalled = recalled;
        this.raw = raw;
        this.feeds = feeds;
        this.quarantine = quarantine;
        this.corrections = corrections;
    }

    /** A delivery that can be read again, or why it cannot. */
    sealed interface Standing {
        /** {@code corrections}: those that stand. */
        record Open(Delivery delivery, Feed feed, MappingTime time, Corrections corrections) implements Standing {
        }

        /** {@code code} as an outcome has it; {@code why} in a plain sentence. */
        record Closed(String code, String why) implements Standing {
        }
    }

    Standing standing(Delivery delivery) {
        if (delivery.test()) {
            return new Standing.Closed("TEST_DROP", "It was a test drop: nothing of it is kept.");
        }
        if (!delivery.stage().isKept() && delivery.stage() != Stage.REJECTED) {
            return new Standing.Closed("NOT_DECIDED", "It was not taken, and not refused for what it says: there is nothing to run again.");
        }
        if (delivery.stage() == Stage.REJECTED && delivery.reason() != null && !quarantine.hasFile(delivery.id())) {
            return new Standing.Closed("NOT_DECIDED", "It was refused for something else than what it holds: its sender sends it again.");
        }
        if (isUndone(delivery)) {
            return new Standing.Closed("RECALLED", "Its sender recalled it, or it recalls another file: nothing of it counts.");
        }
        if (!raw.has(delivery.upload(), delivery.receivedAt())) {
            return new Standing.Closed("RAW_GONE", "Its raw copy is no more: its time was over, or somebody in it was erased.");
        }
        Feeds.Standing standing = feeds.standing(delivery.account(), delivery.feed());
        if (standing instanceof Feeds.Standing.Waits waits) {
            return new Standing.Closed("FEED_WAITS", waits.reason());
        }
        MappingTime time = new MappingTime(delivery.decidedAt(), London.dateOf(delivery.decidedAt()));
        return new Standing.Open(delivery, ((Feeds.Standing.Open) standing).feed(), time, corrections.ofDelivery(delivery.id()));
    }

    /** Whether the sender took it back, or it says nothing but what becomes of another file. */
    boolean isUndone(Delivery delivery) {
        return NoteName.isNote(delivery.fileName()) || recalled.recallOf(delivery.id()).isPresent();
    }

    /** Hears what the layout makes of a place, and what its sender is told of it: of a refused one, what was sent. */
    @FunctionalInterface
    interface Heard {
        void hear(Judged now, Judged told);
    }

    /**
     * Hands out what the layout makes of each wanted place, in the order of the file: more than once where a mended record is
     * several. UncheckedIOException when the copy cannot be read.
     */
    void each(Standing.Open open, Predicate<SourceLocation> wanted, Heard heard) {
        try (SourceReader reader = reader(open, ReadingManner.PLAIN)) {
            while (reader.hasNext()) {
                SourceItem item = reader.next();
                if (wanted.test(item.at())) {
                    judged(open.corrections().standing(reader, item), open).forEach(now -> heard.hear(now, now.isTaken() ? now : told(item, now, open)));
                }
            }
        }
    }

    /** What comes of all items of one place: a record that is several is taken whole, or refused once. */
    List<Judged> judged(List<SourceItem> items, Standing.Open open) {
        List<Judged> judged = items.stream().map(item -> Judged.of(item, open.feed(), open.corrections().of(item.at().record()), open.time())).toList();
        Optional<Judged> refused = judged.stream().filter(one -> !one.isTaken()).findFirst();
        return refused.map(List::of).orElse(judged);
    }

    private static Judged told(SourceItem item, Judged now, Standing.Open open) {
        Judged sent = Judged.of(item, open.feed(), Map.of(), open.time());
        return sent.isTaken() ? now : sent;
    }

    /**
     * What stands at a place.
     *
     * @param sent  what was sent, with its text where it cannot be read
     * @param items what stands there now; several where the text in its place is several records
     */
    record Place(SourceItem sent, List<SourceItem> items) {
    }

    /** What stands at the row's place; empty when the layout no longer finds anything there. */
    Optional<Place> placeOf(Standing.Open open, QuarantinedRow row) {
        try (SourceReader reader = reader(open, ReadingManner.PLAIN.keepingSentTexts())) {
            while (reader.hasNext()) {
                SourceItem item = reader.next();
                if (item.at().record() == row.record() && item.at().line() == row.line()) {
                    return Optional.of(new Place(item, open.corrections().standing(reader, item)));
                }
            }
        }
        return Optional.empty();
    }

    private SourceReader reader(Standing.Open open, ReadingManner manner) {
        return open.feed().mapping().open(raw.open(open.delivery().upload(), open.delivery().receivedAt()), manner);
    }
}
