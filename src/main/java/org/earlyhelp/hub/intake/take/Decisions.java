package org.earlyhelp.hub.intake.take;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.earlyhelp.hub.format.Trailer;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.FeedMeters;
import org.earlyhelp.hub.intake.SenderFault;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.Trail;
import org.earlyhelp.hub.intake.checksum.ChecksumGate;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.intake.recall.RecallNote;
import org.earlyhelp.hub.intake.receipt.ReceiptWriter;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.intake.storage.RecalledDeliveries;
import org.earlyhelp.hub.intake.storage.Verdict;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.Agreement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes up the hub's mind about a file, once: the decision commits with all that follows from it, then the sender is
 * answered. The answer is made from the database and may be given again. Thread-safe.
 */
@Component
public class Decisions {
    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);
    /** Deliveries that are answered at the same time, at most. */
    private static final int ANSWERS_AT_ONCE = 64;
    private final DeliveryStore deliveries;
    private final RecalledDeliveries recalled;
    private final QuarantineStore quarantine;
    private final ChecksumGate checksums;
    private final ReceiptWriter receipts;
    private final RawStore raw;
    private final HubClock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final FeedMeters meters;
    private final Object[] answering = Stream.generate(Object::new).limit(ANSWERS_AT_ONCE).toArray();

    public Decisions(DeliveryStore deliveries, RecalledDeliveries recalled, QuarantineStore quarantine, ChecksumGate checksums, ReceiptWriter receipts, RawStore raw,
                     HubClock clock, TransactionTemplate transaction, ApplicationEventPublisher events, MeterRegistry meters) {
        this.deliveries = deliveries;
        this.recalled = recalled;
        this.quarantine = quarantine;
        this.checksums = checksums;
        this.receipts = receipts;
        this.raw = raw;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
        this.meters = new FeedMeters(meters);
    }

    /** Decides an undecided delivery and answers its sender. */
    Delivery decide(Delivery delivery, Verdict verdict, List<DeliveryError> errors) {
        return decide(delivery, verdict, errors, id -> { });
    }

    /** As above; {@code before} runs first in the same transaction. */
    Delivery decide(Delivery delivery, Verdict verdict, List<DeliveryError> errors, Consumer<Long> before) {
        AtomicReference<Delivery> decided = new AtomicReference<>();
        Trail.of(delivery).follow("decide", () -> decided.set(decideNow(delivery, verdict, errors, before)));
        return decided.get();
    }

    private Delivery decideNow(Delivery delivery, Verdict verdict, List<DeliveryError> errors, Consumer<Long> before) {
        Delivery decided = transaction.execute(status -> {
            before.accept(delivery.id());
            if (verdict.heldFor() != null) {
                checksums.pause(delivery.id());
            }
            deliveries.saveErrors(delivery.id(), errors);
            Delivery now = deliveries.decide(delivery.id(), verdict, clock.now());
            tellFrontDoor(now, verdict.heldFor() != null);
            return now;
        });
        meters.decided(decided);
        LOG.info("{} of {}/{} is {}: {} records, {} rejected", decided.receipt(), decided.agency(), decided.feed(), decided.stage(),
                decided.counts().records(), decided.counts().rejected());
        answer(decided);
        meters.answered(decided, Duration.between(decided.receivedAt(), clock.now()));
        return decided;
    }

    /**
     * Writes the receipt as the delivery stands now, clears what is no longer needed, and notes that the sender has the answer. May
     * run again. One answer to a delivery at a time: an earlier state of it, read by another thread, is never written over a later one.
     */
    public void answer(Delivery asked) {
        synchronized (answering[(int) (asked.id() % answering.length)]) {
            deliveries.find(asked.id()).filter(now -> now.stage().isDecided()).ifPresent(this::answerNow);
        }
    }

    private void answerNow(Delivery decided) {
        receipts.write(decided);
        if (decided.test() && decided.stage() != Stage.HELD || recalled.recallOf(decided.id()).isPresent()) {
            raw.forget(decided.upload(), decided.receivedAt());
            quarantine.gone(decided.upload(), clock.now());
        }
        deliveries.answered(decided.id(), clock.now());
    }

    /** Decides a delivery as it comes, since nothing of its file is here, and answers its sender. */
    void decideAtOnce(Supplier<Delivery> arrival) {
        answer(transaction.execute(status -> {
            Delivery now = arrival.get();
            tellFrontDoor(now, false);
            return now;
        }));
    }

    /** The front door must know of faults of these feeds within a minute; a file that waits for its checksum is none yet, and what only goes with another tells of no child: a notice under such a name does. */
    private void tellFrontDoor(Delivery now, boolean held) {
        if (now.test() || !Agreement.FEEDS_OF_HARM.contains(now.feed()) || !held && !isFaulty(now)) {
            return;
        }
        boolean ofContent = !RecallNote.isPlainRecall(now.fileName(), now.bytes()) && !checksums.isChecksum(now);
        if (ofContent) {
            events.publishEvent(new SenderFault(now.agency(), now.feed(), now.receipt(), now.counts()));
        }
    }

    private boolean isFaulty(Delivery now) {
        return now.stage() == Stage.REJECTED || now.stage() == Stage.PARTIAL || now.counts().rejected() > 0 || isFirstBreak(now) || isCutOff(now);
    }

    /** A line that breaks again and again is told once, until a file has come over it. */
    private boolean isFirstBreak(Delivery now) {
        return now.stage() == Stage.INCOMPLETE && deliveries.before(now) != Stage.INCOMPLETE;
    }

    /** A file whose trailer is amiss may have held more notices than those that came, though each of these was good. */
    private boolean isCutOff(Delivery now) {
        return now.counts().warnings() > 0 && deliveries.isSaidOf(now.id(), Trailer.CODES);
    }
}
