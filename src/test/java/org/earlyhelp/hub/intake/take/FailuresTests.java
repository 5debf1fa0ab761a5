package org.earlyhelp.hub.intake.take;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.intake.alarm.AlarmLedger;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FailuresTests {
    private final DataSource database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T08:40:00Z");
    private final AlarmLedger ledger = AlarmLedger.in(database, clock.asHubClock());
    private final DeliveryStore deliveries = new DeliveryStore(JdbcClient.create(database));
    private final Failures failures = new Failures(deliveries, null, null, ledger.alarms(), clock.asHubClock());

    @Test
    void takesTheStartBackForAPassingFaultOnly() {
        JdbcClient sql = JdbcClient.create(database);
        sql.sql("INSERT INTO delivery (receipt, upload, agency, feed, lane, file_name, bytes, sha256, stage, received_at, starts) VALUES ('R-1', 'U1', 'a', 'f', 'a/f', 'x', 1, 'x', 'RECEIVED', now(), 7)").update();

        failures.failed("U1", new UncheckedIOException(new IOException("the disk is full")));
        assertThat(sql.sql("SELECT starts FROM delivery").query(Integer.class).single()).isEqualTo(6);
        failures.failed("U1", new IllegalStateException("its own"));
        assertThat(sql.sql("SELECT starts FROM delivery").query(Integer.class).single()).isEqualTo(6);
    }

    @Test
    void tellsAnOperatorOnceThatAFileWaitsLongAndOnceThatItGoesOn() {
        fail("U1", Failures.TOLD_AFTER_FAILURES - 1);
        assertThat(ledger.open()).isEmpty();

        fail("U1", 2);
        fail("U2", 1);
        failures.succeeded("U2");
        assertThat(ledger.open()).containsExactly(Failures.ALARM);
        failures.succeeded("U1");
        assertThat(ledger.told("could not be taken")).containsExactly("Alarm: file waits", "Over: file waits");
    }

    private void fail(String upload, int times) {
        for (int i = 0; i < times; i++) {
            failures.failed(upload, new IOException("the disk is full"));
        }
    }
}
