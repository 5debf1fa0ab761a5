package org.earlyhelp.hub.intake.take;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.intake.QuarantinedRow.Kind;
import org.earlyhelp.hub.intake.QuarantinedRow.Refused;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.UploadCut;
import org.earlyhelp.hub.intake.UploadUnfit;
import org.earlyhelp.hub.intake.checksum.ChecksumGate;
import org.earlyhelp.hub.intake.checksum.ChecksumNote;
import org.earlyhelp.hub.intake.recall.FeedReading;
import org.earlyhelp.hub.intake.recall.RecallDoor;
import org.earlyhelp.hub.intake.recall.RecallNote;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.EarlyAnswer;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.intake.storage.Verdict;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.mapping.MappingTime;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where a file comes in: made a delivery, checked as a whole. The same upload pulled again is the same
 * delivery and goes on where it stood. Thread-safe for different uploads.
 */
@Component
public class DeliveryDoor {
    /** A file that is begun so often without any progress brings the hub down: it is set aside. */
    public static final int STARTS_LIMIT = 10;
    private final DeliveryStore deliveries;
    private final Arrivals arrivals;
    private final Feeds feeds;
    private final WholeFileChecks checks;
    private final Layouts layouts;
    private final ChecksumGate checksums;
    private final RecallDoor recalls;
    private final QuarantineStore quarantine;
    private final Decisions decisions;
    private final HubClock clock;

    public DeliveryDoor(DeliveryStore deliveries, Arrivals arrivals, Feeds feeds, WholeFileChecks checks,
                        Layouts layouts, ChecksumGate checksums, RecallDoor recalls, QuarantineStore quarantine, Decisions decisions, HubClock clock) {
        this.deliveries = deliveries;
        this.arrivals = arrivals;
        this.feeds = feeds;
        this.checks = checks;
        this.layouts = layouts;
        this.checksums = checksums;
        this.recalls = recalls;
        this.quarantine = quarantine;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Receives a pulled file; empty when it needs no more work, since it is decided now or was before. */
    public Optional<DeliveryRun> receive(String agency, String feed, LaneFile file, InputStream content) throws IOException {
        Optional<Delivery> known = deliveries.ofUpload(file.upload());
        if (known.isPresent() && known.get().stage().isDecided()) {
            decisions.answer(known.get());
            return Optional.empty();
        }
        return Optional.of(known.isPresent() ? arrivals.kept(known.get(), content) : arrivals.of(agency, feed, file, content)).filter(this::mayStart).flatMap(this::begin);
    }

    /** Goes on with an undecided delivery from its raw copy; empty when its lane has decided it since it was read. */
    public Optional<DeliveryRun> resume(Delivery delivery) {
        return deliveries.ofUpload(delivery.upload()).filter(now -> !now.stage().isDecided()).filter(this::mayStart).map(arrivals::alone).flatMap(this::begin);
    }

    /** Tells the sender that an upload broke off, and the front door where a notice of harm may be in it. */
    @EventListener
    public void onUploadCut(UploadCut cut) {
        decisions.decideAtOnce(() -> arrivals.incomplete(cut));
    }

    /** Tells the sender that a file on a server of somebody else cannot be taken; once, however often it is told here. */
    @EventListener
    public void onUploadUnfit(UploadUnfit unfit) {
        if (deliveries.ofUpload(unfit.upload()).isEmpty()) {
            decisions.decideAtOnce(() -> arrivals.refused(unfit));
        }
    }

    /** Counts the start; one too many sets the delivery aside. */
    private boolean mayStart(Delivery delivery) {
        boolean may = deliveries.countStart(delivery.id()) <= STARTS_LIMIT;
        if (!may) {
            decisions.decide(delivery, Verdict.held("The hub stopped again and again while it read this file; an operator looks at it.", Verdict.Wait.OPERATOR), List.of());
        }
        return may;
    }

    private Optional<DeliveryRun> begin(Delivery delivery) {
        if (feeds.isNamedNoMore(delivery.account())) {
            decisions.decide(delivery, Verdict.rejected("The sharing agreement names this sender no more."), List.of());
            return Optional.empty();
        }
        Feeds.Standing standing = feeds.standing(delivery.account(), delivery.feed());
        Optional<Feed> known = RecallNote.isRecall(delivery.fileName()) ? feeds.known(delivery.agency(), delivery.feed()) : Optional.empty();
        if (known.isPresent()) {
            return check(delivery, known.get());
        }
        if (standing instanceof Feeds.Standing.Waits waits) {
            decisions.decide(delivery, Verdict.held(waits.reason(), Verdict.Wait.AGREEMENT), List.of());
            return Optional.empty();
        }
        return check(delivery, ((Feeds.Standing.Open) standing).feed());
    }

    private Optional<DeliveryRun> check(Delivery delivery, Feed feed) {
        if (RecallNote.isRecall(delivery.fileName())) {
            recall(delivery, feed);
            return Optional.empty();
        }
        Optional<EarlyAnswer> stopped = stopped(delivery, feed);
        if (stopped.isPresent()) {
            decisions.decide(delivery, stopped.get().verdict(), stopped.get().errors(), stopped.get().effect());
            return Optional.empty();
        }
        MappingTime time = new MappingTime(clock.now(), clock.today());
        deliveries.taking(delivery.id(), feed.mapping().reference(), feed.terms().agreementRef());
        Optional<WholeFileChecks.Refusal> refusal = delivery.recordsDone() > 0 ? Optional.empty() : checks.refusal(delivery, feed, time);
        // Not before the checks: they unwrap what came encrypted or zipped.
        Layouts.Seen layout = layouts.look(delivery, feed);
        if (refusal.isPresent()) {
            decisions.decide(delivery, refusal.get().verdict(), Stream.concat(refusal.get().errors().stream(), changes(refusal.get(), layout)).toList(),
                    id -> keepRefused(delivery, refusal.get()));
            return Optional.empty();
        }
        return Optional.of(new DeliveryRun(delivery, feed, time, layout.and(checks.warnings(delivery, feed)), deliveries.errorCount(delivery.id())));
    }

    /** A file that is refused whole for what it holds can be run again once its layout is mended. */
    private void keepRefused(Delivery delivery, WholeFileChecks.Refusal refusal) {
        if (refusal.verdict().stage() == Stage.REJECTED && !delivery.test()) {
            quarantine.keep(delivery.id(), List.of(new Refused(Kind.FILE, 0, 0, null, refusal.errors().get(0).code())), clock.now());
        }
    }

    /** Content that came before has nothing new to tell of its columns. */
    private static Stream<DeliveryError> changes(WholeFileChecks.Refusal refusal, Layouts.Seen layout) {
        return refusal.verdict().stage() == Stage.DUPLICATE ? Stream.empty() : layout.changes().stream();
    }

    /** A checksum ends here; a file of a feed with checksums goes on once its own has come and fits. */
    private Optional<EarlyAnswer> stopped(Delivery delivery, Feed feed) {
        boolean agreed = feed.terms().form().checksum();
        if (ChecksumNote.isChecksum(delivery.fileName())) {
            return Optional.of(checksums.note(delivery, agreed));
        }
        // Whatever has a layout has passed here before, and its checksum may be forgotten.
        return agreed && delivery.mapping() == null ? checksums.stop(delivery) : Optional.empty();
    }

    private OwnRows ownRows(Delivery file, Feed feed) {
        return feeds.senderOf(file.account()).map(sender -> OwnRows.of(sender.urn(), feed.mapping())).orElse(OwnRows.ALL);
    }

    /** It waits for files that are being taken as long as it must. A file that is undone is answered anew at once; what a crash leaves out is made up for as with any answer. */
    private void recall(Delivery recall, Feed feed) {
        EarlyAnswer answer = recalls.answer(recall, new FeedReading(feed.mapping(), feed.terms().isUrgent(), file -> ownRows(file, feed)::isOwn));
        decisions.decide(recall, answer.verdict(), answer.errors(), answer.effect());
        Optional.ofNullable(answer.target()).flatMap(deliveries::find).ifPresent(decisions::answer);
    }
}
