package org.earlyhelp.hub.identity.lane;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.identity.storage.EventStore;
import org.earlyhelp.hub.identity.storage.EventStore.Finding;
import org.earlyhelp.hub.identity.storage.WorkStore;
import org.earlyhelp.hub.intake.Trail;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.storage.fault.PassingFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off what waits, batch by batch, urgent records first. A batch that fails is halved until the record that
 * cannot be linked is alone; after some tries that record is parked as a finding and the others go on. Of one whose feed tells
 * of harm the front door hears at once.
 */
@Component
@NamedInterface("measured")
public class WorkOff {
    static final int URGENT_BATCH_RECORDS = 50;
    static final int BATCH_RECORDS = 500;
    static final int TRIES = 3;
    private static final Logger LOG = LoggerFactory.getLogger(WorkOff.class);
    private final WorkStore work;
    private final IdentityWriter writer;
    private final EventStore events;
    private final ApplicationEventPublisher news;
    private final TransactionTemplate transaction;
    private final HubClock clock;
    private final Map<Long, Integer> failures = new HashMap<>();

    WorkOff(WorkStore work, IdentityWriter writer, EventStore events, ApplicationEventPublisher news, TransactionTemplate transaction, HubClock clock) {
        this.work = work;
        this.writer = writer;
        this.events = events;
        this.news = news;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Links until nothing waits, or only rows that intake is writing. Returns how many records were linked.
     *
     * @throws RuntimeException when the database cannot be reached; nothing is lost, try again later
     */
    public synchronized int run() {
        int linked = 0;
        while (true) {
            List<Long> next = work.next(URGENT_BATCH_RECORDS, BATCH_RECORDS);
            int before = failures.values().stream().mapToInt(Integer::intValue).sum();
            int now = next.isEmpty() ? 0 : link(next);
            linked += now;
            boolean stuck = now == 0 && before == failures.values().stream().mapToInt(Integer::intValue).sum();
            if (next.isEmpty() || stuck) {
                return linked;
            }
        }
    }

    private int link(List<Long> records) {
        try {
            return writer.link(records);
        } catch (RuntimeException e) {
            if (PassingFault.isBehind(e)) {
                throw e;
            }
            if (records.size() == 1) {
                return failed(records.get(0), e);
            }
            int half = records.size() / 2;
            return link(records.subList(0, half)) + link(records.subList(half, records.size()));
        }
    }

    /** Counts a failure; at the last one the record no longer waits, and that counts as done. */
    private int failed(long record, RuntimeException cause) {
        if (failures.merge(record, 1, Integer::sum) < TRIES) {
            return 0;
        }
        failures.remove(record);
        Trail.follow(work.trail(record), "park", () -> park(record, cause));
        return 1;
    }

    private void park(long record, RuntimeException cause) {
        transaction.executeWithoutResult(status -> {
            String evidence = work.evidence(record);
            // The cause may quote data: only its kind is told.
            LOG.warn("{} could not be linked to a person ({}); parked as a finding, others go on", evidence, cause.getClass().getSimpleName());
            events.raise(List.of(new Finding("RECORD_NOT_LINKED", evidence,
                    "The hub could not link this record to a person after " + TRIES + " tries. It is kept and counts for nobody.")), clock.now());
            work.fault(record).ifPresent(news::publishEvent);
            work.drop(record);
        });
    }
}
