package org.earlyhelp.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WokenTaskTests {
    private static final int PATIENCE_SECONDS = 60;
    private static final Duration NEVER = Duration.ofDays(1);
    private final BlockingQueue<Boolean> rounds = new LinkedBlockingQueue<>();

    @Test
    void goesOnAfterAnErrorOfTheVirtualMachine() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch worked = new CountDownLatch(1);
        WokenTask task = WokenTask.of("tried", Duration.ofMillis(1), () -> {
            if (tries.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("gone");
            }
            worked.countDown();
            return false;
        });

        task.start();

        assertThat(worked.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        task.stop();
    }

    @Test
    void worksWhenWoken() throws InterruptedException {
        WokenTask task = new WokenTask("woken", NEVER, this::round);
        task.start();
        rounds.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);

        task.wake();

        assertThat(rounds.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        task.stop();
        assertThat(task.isRunning()).isFalse();
    }

    @Test
    void beginsAnewAfterItEndedItself() throws InterruptedException {
        AtomicReference<WokenTask> task = new AtomicReference<>();
        task.set(new WokenTask("ended", NEVER, woken -> {
            task.get().end();
            return round(woken);
        }));
        task.get().start();
        rounds.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);

        task.get().start();

        assertThat(rounds.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        task.get().stop();
    }

    @Test
    void interruptsARoundThatDoesNotEnd() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        WokenTask task = new WokenTask("endless", Duration.ofMillis(1), woken -> {
            try {
                round(woken);
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return NEVER;
        });
        task.start();
        rounds.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);

        task.stop();

        assertThat(interrupted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private Duration round(boolean woken) {
        rounds.add(woken);
        return NEVER;
    }
}
