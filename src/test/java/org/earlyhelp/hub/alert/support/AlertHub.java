package org.earlyhelp.hub.alert.support;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.earlyhelp.hub.alert.AlertDecisions;
import org.earlyhelp.hub.alert.route.OutboxRoutes;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.TextSeal;
import org.earlyhelp.hub.intake.alarm.AlarmLedger;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.intake.canary.CanaryAnswers;
import org.earlyhelp.hub.intake.raw.TextVault;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.CanaryAssessment;
import org.earlyhelp.hub.need.FamilyAssessed;
import org.earlyhelp.hub.need.LiveFeeds;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.StoppableLog;
import org.earlyhelp.hub.sharing.tell.Telling;
import org.earlyhelp.hub.sharing.tell.TellingChannel;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The alert room with its real parts: PostgreSQL, a broker, Camel, the disclosure desk and the shipped agreements and rules. */
public final class AlertHub implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final List<String> returned = new CopyOnWriteArrayList<>();

    private AlertHub(DataSource database, String brokerUrl, MovingClock clock, Path dataDir) {
        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(HubClock.class, clock::asHubClock);
        context.registerBean(HubSettings.class, () -> new HubSettings(dataDir, Path.of("."), Path.of(dataDir + "-keys"), true));
        context.registerBean(TextSeal.class, () -> new TextVault(context.getBean(HubSettings.class)));
        context.registerBean(SftpFolders.class, () -> new SftpFolders(dataDir));
        context.registerBean(StoppableLog.class, StoppableLog::new);
        context.registerBean(OperatorAlarms.class, () -> AlarmLedger.in(database, clock.asHubClock()).alarms());
        context.registerBean(LiveFeeds.class, () -> (agency, feed, occurredAt, receivedAt) -> bean(AgreementBook.class).feed(agency, feed)
                .filter(terms -> terms.isLiveOn(London.dateOf(occurredAt))).isPresent());
        context.registerBean(CanaryAssessment.class, () -> records -> Map.of());
        context.registerBean(CanaryAnswers.class, () -> (agency, feed, upload) -> returned.add(agency + "/" + feed + " " + upload));
        context.registerBean(ConnectionFactory.class, () -> connections(brokerUrl));
        context.register(Parts.class);
        context.refresh();
    }

    /** Starts the room; several on one database are several hubs. */
    public static AlertHub start(DataSource database, String brokerUrl, MovingClock clock, Path dataDir) {
        return new AlertHub(database, brokerUrl, clock, dataDir);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Canaries that came back from the broker: agency, feed and upload. */
    public List<String> returned() {
        return List.copyOf(returned);
    }

    public AlertDecisions decisions() {
        return bean(AlertDecisions.class);
    }

    /** What the need room does: tells the assessment inside its transaction. */
    public void assessed(Assessment assessment) {
        tell(new FamilyAssessed(assessment));
    }

    /** Publishes an event inside a transaction. */
    public void tell(Object event) {
        bean(TransactionTemplate.class).executeWithoutResult(status -> context.publishEvent(event));
    }

    @Override
    public void close() {
        context.close();
    }

    private static ConnectionFactory connections(String brokerUrl) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(brokerUrl);
        factory.setWatchTopicAdvisories(false);
        CachingConnectionFactory cached = new CachingConnectionFactory(factory);
        cached.setCacheConsumers(false);
        return cached;
    }

    /** Somebody outside, whom nobody calls: tests read what is kept for them. */
    private record SilentChannel(String name) implements TellingChannel {
        @Override
        public void send(Telling telling) {
            throw new IllegalStateException("nobody is called here");
        }
    }

    /** No {@code @Configuration}: the whole hub, which tests start on the same classpath, would find it by scanning. */
    @EnableTransactionManagement
    @ComponentScan(basePackages = "org.earlyhelp.hub.alert", excludeFilters = {@Filter(type = FilterType.REGEX, pattern = ".*\\.support\\..*"),
            @Filter(type = FilterType.REGEX, pattern = ".*\\.alert\\.web\\..*")})
    @ComponentScan(basePackages = "org.earlyhelp.hub.sharing", useDefaultFilters = false, includeFilters =
            @Filter(type = FilterType.REGEX, pattern = "org\\.earlyhelp\\.hub\\.sharing\\.(SharingConfiguration|tell\\.KeptTeller|storage\\.(EntryTable|StoredEntries|KeyTable|TellingStore))"))
    static class Parts {
        @Bean
        RuleBook ruleBook() {
            RuleBook book = new RuleBook();
            book.load(Path.of("rules"));
            return book;
        }

        @Bean
        TellingChannel manager() {
            return new SilentChannel("manager-mail");
        }

        @Bean
        TellingChannel outOfHours() {
            return new SilentChannel("out-of-hours-webhook");
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource database) {
            return new JdbcTemplate(database);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate template) {
            return JdbcClient.create(template);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource database) {
            return new DataSourceTransactionManager(database);
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }

        @Bean(destroyMethod = "stop")
        CamelContext camel(JmsComponent jms, OutboxRoutes routes) throws Exception {
            CamelContext camel = new DefaultCamelContext();
            camel.addComponent("jms", jms);
            camel.addRoutes(routes);
            camel.start();
            return camel;
        }

        @Bean
        ProducerTemplate producerTemplate(CamelContext camel) {
            return camel.createProducerTemplate();
        }
    }
}
