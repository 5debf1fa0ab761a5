package org.earlyhelp.hub.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.account.AccountLook;
import org.earlyhelp.hub.intake.account.KeyDesk;
import org.earlyhelp.hub.intake.account.LockOutDesk;
import org.earlyhelp.hub.intake.account.storage.AccountKeyStore;
import org.earlyhelp.hub.intake.account.storage.LoginStore;
import org.earlyhelp.hub.intake.account.storage.SentStore;
import org.earlyhelp.hub.intake.account.storage.ShutDoorStore;
import org.earlyhelp.hub.intake.canary.Canaries;
import org.earlyhelp.hub.intake.resend.Restorations;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.support.TestDatabase;
import org.earlyhelp.hub.support.TestFolders;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.erasure.Erasable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The pages and exports on a real server and a real database, without feeds and broker. No {@code @Configuration}: the whole
 * hub, which tests start on the same classpath, would find it by scanning.
 */
@EnableAutoConfiguration(exclude = CamelAutoConfiguration.class)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class, basePackages = {"org.earlyhelp.hub.sharing", "org.earlyhelp.hub.web", "org.earlyhelp.hub.identity", "org.earlyhelp.hub.need",
        "org.earlyhelp.hub.alert.desk", "org.earlyhelp.hub.alert.storage", "org.earlyhelp.hub.rights", "org.earlyhelp.hub.intake.quarantine",
        "org.earlyhelp.hub.intake.take", "org.earlyhelp.hub.intake.recall", "org.earlyhelp.hub.intake.envelope", "org.earlyhelp.hub.intake.checksum", "org.earlyhelp.hub.intake.layout", "org.earlyhelp.hub.intake.alarm", "org.earlyhelp.hub.intake.receipt", "org.earlyhelp.hub.intake.storage", "org.earlyhelp.hub.intake.raw"},
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Tests.*|.*WebTestHub|.*\\.(IdentityLane|AssessmentLane|ErasureLane|RetentionLane|ErasureReplay|QuarantineClock|ChannelWatch|CorrectionLane|ClockWatch)"))
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class, basePackages = "org.earlyhelp.hub", useDefaultFilters = false, includeFilters =
        @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = {AccountLook.class, AccountKeyStore.class, LoginStore.class, SentStore.class, ShutDoorStore.class, LockOutDesk.class, Canaries.class, Restorations.class, Erasable.class}))
class WebTestHub {
    static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");

    @Bean
    DataSource dataSource() {
        return TestDatabase.kept();
    }

    @Bean
    HubClock hubClock() {
        return HubClock.fixedAt(NOW);
    }

    @Bean
    HubSettings hubSettings(@Value("${hub.test.demo:true}") boolean demo) {
        Path folder = TestFolders.fresh();
        return new HubSettings(folder.resolve("data"), Path.of("."), folder.resolve("data-keys"), demo);
    }

    @Bean
    KeyDesk keyDesk(AgreementBook agreements, AccountKeyStore store, HubClock clock, HubSettings settings) {
        return new KeyDesk(agreements::agreements, store, clock, settings.demo());
    }

    @Bean
    SftpFolders sftpFolders(HubSettings settings) {
        return new SftpFolders(settings.dataDir().resolve("sftp"));
    }

    @Bean
    SignInAccounts signInAccounts() {
        return () -> Map.of("front-door", "fd-pass", "manager", "m-pass", "steward", "s-pass", "ig", "ig-pass", "operator", "o-pass", "case-system", "c-pass");
    }
}
