package org.earlyhelp.hub.intake.route;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.service.ServiceSupport;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Polls one lane on a thread of its own: at once when the bell rings, else every {@code delay} as a fallback. However
 * often it rings during a poll, one more poll follows.
 */
@Component("laneScheduler")
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class LaneScheduler extends ServiceSupport implements ScheduledPollConsumerScheduler {
    private final LaneBell bell;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final Runnable wake = this::wake;
    private CamelContext context;
    private ScheduledPollConsumer consumer;
    private String lane;
    private Runnable poll;
    private ScheduledExecutorService thread;

    public LaneScheduler(LaneBell bell) {
        this.bell = bell;
    }

    @Override
    public void onInit(Consumer polling) {
        consumer = (ScheduledPollConsumer) polling;
        String directory = ((RemoteFileEndpoint<?>) consumer.getEndpoint()).getConfiguration().getDirectory();
        lane = directory.replaceAll("^/|/$", "");
    }

    @Override
    public void scheduleTask(Runnable task) {
        poll = task;
    }

    @Override
    public void unscheduleTask() {
        bell.take(lane, wake);
    }

    @Override
    public void startScheduler() {
        if (thread == null) {
            thread = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "lane " + lane);
            bell.hang(lane, wake);
            thread.scheduleWithFixedDelay(poll, 0, consumer.getDelay(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public boolean isSchedulerStarted() {
        return thread != null;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        context = camelContext;
    }

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                thread.execute(this::pollWoken);
            } catch (RejectedExecutionException e) {
                woken.set(false);
            }
        }
    }

    private void pollWoken() {
        woken.set(false);
        poll.run();
    }

    @Override
    protected void doStop() {
        unscheduleTask();
        if (thread != null) {
            context.getExecutorServiceManager().shutdownNow(thread);
            thread = null;
        }
    }
}
