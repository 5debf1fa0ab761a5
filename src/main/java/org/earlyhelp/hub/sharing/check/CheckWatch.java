package org.earlyhelp.hub.sharing.check;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.LastWholeCheck;
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

/**
 * Checks the latest entries at the start and the whole log each night, or as soon as the hub runs after a night in which it did not or
 * could not; what it finds stands in the log's state. Thread-safe.
 */
@Component
public class CheckWatch extends TaskLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CheckWatch.class);
    private static final LocalTime NIGHT = LocalTime.of(2, 30);
    static final Duration LOOK_EVERY = Duration.ofSeconds(60);
    /** After a whole check that failed: it may have taken long to fail. */
    static final Duration RETRY_AFTER = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(1);

    private final LogCheck check;
    private final LogStatus status;
    private final Path dataDir;
    private final TransactionTemplate moment;
    private final WokenTask task = new WokenTask("check of the sharing log", STOP_LIMIT, this::round);
    private volatile boolean begun;
    /** Of this run of the hub; null while there was none. The file may not be written when the disk is full. */
    private volatile Instant lastWhole;

    public CheckWatch(TreeTables trees, CheckTables tables, KeyTable keyTable, StoredLog log, LogKeys keys, HubSettings settings, LogStatus status,
                      PlatformTransactionManager transactions) {
        this.check = new LogCheck(trees, tables, keyTable, log, keys, settings.keyDir());
        this.status = status;
        this.dataDir = settings.dataDir();
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
            begun = false;
            lastWhole = null;
            super.start();
        }
    }

    @Override
    protected HubTask task() {
        return task;
    }

    Duration round(boolean woken) {
        if (!begun) {
            begun = attempt(false);
            return LOOK_EVERY;
        }
        Optional<Instant> last = Optional.ofNullable(lastWhole).or(() -> LastWholeCheck.of(dataDir));
        boolean owed = last.isEmpty() || isOwed(last.get(), HubClock.machineTime());
        return !owed || attempt(true) ? LOOK_EVERY : RETRY_AFTER;
    }

    /** False when it could not be done; the next round owes it still. */
    private boolean attempt(boolean whole) {
        try {
            LogState.Check result = check(whole);
            if (result.whole()) {
                lastWhole = result.at();
                LastWholeCheck.note(dataDir, result.at());
            }
            return true;
        } catch (IOException e) {
            LOG.warn("The whole sharing log was checked, and that could not be noted in the data folder ({})", e.getClass().getSimpleName());
            return true;
        } catch (RuntimeException e) {
            // The kind of failure only: messages of drivers may hold data.
            LOG.warn("The sharing log could not be checked ({})", e.getClass().getSimpleName());
            return false;
        }
    }

    /** Whether a night has begun since, or the machine's clock was put back behind it. */
    static boolean isOwed(Instant last, Instant now) {
        var local = London.timeOf(now);
        LocalDate night = local.toLocalTime().isBefore(NIGHT) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
        return last.isBefore(London.instantOf(night.atTime(NIGHT))) || last.isAfter(now);
    }
}
