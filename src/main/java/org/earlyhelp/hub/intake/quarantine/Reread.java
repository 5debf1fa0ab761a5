package org.earlyhelp.hub.intake.quarantine;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceLocation;
import org.earlyhelp.hub.format.SourceReader;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.raw.RawStore;
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
    private static final Pattern NO_FEED_FILE = Pattern.compile(".+\\.(recall|sha256)");
    private final RecalledDeliveries recalled;
    private final RawStore raw;
    private final Feeds feeds;
    private final QuarantineStore quarantine;

    Reread(RecalledDeliveries recalled, RawStore raw, Feeds feeds, QuarantineStore quarantine) {
        this.recalled = recalled;
        this.raw = raw;
        this.feeds = feeds;
        this.quarantine = quarantine;
    }

    /** A delivery that can be read again, or why it cannot. */
    sealed interface Standing {
        /** {@code corrections}: new texts by key, by the place of the record. */
        record Open(Delivery delivery, Feed feed, MappingTime time, Map<Long, Map<String, String>> corrections) implements Standing {
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
        return new Standing.Open(delivery, ((Feeds.Standing.Open) standing).feed(), time, quarantine.correctionsOf(delivery.id()));
    }

    /** Whether the sender took it back, or it says nothing but what becomes of another file. */
    boolean isUndone(Delivery delivery) {
        return NO_FEED_FILE.matcher(delivery.fileName()).matches() || recalled.recallOf(delivery.id()).isPresent();
    }

    /** Hands out what the layout makes of each wanted item, in the order of the file. UncheckedIOException when the copy cannot be read. */
    void each(Standing.Open open, Predicate<SourceLocation> wanted, BiConsumer<SourceItem, Judged> then) {
        try (SourceReader reader = open.feed().mapping().open(raw.open(open.delivery().upload(), open.delivery().receivedAt()))) {
            while (reader.hasNext()) {
                SourceItem item = reader.next();
                if (wanted.test(item.at())) {
                    then.accept(item, Judged.of(item, open.feed(), open.corrections().getOrDefault(item.at().record(), Map.of()), open.time()));
                }
            }
        }
    }

    /** The item at the row's place; empty when the layout no longer finds one there. */
    Optional<SourceItem> itemOf(Standing.Open open, QuarantinedRow row) {
        try (SourceReader reader = open.feed().mapping().open(raw.open(open.delivery().upload(), open.delivery().receivedAt()))) {
            while (reader.hasNext()) {
                SourceItem item = reader.next();
                if (isAt(item.at(), row)) {
                    return Optional.of(item);
                }
            }
        }
        return Optional.empty();
    }

    static boolean isAt(SourceLocation at, QuarantinedRow row) {
        return at.record() == row.record() && at.line() == row.line();
    }
}
