package org.earlyhelp.hub.intake.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.HeldFeed;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.checksum.ChecksumGate;
import org.earlyhelp.hub.intake.receipt.ReceiptWriter;
import org.earlyhelp.hub.intake.storage.ChecksumStore;
import org.earlyhelp.hub.intake.storage.DeliveryLists;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.UndoStore;
import org.earlyhelp.hub.intake.take.DeliveryDoor;
import org.earlyhelp.hub.intake.take.Failures;
import org.earlyhelp.hub.intake.take.Feeds;
import org.earlyhelp.hub.intake.take.RawExpiry;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Goes on with what no lane will bring again: deliveries whose lane file is gone, answers that a crash cut short, files
 * that waited for an agreement which stands now. Takes them through the same route as any other.
 */
@Component
public class LeftOvers {
    /** So many files of a feed go on in one look; the others with the next. */
    static final int RELEASED_AT_ONCE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(LeftOvers.class);
    private static final String TAKE = "direct:take-delivery";
    private final DeliveryStore deliveries;
    private final DeliveryLists lists;
    private final DeliveryDoor door;
    private final LateAnswers answers;
    private final Feeds feeds;
    private final Failures failures;
    private final LaneSteps steps;
    private final SftpFolders folders;
    private final ReceiptWriter receipts;
    private final RawExpiry rawFiles;
    private final ChecksumStore checksums;
    private final ChecksumGate gate;
    private final HubClock clock;
    private final UndoStore undo;
    private final AgreementBook agreements;
    private final ProducerTemplate camel;

    public LeftOvers(DeliveryStore deliveries, DeliveryLists lists, DeliveryDoor door, LateAnswers answers, Feeds feeds, Failures failures, LaneSteps steps,
                     SftpFolders folders, ReceiptWriter receipts, RawExpiry rawFiles, ChecksumStore checksums, ChecksumGate gate, HubClock clock, UndoStore undo, AgreementBook agreements, ProducerTemplate camel) {
        this.deliveries = deliveries;
        this.lists = lists;
        this.door = door;
        this.answers = answers;
        this.feeds = feeds;
        this.failures = failures;
        this.steps = steps;
        this.folders = folders;
        this.receipts = receipts;
        this.rawFiles = rawFiles;
        this.checksums = checksums;
        this.gate = gate;
        this.clock = clock;
        this.undo = undo;
        this.agreements = agreements;
        this.camel = camel;
    }

    /** Once at a start, before anything else. */
    public void begin() {
        gate.begin();
    }

    /** Goes on with everything that is left over now. */
    public void goOn() {
        answers.give();
        checksums.waiting(clock.now()).stream().filter(file -> file.isReady() || isStopped(file)).forEach(file -> deliveries.release(file.delivery()));
        lists.held().stream().filter(held -> feeds.standing(held.agency(), held.feed()) instanceof Feeds.Standing.Open).forEach(this::release);
        lists.undecided().stream().filter(delivery -> !isInLane(delivery) && !steps.isAtWork(delivery.upload()) && !failures.isDelayed(delivery.upload()))
                .forEach(this::resume);
    }

    /** Deletes what was withdrawn, once nobody is linked to it any more, and checksums that nobody needs. */
    public void purge() {
        undo.purge();
        checksums.forget(clock.now().minus(ChecksumGate.KEPT));
    }

    /** Its sender is told so, and does not wait for a checksum that is stopped as well. */
    private boolean isStopped(ChecksumStore.Waiting file) {
        return feeds.standing(file.account(), file.feed()) instanceof Feeds.Standing.Waits;
    }

    /** In the order in which they came, so that a file which came twice is taken once. */
    private void release(HeldFeed held) {
        lists.waitingForAgreement(held.agency(), held.feed(), RELEASED_AT_ONCE).forEach(delivery -> deliveries.release(delivery.id()));
    }

    /** Deletes what has been kept long enough. */
    public void tidy() {
        agreements.agreements().stream().flatMap(agreement -> agreement.accountNames().stream())
                .filter(account -> Files.isDirectory(folders.receipts(account))).forEach(this::tidyReceipts);
        rawFiles.forgetOld();
    }

    private void tidyReceipts(String account) {
        try {
            receipts.forgetOld(account);
        } catch (UncheckedIOException e) {
            LOG.warn("old receipts of {} cannot be deleted; tried again with the next tidying", account);
        }
    }

    private void resume(Delivery delivery) {
        camel.send(TAKE, exchange -> begin(exchange, delivery));
    }

    private void begin(Exchange exchange, Delivery delivery) throws IOException {
        steps.claim(exchange, delivery.upload());
        try {
            steps.begin(exchange, door.resume(delivery));
        } catch (RuntimeException e) {
            // The exchange does not reach the route, so that nothing else notes how it ended.
            steps.failed(delivery.upload(), e);
            throw e;
        }
    }

    private boolean isInLane(Delivery delivery) {
        String name = new LaneFile(delivery.upload(), delivery.test(), delivery.sender(), delivery.fileName()).fileName();
        return Files.exists(folders.lane(delivery.agency(), delivery.feed()).resolve(name));
    }
}
