package org.earlyhelp.hub.intake.route;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedStartupListener;
import org.earlyhelp.hub.intake.help.HelpWriter;
import org.earlyhelp.hub.intake.take.LostCopies;
import org.earlyhelp.hub.kernel.HubSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What intake does by itself: loads the routes, finishes what a crash left, keeps the help folders, sweeps. Begins only
 * when Camel has started, since a route that cannot start would else take the whole of Camel with it.
 */
@Component
public class IntakeClockwork implements SmartLifecycle {
    private static final int STOP_LIMIT_SECONDS = 10;
    private static final int TIDY_HOURS = 12;
    private static final int LAST_PHASE = Integer.MAX_VALUE - 50;
    private static final Logger LOG = LoggerFactory.getLogger(IntakeClockwork.class);
    private final CamelContext camel;
    private final RouteFolder routes;
    private final LeftOvers leftOvers;
    private final LostCopies lostCopies;
    private final HelpWriter help;
    private final CouncilReading council;
    private final HubSettings settings;
    private final IntakePace pace;
    private ScheduledExecutorService threads;
    private boolean running;

    public IntakeClockwork(CamelContext camel, RouteFolder routes, LeftOvers leftOvers, LostCopies lostCopies, HelpWriter help, CouncilReading council, HubSettings settings,
                           ObjectProvider<IntakePace> pace) {
        this.camel = camel;
        this.routes = routes;
        this.leftOvers = leftOvers;
        this.lostCopies = lostCopies;
        this.help = help;
        this.council = council;
        this.settings = settings;
        this.pace = pace.getIfAvailable(() -> IntakePace.USUAL);
    }

    @Override
    public synchronized void start() {
        running = true;
        if (camel.isStarted()) {
            begin();
        } else {
            addStartupListener();
        }
    }

    private void addStartupListener() {
        try {
            camel.addStartupListener(new ExtendedStartupListener() {
                @Override
                public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
                    // Routes that are added now would start together with Camel's own.
                }

                @Override
                public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) {
                    begin();
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException("Camel takes no startup listener", e);
        }
    }

    private synchronized void begin() {
        leftOvers.begin();
        routes.refresh();
        threads = Executors.newScheduledThreadPool(2, task -> new Thread(task, "intake-clockwork"));
        regularly(leftOvers::goOn);
        regularly(leftOvers::purge);
        regularly(lostCopies::tell);
        regularly(this::readCouncilFiles);
        threads.scheduleWithFixedDelay(safely(leftOvers::tidy), 0, TIDY_HOURS, TimeUnit.HOURS);
    }

    /** In this order: a lane needs its feed, and the help page its mapping. */
    private void readCouncilFiles() {
        council.refresh();
        if (settings.demo()) {
            routes.refresh();
        }
        help.refresh();
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (threads != null) {
            threads.shutdownNow();
            awaitEnd(threads);
            threads = null;
        }
    }

    /** A task that is half done may still write into a home or the database: both outlive it. */
    private static void awaitEnd(ScheduledExecutorService threads) {
        try {
            if (!threads.awaitTermination(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a regular task of intake has not ended {} s after the stop; it is left to itself", STOP_LIMIT_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return LAST_PHASE;
    }

    private void regularly(Runnable task) {
        threads.scheduleWithFixedDelay(safely(task), 0, pace.rest().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Nothing ends it, not even an error of the virtual machine: what is thrown takes a task off its thread for good. */
    static Runnable safely(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOG.warn("a regular task of intake failed and is tried again: {}", e.getClass().getSimpleName());
            }
        };
    }
}
