package org.earlyhelp.hub.alert.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkLaneTests {
    private static final int PATIENCE_SECONDS = 60;

    @Test
    void goesOnAfterAnErrorOfTheVirtualMachine() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch worked = new CountDownLatch(1);
        Lane lane = new Lane("tried", Duration.ofMillis(1), () -> {
            if (tries.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("gone");
            }
            worked.countDown();
            return false;
        });

        lane.start();

        assertThat(worked.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        lane.stop();
    }
}
