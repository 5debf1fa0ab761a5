package org.earlyhelp.hub.intake.account;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.intake.account.storage.LoginStore;
import org.earlyhelp.hub.intake.account.storage.SentStore;
import org.earlyhelp.hub.intake.alarm.OperatorAlarm;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.support.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A door over a real database, with a clock that the test moves and alarms that are only remembered. */
public final class MadeDoor {
    private final DataSource database = TestDatabase.fresh();
    private final LoginStore logins = LoginStore.over(database);
    private final List<String> raised = new CopyOnWriteArrayList<>();
    private final List<String> cleared = new CopyOnWriteArrayList<>();
    private final MovingClock time = new MovingClock("2026-11-23T08:40:00Z");
    private final AccountDoor door;

    public MadeDoor() {
        HubClock clock = time.asHubClock();
        door = new AccountDoor(logins, new SentStore(JdbcClient.create(database)), new AccountAlarms(new Remembered(), clock), clock, new SimpleMeterRegistry());
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
