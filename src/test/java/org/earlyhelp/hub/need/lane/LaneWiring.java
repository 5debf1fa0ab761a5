package org.earlyhelp.hub.need.lane;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.earlyhelp.hub.intake.SenderFault;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.FamilyAssessed;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The room as the hub wires it, on a database of the test's own and a clock that the test moves. No {@code @Configuration}:
 * the whole hub, which tests start on the same classpath, would find it by scanning.
 */
@ComponentScan("org.earlyhelp.hub.need")
@EnableTransactionManagement
class LaneWiring {
    @Bean
    JdbcTemplate jdbcTemplate(DataSource database) {
        return new JdbcTemplate(database);
    }

    @Bean
    JdbcClient jdbcClient(JdbcTemplate jdbc) {
        return JdbcClient.create(jdbc);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    HubSettings hubSettings() {
        return new HubSettings(Path.of("target/data"), Path.of(""), Path.of("target/data-keys"), true);
    }

    @Bean
    HubClock hubClock(MovedClock clock) {
        return HubClock.of(clock);
    }

    @Bean
    MovedClock movedClock() {
        return new MovedClock();
    }

    @Bean
    AgreementBook agreementBook() {
        return new AgreementBook();
    }

    @Bean
    Told told() {
        return new Told();
    }

    /** Stands where the test puts it. */
    static final class MovedClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-23T08:40:00Z");

        void to(String instant) {
            now = Instant.parse(instant);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Listens as the alert room does; fails for families it is told to fail for. */
    static final class Told {
        final List<Assessment> assessments = new ArrayList<>();
        final List<String> failing = new ArrayList<>();
        final List<SenderFault> faults = new ArrayList<>();

        @EventListener
        void on(SenderFault fault) {
            faults.add(fault);
        }

        @EventListener
        void on(FamilyAssessed news) {
            assessments.add(news.assessment());
            if (failing.contains(news.assessment().familyRef())) {
                throw new IllegalStateException("told to fail");
            }
        }
    }
}
