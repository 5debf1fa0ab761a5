package org.earlyhelp.hub.intake.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.intake.alarm.AlarmLedger;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;

class EndingWatchTests {
    private static final Instant END = Instant.parse("2026-12-31T10:00:00Z");
    private final DataSource database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T08:00:00Z");
    private final AlarmLedger alarms = AlarmLedger.in(database, clock.asHubClock());
    private Instant end = END;
    private boolean away;
    private boolean gone;
    private final EndingSource source = () -> away ? new EndingSource.Look(List.of(), Set.of("broker"))
            : EndingSource.Look.of(gone ? List.of() : List.of(Ending.at("broker", "The broker's certificate", end, clock.instant(), "It is refused from then on.", null)));
    private final List<List<String>> seen = new ArrayList<>();

    private List<String> look(String at) {
        clock.to(at);
        new EndingWatch(List.of(source), alarms.alarms()).look();
        seen.add(alarms.open());
        return alarms.open();
    }

    @Test
    void warnsThirtyDaysBeforeAndNotEarlier() {
        assertThat(look("2026-12-01T09:59:59Z")).isEmpty();
        assertThat(look("2026-12-01T10:00:00Z")).containsExactly("ends-soon:broker");
        assertThat(alarms.words("ends-soon:broker")).isEqualTo("The broker's certificate ends on 31 December 2026 (in 30 days). It is refused from then on.");
    }

    @Test
    void saysOnceThatItEndsAndOnceThatItHasEnded() {
        look("2026-12-20T10:00:00Z");
        look("2026-12-29T10:00:00Z");
        assertThat(look("2026-12-31T10:00:00Z")).containsExactly("has-ended:broker");
        look("2027-01-05T10:00:00Z");

        assertThat(alarms.told("broker's")).containsExactly("Alarm: ends soon", "Alarm: has ended", "Over: ends soon");
    }

    @Test
    void isOverWithASuccessorAndBeginsAnewWithItsEnd() {
        look("2027-01-02T10:00:00Z");
        end = Instant.parse("2027-12-31T10:00:00Z");
        assertThat(look("2027-01-02T11:00:00Z")).isEmpty();

        assertThat(look("2027-12-15T10:00:00Z")).containsExactly("ends-soon:broker");
        assertThat(alarms.told("broker's")).containsExactly("Alarm: has ended", "Over: has ended", "Alarm: ends soon");
    }

    @Test
    void keepsTheAlarmOfWhatCannotBeSeenJustNow() {
        look("2026-12-20T10:00:00Z");
        away = true;
        assertThat(look("2026-12-20T11:00:00Z")).containsExactly("ends-soon:broker");
        away = false;
        gone = true;
        assertThat(look("2026-12-20T12:00:00Z")).isEmpty();
    }
}
