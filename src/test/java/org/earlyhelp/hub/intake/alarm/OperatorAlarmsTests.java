package org.earlyhelp.hub.intake.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.earlyhelp.hub.intake.storage.AlarmStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.tell.ChannelState;
import org.earlyhelp.hub.sharing.tell.Teller;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OperatorAlarmsTests {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:40:00Z");
    private static final String KEY = "feed-late:avonford-schools/school-attendance";
    private final DataSource database = TestDatabase.fresh();
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
    private final List<String> told = new ArrayList<>();

    private OperatorAlarms at(Instant now) {
        Teller teller = new Teller() {
            @Override
            public Set<String> channels() {
                return Set.of("alarm-mail", "manager-mail");
            }

            @Override
            public boolean tell(String channel, String subject, String words) {
                return told.add(channel + " | " + subject + " | " + words);
            }

            @Override
            public List<ChannelState> states() {
                return List.of();
            }
        };
        return new KeptAlarms(new AlarmStore(JdbcClient.create(database)), teller, HubClock.fixedAt(now), transactions);
    }

    @Test
    void raisesOnceAndIsOverOnce() {
        OperatorAlarms alarms = at(MONDAY);
        assertThat(alarms.raise(KEY, "feed-late", "No file came.", "/feeds")).isTrue();
        assertThat(alarms.raise(KEY, "feed-late", "Still no file came.", "/feeds")).isFalse();
        assertThat(at(MONDAY.plusSeconds(60)).clear(KEY)).isTrue();
        assertThat(alarms.clear(KEY)).isFalse();
        assertThat(alarms.over(10)).containsExactly(new OperatorAlarm(KEY, "feed-late", "No file came.", "/feeds", MONDAY, MONDAY.plusSeconds(60)));
        assertThat(told).containsExactly("alarm-mail | Early Help Hub, Alarm: feed late | No file came.\nLook at: /feeds",
                "alarm-mail | Early Help Hub, Over: feed late | This is over: No file came.\nLook at: /feeds");
    }

    @Test
    void isOpenAfterARestart() {
        at(MONDAY).raise(KEY, "feed-late", "No file came.", null);
        OperatorAlarms started = at(MONDAY.plusSeconds(60));
        assertThat(started.raise(KEY, "feed-late", "No file came.", null)).isFalse();
        assertThat(started.open()).singleElement().matches(OperatorAlarm::isOpen);
        assertThat(told).hasSize(1);
    }

    @Test
    void raisesAgainAfterItWasOver() {
        OperatorAlarms alarms = at(MONDAY);
        alarms.raise(KEY, "feed-late", "No file came.", null);
        alarms.clear(KEY);
        assertThat(alarms.raise(KEY, "feed-late", "No file came again.", null)).isTrue();
        assertThat(told).hasSize(3);
    }

    @Test
    void standsWhenTheCallersWorkIsTakenBack() {
        OperatorAlarms alarms = at(MONDAY);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            alarms.raise(KEY, "feed-late", "No file came.", null);
            status.setRollbackOnly();
        });
        assertThat(alarms.open()).hasSize(1);
    }

    @Test
    void isRaisedOnceByManyAtATime() {
        OperatorAlarms alarms = at(MONDAY);
        long raised = IntStream.range(0, 8).parallel().filter(i -> alarms.raise(KEY, "feed-late", "No file came.", null)).count();
        assertThat(raised).isEqualTo(1);
        assertThat(alarms.open()).hasSize(1);
    }

    @Test
    void keepsWordsShortAndRefusesKeysThatAreNone() {
        OperatorAlarms alarms = at(MONDAY);
        alarms.raise(KEY, "feed-late", "x".repeat(900), null);
        assertThat(alarms.open().get(0).words()).hasSize(OperatorAlarm.WORDS_LIMIT);
        assertThatIllegalArgumentException().isThrownBy(() -> alarms.raise("", "feed-late", "x", null));
        assertThatIllegalArgumentException().isThrownBy(() -> alarms.raise("k".repeat(201), "feed-late", "x", null));
        assertThatIllegalArgumentException().isThrownBy(() -> alarms.raise(KEY, "Feed Late", "x", null));
    }

    @Test
    void letsNoFloodOfOneKindKeepAnotherAway() {
        OperatorAlarms alarms = at(MONDAY);
        JdbcClient.create(database).sql("INSERT INTO operator_alarm (key, kind, words, raised_at) SELECT 'k' || i, 'feed-late', 'x', now() FROM generate_series(1, ?) i")
                .param(OperatorAlarms.KIND_LIMIT).update();
        assertThat(alarms.raise(KEY, "feed-late", "No file came.", null)).isFalse();
        assertThat(alarms.raise("sharing-log-stopped", "sharing-log-stopped", "It signs nothing.", null)).isTrue();
    }

    @Test
    void keepsNoMoreThanCanBeRead() {
        OperatorAlarms alarms = at(MONDAY);
        JdbcClient.create(database).sql("INSERT INTO operator_alarm (key, kind, words, raised_at) SELECT 'k' || i, 'test', 'x', now() FROM generate_series(1, ?) i")
                .param(OperatorAlarms.OPEN_LIMIT).update();
        assertThat(alarms.raise(KEY, "feed-late", "No file came.", null)).isFalse();
        assertThat(alarms.open()).hasSize(OperatorAlarms.OPEN_LIMIT);
    }
}
