package org.earlyhelp.hub.intake.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.storage.DeliveryLists;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClockWatchTests {
    private final DataSource database = TestDatabase.fresh();
    private final DeliveryStore deliveries = new DeliveryStore(JdbcClient.create(database));
    private final MovingClock clock = new MovingClock("2026-11-23T08:00:00Z");
    private final AlarmLedger alarms = AlarmLedger.in(database, clock.asHubClock());
    private long ticked;
    private ClockWatch watch = watch();

    private ClockWatch watch() {
        return new ClockWatch(alarms.alarms(), new DeliveryLists(JdbcClient.create(database)), clock.asHubClock(), () -> ticked);
    }

    /** A look after so much true time, during which the clock was moved by a step beside it. */
    private void look(Duration passed, Duration step) {
        ticked += passed.toNanos();
        clock.forward(passed.plus(step));
        watch.look();
    }

    @Test
    void saysNothingOfAClockThatGoesEvenlyOrIsCorrectedALittle() {
        watch.look();
        look(Duration.ofSeconds(10), Duration.ZERO);
        look(Duration.ofHours(3), Duration.ofSeconds(40));
        look(Duration.ofSeconds(10), Duration.ofSeconds(-40));

        assertThat(alarms.open()).isEmpty();
    }

    @Test
    void tellsOnceOfAStepAndOnceThatItIsOverAfterADay() {
        watch.look();
        look(Duration.ofSeconds(10), Duration.ofHours(2));
        assertThat(alarms.words("clock-stepped")).startsWith("The machine's clock went forward by about 2 hours");
        look(Duration.ofHours(1), Duration.ofHours(-2));
        look(Duration.ofHours(23), Duration.ZERO);
        assertThat(alarms.open()).containsExactly("clock-stepped");
        look(Duration.ofHours(1), Duration.ZERO);

        assertThat(alarms.told("machine's clock")).containsExactly("Alarm: clock stepped", "Over: clock stepped");
    }

    @Test
    void noticesAtAStartThatTheNewestFileCameInTheFuture() {
        received("2026-11-23T09:30:00Z");
        watch.look();

        assertThat(alarms.words("clock-stepped")).startsWith("The machine's clock went back by about 90 minutes");
    }

    @Test
    void noticesItThoughAFileCameSinceTheStart() {
        received("2026-11-23T09:30:00Z");
        received("2026-11-23T07:59:59Z");
        watch.look();

        assertThat(alarms.open()).containsExactly("clock-stepped");
    }

    @Test
    void aStartLaterIsNoStep() {
        received("2026-11-23T07:30:00Z");
        watch.look();
        watch = watch();
        clock.forward(Duration.ofDays(5));
        watch.look();

        assertThat(alarms.open()).isEmpty();
    }

    private void received(String at) {
        assertThat(deliveries.insert(new DeliveryStore.Arrival(Ids.receiptRef(clock.asHubClock().today()), Ids.ulid(clock.asHubClock()), "avonford-schools", "school-attendance", false, "x.csv", 1,
                "sha-" + at, Stage.ACCEPTED, null, Instant.parse(at)))).isPresent();
    }
}
