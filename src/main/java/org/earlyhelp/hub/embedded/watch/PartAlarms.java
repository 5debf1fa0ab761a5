package org.earlyhelp.hub.embedded.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.earlyhelp.hub.alert.DeadLetters;
import org.earlyhelp.hub.embedded.storage.StandingFigures;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.LastWholeCheck;
import org.earlyhelp.hub.sharing.LogState;
import org.earlyhelp.hub.sharing.LogWatch;
import org.earlyhelp.hub.sharing.RegularTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.springframework.stereotype.Component;

/**
 * Raises an alarm for each part of the hub that does not work, and says when it is over: for operators who have no monitoring,
 * and for the start page, which must not call well what is not. Alarms of feeds, accounts and the canary are raised where they
 * are noticed.
 */
@Component
class PartAlarms extends TaskLifecycle {
    private static final int LOOK_SECONDS = 60;
    /** A broker that starts again is away for less. */
    static final Duration BROKER_LIMIT = Duration.ofMinutes(5);
    /** Two nights without a check of the whole sharing log. */
    static final Duration UNCHECKED_LIMIT = Duration.ofHours(48);
    /** A start has so long to make up for what was missed while the hub was down. */
    static final Duration MAKING_UP_LIMIT = Duration.ofHours(1);
    private final OperatorAlarms alarms;
    private final DeadLetters deadLetters;
    private final LogWatch sharingLog;
    private final StandingFigures figures;
    private final Path dataDir;
    private final HubClock clock;
    private final Instant startedAt;
    private final RegularTask regularly = new RegularTask("watch over parts", LOOK_SECONDS, this::look);
    private Instant brokerAwaySince;

    PartAlarms(OperatorAlarms alarms, DeadLetters deadLetters, LogWatch sharingLog, StandingFigures figures, HubSettings settings, HubClock clock) {
        this.alarms = alarms;
        this.deadLetters = deadLetters;
        this.sharingLog = sharingLog;
        this.figures = figures;
        this.dataDir = settings.dataDir();
        this.clock = clock;
        this.startedAt = clock.now();
    }

    @Override
    protected HubTask task() {
        return regularly;
    }

    /** One look at every part. */
    synchronized void look() {
        lookAtBroker();
        LogState log = sharingLog.state();
        tell(log.isStopped(), "sharing-log-stopped", "The sharing log signs nothing until people have looked at it: only what keeps a child safe goes out meanwhile. Information governance decides.", "/sharing/log");
        tell(log.check() != null && !log.check().holds(), "sharing-log-faults", "The check of the sharing log found entries that do not fit. Information governance looks at them.", "/sharing/log");
        tell(isUnchecked(), "sharing-log-unchecked", "The whole sharing log has not been checked for 48 hours: each night's check failed or did not come to its end. Look at the log of the hub.", "/sharing/log");
        tell(figures.isAFileSetAside(), "file-set-aside", "The hub could not process a file and has set it aside. Find the cause, then let it be tried once more.", "/feeds");
        tell(figures.isARecordUnlinked(), "record-not-linked", "The hub could not link a record to a person after three tries: it is kept and counts for nobody. Data stewards see which, under findings.", "/reviews");
        tell(figures.isAFamilyUnassessed(), "family-not-assessed", "The hub could not work out a family's needs after three tries: they stand as they were before. Data stewards see which, under findings.", "/reviews");
    }

    private boolean isUnchecked() {
        boolean isLong = LastWholeCheck.of(dataDir).filter(HubClock.machineTime().minus(UNCHECKED_LIMIT)::isBefore).isEmpty();
        return isLong && !clock.now().isBefore(startedAt.plus(MAKING_UP_LIMIT));
    }

    private void lookAtBroker() {
        DeadLetters.Listing listing = deadLetters.list(1);
        if (listing instanceof DeadLetters.Listing.Letters letters) {
            brokerAwaySince = null;
            tell(!letters.letters().isEmpty(), "dead-letters", "A message could not be handled and waits for somebody to look at it.", "/queues");
        } else if (brokerAwaySince == null) {
            brokerAwaySince = clock.now();
        }
        tell(brokerAwaySince != null && !clock.now().isBefore(brokerAwaySince.plus(BROKER_LIMIT)), "broker-away",
                "The broker does not answer: alerts stand on the pages and wait for their queues.", "/queues");
    }

    private void tell(boolean amiss, String kind, String words, String place) {
        if (amiss) {
            alarms.raise(kind, kind, words, place);
        } else {
            alarms.clear(kind);
        }
    }
}
