package org.earlyhelp.hub.intake.take;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.UploadCut;
import org.earlyhelp.hub.intake.UploadUnfit;
import org.earlyhelp.hub.intake.raw.CopyCheck;
import org.earlyhelp.hub.intake.raw.DamagedCopy;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.intake.receipt.ReceiptWriter;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.DeliveryStore.Arrival;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.springframework.stereotype.Component;

/** Makes deliveries of what comes in, and keeps it raw. Thread-safe for different uploads. */
@Component
class Arrivals {
    private static final String EMPTY_SHA256 = "";
    private final DeliveryStore deliveries;
    private final RawStore raw;
    private final CopyCheck copies;
    private final ReceiptWriter receipts;
    private final HubClock clock;

    Arrivals(DeliveryStore deliveries, RawStore raw, CopyCheck copies, ReceiptWriter receipts, HubClock clock) {
        this.deliveries = deliveries;
        this.raw = raw;
        this.copies = copies;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** A file that was pulled and is not known: kept, made a delivery, and its sender told that it came. */
    Delivery of(String agency, String feed, LaneFile file, InputStream content) throws IOException {
        Instant now = clock.now();
        RawStore.Content kept = raw.keep(file.upload(), now, content);
        Delivery delivery = insert(file.upload(), agency, file.sender(), feed, file.test(), file.name(), kept, Stage.RECEIVED, null, now);
        receipts.write(delivery);
        return delivery;
    }

    /** A delivery that is known and whose file lies in its lane still: the file makes good a raw copy that is gone or damaged. */
    Delivery kept(Delivery delivery, InputStream content) throws IOException {
        forgetDamagedContent(delivery);
        if (!copies.isWhole(delivery)) {
            raw.keepAgain(delivery.upload(), delivery.receivedAt(), content, delivery.sha256());
        }
        return delivery;
    }

    /** A delivery that goes on from its raw copy alone. Throws UncheckedIOException by {@link DamagedCopy} when that is damaged. */
    Delivery alone(Delivery delivery) {
        forgetDamagedContent(delivery);
        copies.damage(delivery).ifPresent(found -> {
            throw new UncheckedIOException(new DamagedCopy(found));
        });
        return delivery;
    }

    /** What was in a wrapped file can be had again as long as nothing of it was taken: later it would be judged anew. */
    private void forgetDamagedContent(Delivery delivery) {
        if (delivery.recordsDone() == 0) {
            copies.forgetDamagedContent(delivery);
        }
    }

    /** An upload that broke off: nothing of it is kept. */
    Delivery incomplete(UploadCut cut) {
        return insert(Ids.ulid(clock), cut.agency(), cut.sender(), cut.feed(), cut.test(), cut.name(), new RawStore.Content(EMPTY_SHA256, cut.bytes()), Stage.INCOMPLETE,
                "The upload ended before the file was complete; nothing of it was taken.", clock.now());
    }

    /** A file that stays where it is: nothing of it is here. */
    Delivery refused(UploadUnfit unfit) {
        return insert(unfit.upload(), unfit.agency(), null, unfit.feed(), unfit.test(), unfit.name(), new RawStore.Content(EMPTY_SHA256, unfit.bytes()), Stage.REJECTED,
                unfit.fault(), clock.now());
    }

    private Delivery insert(String upload, String agency, String sender, String feed, boolean test, String name, RawStore.Content content,
                            Stage stage, String reason, Instant at) {
        Optional<Delivery> inserted = Optional.empty();
        while (inserted.isEmpty()) {
            inserted = deliveries.insert(new Arrival(Ids.receiptRef(clock.today()), upload, agency, sender, feed, test, name,
                    content.bytes(), content.sha256(), stage, reason, at));
        }
        return inserted.get();
    }
}
