package org.earlyhelp.hub.intake.account;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.intake.account.storage.LoginStore;
import org.earlyhelp.hub.intake.account.storage.SentStore;
import org.earlyhelp.hub.intake.account.storage.ShutDoorStore;
import org.earlyhelp.hub.intake.alarm.OperatorAlarm;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.support.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A door over a real database, with a clock that the test moves and alarms that are only remembered. */
public final class MadeDoor {
    private final DataSource database = TestDatabase.fresh();
    private final LoginStore logins = LoginStore.over(database);
    private final ShutDoorStore shut = ShutDoorStore.over(database);
    private final List<String> raised = new CopyOnWriteArrayList<>();
    private final List<String> cleared = new CopyOnWriteArrayList<>();
    private final MovingClock time = new MovingClock("2026-11-23T08:40:00Z");
    private final AccountDoor door = restarted();

    /** Another door over the same database, which remembers nothing else. */
    AccountDoor restarted() {
        HubClock clock = time.asHubClock();
        return new AccountDoor(logins, new SentStore(JdbcClient.create(database)), shut, new AccountAlarms(new Remembered(), clock), clock, new SimpleMeterRegistry());
    }

    /** As if so many files of the agency had come an hour ago. */
    void delivered(String agency, int files) {
        for (int i = 0; i < files; i++) {
            JdbcClient.create(database).sql("""
                    INSERT INTO delivery (receipt, upload, agency, feed, lane, file_name, bytes, sha256, stage, received_at)
                    VALUES ('R-' || :n, 'u-' || :n, :agency, 'x', 'x', 'x', 1, 'x', 'ACCEPTED', '2026-11-23T07:40:00Z')
                    """).param("n", i).param("agency", agency).update();
        }
    }

    /** As a verb or the page does it, beside the door. */
    KeyDesk.Answer lift(String account) {
        return LockOutDesk.over(database, time.asHubClock()).lift(account, "ann", "their new server had the old key");
    }

    void aMinuteLater() {
        time.forward(Duration.ofMinutes(1));
    }

    void aDayLater() {
        time.forward(Duration.ofHours(QuotaBook.HOURS + 1L));
    }

    public AccountDoor door() {
        return door;
    }

    /** Lets the time of a lock-out pass. */
    public void forgive() {
        time.forward(LockOut.SHUT_FOR.plusSeconds(1));
    }

    public List<Login> logins(String account) {
        return logins.newest(account, 100);
    }

    /** Keys of the alarms that were raised. */
    public List<String> raised() {
        return raised;
    }

    public List<String> cleared() {
        return cleared;
    }

    private final class Remembered implements OperatorAlarms {
        @Override
        public boolean raise(String key, String kind, String words, String place) {
            return raised.add(key);
        }

        @Override
        public boolean clear(String key) {
            return cleared.add(key);
        }

        @Override
        public List<OperatorAlarm> open() {
            return List.of();
        }

        @Override
        public List<OperatorAlarm> over(int limit) {
            return List.of();
        }
    }
}
