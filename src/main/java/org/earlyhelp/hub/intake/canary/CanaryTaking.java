package org.earlyhelp.hub.intake.canary;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.earlyhelp.hub.format.SourceLocation;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.storage.AttendanceBatch;
import org.earlyhelp.hub.intake.storage.AttendanceStore;
import org.earlyhelp.hub.intake.storage.CanaryStore;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.RecordStore;
import org.earlyhelp.hub.intake.storage.RecordStore.Placed;
import org.earlyhelp.hub.intake.storage.StoreResult;
import org.earlyhelp.hub.intake.storage.Verdict;
import org.earlyhelp.hub.intake.take.Feed;
import org.earlyhelp.hub.intake.take.Feeds;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.mapping.MappingSample;
import org.earlyhelp.hub.mapping.MappingTime;
import org.earlyhelp.hub.mapping.MappingTrial;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a canary that a lane brought, as far as its decision, and acknowledges it. Whatever is written for it is taken back;
 * only the acknowledgement stays. Thread-safe.
 */
@Component
public class CanaryTaking {
    private static final Logger LOG = LoggerFactory.getLogger(CanaryTaking.class);
    private final Feeds feeds;
    private final DeliveryStore deliveries;
    private final RecordStore records;
    private final AttendanceStore attendance;
    private final CanaryStore canaries;
    private final List<CanaryStep> steps;
    private final HubClock clock;
    private final TransactionTemplate transaction;

    public CanaryTaking(Feeds feeds, DeliveryStore deliveries, RecordStore records, AttendanceStore attendance, CanaryStore canaries, List<CanaryStep> steps, HubClock clock,
                        TransactionTemplate transaction) {
        this.feeds = feeds;
        this.deliveries = deliveries;
        this.records = records;
        this.attendance = attendance;
        this.canaries = canaries;
        this.steps = List.copyOf(steps);
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Takes it. A canary that does not get through is acknowledged with the reason; throws only when that cannot be noted. */
    public void take(String agency, String feed, CanaryFile file, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes((int) MappingSample.SIZE_LIMIT_BYTES + 1);
        String fault = null;
        try {
            fault = fly(agency, feed, file.upload(), bytes);
        } catch (RuntimeException e) {
            // The message may quote what was read, made up as it is.
            fault = "it met a " + e.getClass().getSimpleName();
            LOG.warn("the canary of {}/{} did not get through: {}", agency, feed, e.getClass().getSimpleName());
        }
        canaries.arrived(agency, feed, file.upload(), clock.now(), fault);
    }

    /** Null when it got through. */
    private String fly(String agency, String feed, String upload, byte[] bytes) {
        if (!(feeds.standing(agency, feed) instanceof Feeds.Standing.Open open)) {
            return "the feed takes nothing now";
        }
        MappingTrial trial = MappingTrial.of(open.feed().mapping(), bytes, MappingTime.of(clock));
        if (trial.fileRefused() || trial.rejected() > 0 || trial.notices().isEmpty()) {
            return "the layout " + open.feed().mapping().reference() + " refuses its own sample";
        }
        Notice notice = CanaryChild.instead(trial.notices().get(0), upload);
        steps.forEach(CanaryStep::prepare);
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return write(open.feed(), upload, bytes.length, notice);
        });
    }

    private String write(Feed feed, String upload, int bytes, Notice notice) {
        Delivery delivery = deliveries.insert(new DeliveryStore.Arrival(Ids.receiptRef(clock.today()), upload, feed.terms().agency(), feed.terms().feed(), false, "canary", bytes, "",
                Stage.RECEIVED, null, clock.now())).orElseThrow();
        StoreResult stored = store(delivery, feed, notice);
        if (stored.counts().accepted() != 1 || !stored.work()) {
            return "its record was not taken";
        }
        deliveries.decide(delivery.id(), Verdict.of(Stage.ACCEPTED), clock.now());
        List<Long> waiting = canaries.recordsOf(delivery.agency(), delivery.feed(), notice.sourceRef());
        if (waiting.isEmpty()) {
            return "its record was not found again";
        }
        return steps.stream().map(step -> through(step, waiting)).filter(fault -> fault != null).findFirst().orElse(null);
    }

    private StoreResult store(Delivery delivery, Feed feed, Notice notice) {
        boolean urgent = feed.terms().isUrgent();
        if (!(notice.fact() instanceof AttendanceDay day)) {
            return records.store(delivery, feed.hasVersions(), urgent, List.of(new Placed(new SourceLocation(1, 1), notice)));
        }
        AttendanceBatch batch = new AttendanceBatch();
        batch.add(notice, day, delivery.id());
        return attendance.store(delivery, urgent, batch);
    }

    private static String through(CanaryStep step, List<Long> waiting) {
        try {
            step.pass(waiting);
            return null;
        } catch (RuntimeException e) {
            LOG.warn("the canary did not get through {}: {}", step.name(), e.getClass().getSimpleName());
            return step.name() + " failed (" + e.getClass().getSimpleName() + ")";
        }
    }
}
