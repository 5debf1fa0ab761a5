package org.earlyhelp.hub.sharing.check;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.LogState;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.earlyhelp.hub.sharing.WokenTask;
import org.earlyhelp.hub.sharing.seal.LogKeys;
import org.earlyhelp.hub.sharing.sequence.LogStatus;
import org.earlyhelp.hub.sharing.storage.CheckTables;
import org.earlyhelp.hub.sharing.storage.KeyTable;
import org.earlyhelp.hub.sharing.storage.StoredLog;
import org.earlyhelp.hub.sharing.storage.TreeTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks the latest entries at the start and the whole log each night; what it finds stands in the log's state. Thread-safe. */
@Component
public class CheckWatch extends TaskLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CheckWatch.class);
    private static final LocalTime NIGHT = LocalTime.of(2, 30);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(1);

    private final LogCheck check;
    private final LogStatus status;
    private final TransactionTemplate moment;
    private final WokenTask task = new WokenTask("check of the sharing log", STOP_LIMIT, this::round);
    /** The last night that was looked at; null before the first look. */
    private volatile LocalDate lastNight;

    public CheckWatch(TreeTables trees, CheckTables tables, KeyTable keyTable, StoredLog log, LogKeys keys, HubSettings settings, LogStatus status,
                      PlatformTransactionManager transactions) {
        this.check = new LogCheck(trees, tables, keyTable, log, keys, settings.keyDir());
        this.status = status;
        this.moment = new TransactionTemplate(transactions);
        moment.setReadOnly(true);
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        moment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Checks now; the result stands in the log's state afterwards. */
    public LogState.Check check(boolean whole) {
        LogState.Check result = moment.execute(one -> check.run(whole));
        status.checked(result);
        if (!result.holds()) {
            LOG.error("The check of the sharing log found {} faults, the first: {}", result.count(), result.faults().get(0));
        }
        return result;
    }

    @Override
    public synchronized void start() {
        if (!isRunning()) {
            lastNight = null;
            super.start();
        }
    }

    @Override
    protected HubTask task() {
        return task;
    }

    private Duration round(boolean woken) {
        LocalDate night = nightOf();
        if (lastNight == null) {
            attempt(false);
        } else if (night.isAfter(lastNight)) {
            attempt(true);
        }
        lastNight = night;
        return LOOK_EVERY;
    }

    private void attempt(boolean whole) {
        try {
            check(whole);
        } catch (RuntimeException e) {
            // The kind of failure only: messages of drivers may hold data.
            LOG.warn("The sharing log could not be checked ({})", e.getClass().getSimpleName());
        }
    }

    /** The date whose night, by the machine's own time, has last begun. */
    private static LocalDate nightOf() {
        var now = London.timeOf(HubClock.machineTime());
        return now.toLocalTime().isBefore(NIGHT) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
    }
}
