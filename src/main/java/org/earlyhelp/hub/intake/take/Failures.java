package org.earlyhelp.hub.intake.take;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.alarm.LastingAlarm;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.intake.raw.DamagedCopy;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.intake.storage.Verdict;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.storage.fault.PassingFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What happens to a file whose taking broke off by the hub's own fault: a passing fault (database, disk, network) is
 * tried again with delay and without end; one whose raw copy is damaged is asked for again; a file that fails by itself is set
 * aside for an operator. Thread-safe.
 */
@Component
public class Failures {
    /** So many failures without progress between them set a file aside, or show that its raw copy is damaged for good. */
    public static final int FAILURES_LIMIT = 3;
    /** After so many in a row an operator is told, and the file is tried again all the same. */
    static final int TOLD_AFTER_FAILURES = 10;
    static final String ALARM = "file-waits";
    private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
    private static final int DOUBLINGS_LIMIT = 5;
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private final DeliveryStore deliveries;
    private final Decisions decisions;
    private final LostCopies lost;
    private final LastingAlarm waits;
    private final HubClock clock;
    private final Map<String, Delay> delays = new ConcurrentHashMap<>();

    private record Delay(int failures, Instant until) {
    }

    public Failures(DeliveryStore deliveries, Decisions decisions, LostCopies lost, OperatorAlarms alarms, HubClock clock) {
        this.deliveries = deliveries;
        this.decisions = decisions;
        this.lost = lost;
        this.waits = new LastingAlarm(alarms, clock, ALARM, ALARM, "/feeds");
        this.clock = clock;
    }

    /** Notes that the taking of an upload broke off. Never throws: the lane goes on with other files. */
    public void failed(String upload, Throwable fault) {
        Delay delay = delays.compute(upload, (key, before) -> next(before == null ? 0 : before.failures()));
        LOG.warn("upload {} broke off and is tried again: {}", upload, causes(fault));
        try {
            if (isPassing(fault)) {
                deliveries.uncountStart(upload);
            } else {
                endIfHopeless(upload);
            }
        } catch (RuntimeException e) {
            LOG.warn("the failure of upload {} cannot be noted: {}", upload, causes(e));
        }
        if (isLong(delay)) {
            waits.amiss(Duration.ZERO, "Upload " + upload + " could not be taken " + delay.failures() + " times in a row, for a fault of the disk, the database or the line to it. "
                    + "Nothing of it is lost, and it is tried again until it can be taken. Look at the disk of the data folder and at the database.");
        }
    }

    /** The upload was dealt with; its failures are forgotten. */
    public void succeeded(String upload) {
        delays.remove(upload);
        if (delays.values().stream().noneMatch(Failures::isLong)) {
            waits.well();
        }
    }

    private static boolean isLong(Delay delay) {
        return delay.failures() >= TOLD_AFTER_FAILURES;
    }

    /** Whether the upload has to wait before it is tried again. */
    public boolean isDelayed(String upload) {
        Delay delay = delays.get(upload);
        return delay != null && clock.now().isBefore(delay.until());
    }

    private void endIfHopeless(String upload) {
        if (deliveries.countFailure(upload) >= FAILURES_LIMIT) {
            deliveries.ofUpload(upload).filter(stood -> !stood.stage().isDecided()).ifPresent(this::end);
        }
    }

    private void end(Delivery stood) {
        if (!lost.end(stood)) {
            decisions.decide(stood, Verdict.held("The hub could not process this file; an operator looks at it.", Verdict.Wait.OPERATOR), List.of());
        }
    }

    private Delay next(int failuresBefore) {
        return new Delay(failuresBefore + 1, clock.now().plus(FIRST_DELAY.multipliedBy(1L << Math.min(failuresBefore, DOUBLINGS_LIMIT))));
    }

    /** Whether the fault lies outside the file, so that trying again may help. */
    public static boolean isPassing(Throwable fault) {
        if (DamagedCopy.isBehind(fault)) {
            return false;
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof UncheckedIOException) {
                return true;
            }
        }
        return PassingFault.isBehind(fault);
    }

    /** Kinds and places of the fault, without messages: those may quote what was read. */
    public static String causes(Throwable fault) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : " by ").append(cause.getClass().getSimpleName());
            if (cause.getStackTrace().length > 0) {
                text.append(" at ").append(cause.getStackTrace()[0]);
            }
        }
        return text.toString();
    }
}
