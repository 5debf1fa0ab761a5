package org.earlyhelp.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RegularTaskTests {
    private static final int PATIENCE_SECONDS = 60;

    @Test
    void isDoneAgainAfterAFailure() throws InterruptedException {
        CountDownLatch turns = new CountDownLatch(2);
        RegularTask task = new RegularTask("failing", 1, () -> {
            turns.countDown();
            throw new IOException("no disk");
        });

        task.start();

        assertThat(turns.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        task.stop();
        assertThat(task.isRunning()).isFalse();
    }

    @Test
    void isDoneAgainAfterAnErrorOfTheMachine() throws InterruptedException {
        CountDownLatch turns = new CountDownLatch(2);
        RegularTask task = new RegularTask("failing", 1, () -> {
            turns.countDown();
            throw new NoClassDefFoundError("gone");
        });

        task.start();

        assertThat(turns.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        task.stop();
    }
}
