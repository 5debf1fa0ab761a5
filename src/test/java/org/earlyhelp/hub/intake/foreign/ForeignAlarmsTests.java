package org.earlyhelp.hub.intake.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.intake.alarm.AlarmLedger;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;

class ForeignAlarmsTests {
    private static final List<String> SCHOOL = List.of("school-attendance");
    private static final List<String> HARM = List.of("school-attendance", "domestic-abuse");
    private final MovingClock clock = new MovingClock("2026-11-23T08:40:00Z");
    private final AlarmLedger ledger = AlarmLedger.in(TestDatabase.fresh(), clock.asHubClock());
    private final ForeignAlarms schools = new ForeignAlarms(ledger.alarms(), clock.asHubClock(), "avonford-schools");
    private final ForeignAlarms haven = new ForeignAlarms(ledger.alarms(), clock.asHubClock(), "safe-haven");

    private void failAfter(Duration step) {
        clock.forward(step);
        schools.failed(SCHOOL, "ConnectException");
        haven.failed(HARM, "ConnectException");
    }

    @Test
    void tellsOfASilentServerSoonerWhereHarmMayWaitThere() {
        failAfter(Duration.ZERO);
        failAfter(ForeignAlarms.AWAY_LIMIT_OF_HARM);
        assertThat(ledger.open()).containsExactly("sftp-server-away safe-haven");
        assertThat(ledger.words("sftp-server-away safe-haven")).contains("children in danger", "ConnectException");

        failAfter(ForeignAlarms.AWAY_LIMIT);
        assertThat(ledger.open()).containsExactly("sftp-server-away safe-haven", "sftp-server-away avonford-schools");
        haven.pulled(0, Set.of());
        assertThat(ledger.open()).containsExactly("sftp-server-away avonford-schools");
    }

    @Test
    void tellsOfWhatTheServerRefusesAndWhenItDoesNoMore() {
        look(1, 2, Set.of("domestic-abuse"));
        assertThat(ledger.open()).isEmpty();
        clock.forward(ForeignAlarms.REFUSED_LIMIT);
        look(1, 2, Set.of("domestic-abuse"));
        assertThat(ledger.open()).containsExactlyInAnyOrder("sftp-file-left safe-haven", "sftp-answers-refused safe-haven", "sftp-folder-missing safe-haven");
        assertThat(ledger.words("sftp-file-left safe-haven")).startsWith("1 file of safe-haven");
        assertThat(ledger.words("sftp-folder-missing safe-haven")).contains("in/domestic-abuse for safe-haven");

        look(0, 0, Set.of());
        assertThat(ledger.open()).isEmpty();
    }

    private void look(int filesLeft, int answersRefused, Set<String> foldersMissing) {
        haven.pushed(answersRefused);
        haven.pulled(filesLeft, foldersMissing);
    }

    @Test
    void endsAlarmsOfAgenciesThatHaveNoAccountThereAnyMore() {
        failAfter(Duration.ZERO);
        failAfter(ForeignAlarms.AWAY_LIMIT);

        ForeignAlarms.endAllBut(List.of("safe-haven"), ledger.alarms());
        assertThat(ledger.open()).containsExactly("sftp-server-away safe-haven");
        ForeignMirror.endAlarms(ledger.alarms());
        assertThat(ledger.open()).isEmpty();
    }
}
