package org.earlyhelp.hub.embedded;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.jms.ConnectionFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.ActiveMQSslConnectionFactory;
import org.earlyhelp.hub.alert.BrokerJournal;
import org.earlyhelp.hub.embedded.broker.EmbeddedBroker;
import org.earlyhelp.hub.embedded.expiry.CertificateFiles;
import org.earlyhelp.hub.embedded.expiry.ShownCertificates;
import org.earlyhelp.hub.embedded.postgres.PostgresServer;
import org.earlyhelp.hub.embedded.settings.StartSettings;
import org.earlyhelp.hub.embedded.settings.TrustedCertificates;
import org.earlyhelp.hub.embedded.storage.DurabilityCheck;
import org.earlyhelp.hub.embedded.storage.ServerVersion;
import org.earlyhelp.hub.intake.expiry.EndingSource;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.web.SignInAccounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.connection.CachingConnectionFactory;

/** What this room gives to all others: settings, clock, database and broker, embedded or external. */
@Configuration(proxyBeanMethods = false)
class HubBeans {
    private static final int DATABASE_CONNECTIONS = 20;
    private static final long DATABASE_WAIT_MILLIS = 15_000;
    /** A statement that waits longer for somebody else's lock fails, so that its connection serves others; its work is tried again. */
    private static final int LOCK_WAIT_SECONDS = 20;
    private static final int CACHED_SESSIONS = 8;

    @Bean
    HubSettings hubSettings(HubMachine machine) {
        return machine.settings().hub();
    }

    @Bean
    HubClock hubClock(HubMachine machine) {
        return machine.clock();
    }

    /** The pages' accounts of a demonstration; nobody in a real run, where sign-in is OpenID Connect. */
    @Bean
    SignInAccounts signInAccounts(HubMachine machine) {
        return () -> machine.accounts().map(DemoAccounts::passwords).orElse(Map.of());
    }

    @Bean
    HikariDataSource dataSource(HubMachine machine) {
        HikariConfig config = new HikariConfig();
        Optional<PostgresServer> embedded = machine.database();
        StartSettings.External database = embedded
                .map(server -> new StartSettings.External(server.url(), server.userName(), server.password()))
                .orElseGet(() -> machine.settings().database().orElseThrow());
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setPoolName("hub");
        config.setMaximumPoolSize(DATABASE_CONNECTIONS);
        config.setConnectionTimeout(DATABASE_WAIT_MILLIS);
        // A server's error detail repeats the values of the row, and an exception's text ends up in the log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "early-help-hub");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // Given with the connection and not set afterwards: what sets another limit for a while comes back to this one.
        config.addDataSourceProperty("options", "-c lock_timeout=" + LOCK_WAIT_SECONDS + "s");
        return checked(config);
    }

    /** Clients of the broker; only text messages, so nothing is ever deserialised. */
    @Bean
    ConnectionFactory connectionFactory(HubMachine machine) {
        Optional<EmbeddedBroker> embedded = machine.broker();
        StartSettings.External broker = embedded
                .map(server -> new StartSettings.External(server.url(), server.userName(), server.password()))
                .orElseGet(() -> machine.settings().broker().orElseThrow());
        ActiveMQSslConnectionFactory factory = new ActiveMQSslConnectionFactory(broker.url());
        factory.setUserName(broker.user());
        factory.setPassword(broker.password());
        machine.settings().brokerCa().ifPresent(file -> factory.setKeyAndTrustManagers(null, TrustedCertificates.read(file), null));
        factory.setTrustAllPackages(false);
        factory.setTrustedPackages(List.of());
        factory.setWatchTopicAdvisories(false);
        CachingConnectionFactory cached = new CachingConnectionFactory(factory);
        // A consumer of one dead letter ends with it; kept, each would stay open for ever.
        cached.setCacheConsumers(false);
        cached.setSessionCacheSize(CACHED_SESSIONS);
        return cached;
    }

    @Bean
    EndingSource certificateFiles(HubMachine machine) {
        return CertificateFiles.of(machine.settings());
    }

    @Bean
    EndingSource shownCertificates(HubMachine machine) {
        return ShownCertificates.of(machine.settings());
    }

    /** With an external broker nothing is renewed: its files are its operator's. Asked late, since the broker comes up beside the application. */
    @Bean
    BrokerJournal brokerJournal(HubMachine machine) {
        return new BrokerJournal() {
            @Override
            public int begin() {
                return machine.broker().map(EmbeddedBroker::begin).orElse(0);
            }

            @Override
            public boolean isGone(int last) {
                return machine.broker().map(broker -> broker.isGone(last)).orElse(true);
            }
        };
    }

    private static HikariDataSource checked(HikariConfig config) {
        HikariDataSource database;
        try {
            database = new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new StartFailure("The database does not answer: check HUB_DB_URL, HUB_DB_USER and HUB_DB_PASSWORD.", e);
        }
        try {
            ServerVersion.require(database);
            DurabilityCheck.require(database);
            return database;
        } catch (StartFailure e) {
            database.close();
            throw e;
        }
    }
}
