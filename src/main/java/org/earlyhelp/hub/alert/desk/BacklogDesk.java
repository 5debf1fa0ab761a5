package org.earlyhelp.hub.alert.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.Backlog;
import org.earlyhelp.hub.alert.life.DailyCeiling;
import org.earlyhelp.hub.alert.life.Grounds;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.alert.storage.BacklogStore;
import org.earlyhelp.hub.alert.storage.BacklogStore.Waiting;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.Assessment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the backlog: who waits, for what, and who is let go. Each family is released in a transaction of its own. */
@Component
public class BacklogDesk implements Backlog {
    private final BacklogStore store;
    private final AlertStore alerts;
    private final AlertWriter writer;
    private final GroundsDesk grounds;
    private final DailyCeiling ceiling;
    private final HubClock clock;
    private final TransactionTemplate transaction;

    public BacklogDesk(BacklogStore store, AlertStore alerts, AlertWriter writer, GroundsDesk grounds, DailyCeiling ceiling, HubClock clock,
                       TransactionTemplate transaction) {
        this.store = store;
        this.alerts = alerts;
        this.writer = writer;
        this.grounds = grounds;
        this.ceiling = ceiling;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Whether the queue has had its alerts of the civil day. Others who ask wait until this transaction ends. */
    boolean isFull(AlertQueue queue) {
        if (!ceiling.isSetFor(queue)) {
            return false;
        }
        alerts.lockCounting();
        return ceiling.isReached(queue, alerts.raisedSince(queue, London.startOf(clock.today())));
    }

    /** Lets the family wait. */
    void hold(Assessment now, Why why) {
        store.hold(new Waiting(now.familyId(), why, AlertContent.of(now, AlertQueue.EARLY_HELP), grounds.of(now), now.domesticAbuseWithPupil()), clock.now());
    }

    /** The family has an alert now. */
    void leave(long familyId) {
        store.take(familyId);
    }

    /**
     * Renews what is known of a family that waits. History that holds no more leaves; what is over the ceiling would be an
     * open alert by now, so it leaves only when its grounds were taken back.
     */
    void renew(Assessment now) {
        store.of(now.familyId()).ifPresent(waiting -> {
            Grounds after = grounds.renewed(waiting.grounds(), now);
            if (now.rules().isEmpty() && (waiting.why() == Why.BEFORE_LIVE || after.areGone(AlertQueue.EARLY_HELP, false))) {
                store.take(now.familyId());
            } else {
                store.hold(new Waiting(now.familyId(), waiting.why(), waiting.content().renewedBy(now, AlertQueue.EARLY_HELP), after, false), clock.now());
            }
        });
    }

    void merged(long gone, long kept) {
        store.move(gone, kept);
        if (!alerts.openOf(kept).isEmpty()) {
            store.take(kept);
        }
    }

    void parted(Collection<Long> families) {
        store.share(families);
    }

    @Override
    public List<Count> counts() {
        return store.counts();
    }

    @Override
    public List<String> waiting(int level, int limit) {
        return store.oldestRefs(level, limit);
    }

    @Override
    public List<String> release(int families, int level, String by) {
        List<String> released = new ArrayList<>();
        for (long family : store.oldest(level, Math.min(families, RELEASE_LIMIT_FAMILIES))) {
            transaction.execute(status -> release(family)).map(Alert::ref).ifPresent(released::add);
        }
        Instant now = clock.now();
        transaction.executeWithoutResult(status -> store.released(new Release(level, families, released, by, now)));
        return released;
    }

    private Optional<Alert> release(long familyId) {
        alerts.lockFamily(familyId);
        return store.take(familyId).filter(waiting -> alerts.openOf(familyId).isEmpty()).map(waiting ->
                writer.raise(familyId, AlertQueue.EARLY_HELP, waiting.content(), waiting.beforeTheBell(), Because.RELEASED, waiting.grounds()));
    }

    @Override
    public List<Release> releases(int limit) {
        return store.releases(limit);
    }
}
