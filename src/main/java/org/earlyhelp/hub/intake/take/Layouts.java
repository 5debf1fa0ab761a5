package org.earlyhelp.hub.intake.take;

import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.intake.storage.LayoutStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.page.PlainTime;
import org.springframework.stereotype.Component;

/** Remembers the columns of the file that an account last had taken for a feed, and tells what changed since. Thread-safe. */
@Component
class Layouts {
    private final LayoutStore store;
    private final RawStore raw;
    private final HubClock clock;

    Layouts(LayoutStore store, RawStore raw, HubClock clock) {
        this.store = store;
        this.raw = raw;
        this.clock = clock;
    }

    /**
     * The columns of a file, and what changed since the last one.
     *
     * @param columns empty for formats without a header
     * @param changes warnings for the receipt, of columns and of the file as a whole
     */
    record Seen(List<String> columns, List<DeliveryError> changes) {
        static final Seen NOTHING = new Seen(List.of(), List.of());

        Seen and(List<DeliveryError> warnings) {
            return new Seen(columns, Stream.concat(changes.stream(), warnings.stream()).toList());
        }
    }

    Seen look(Delivery delivery, Feed feed) {
        List<String> columns = feed.mapping().header(raw.open(delivery.upload(), delivery.receivedAt()));
        if (columns.isEmpty()) {
            return Seen.NOTHING;
        }
        return new Seen(columns, store.last(delivery.account(), delivery.feed()).map(last -> LayoutChange.between(last.columns(), columns,
                PlainTime.of(London.dateOf(last.at())), feed.mapping()::reads)).orElse(List.of()));
    }

    /** Notes the columns of a file that was taken, in the transaction of its decision. */
    void keep(Delivery delivery, Seen seen) {
        if (!seen.columns().isEmpty() && !delivery.test()) {
            store.keep(delivery.account(), delivery.feed(), seen.columns(), delivery.receipt(), clock.now());
        }
    }
}
