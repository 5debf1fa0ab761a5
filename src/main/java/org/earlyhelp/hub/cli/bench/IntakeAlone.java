package org.earlyhelp.hub.cli.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.SpringCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.intake.SftpAccess;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.AgreementRefresh;
import org.earlyhelp.hub.sharing.tell.ChannelState;
import org.earlyhelp.hub.sharing.tell.Teller;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The intake room with its own route and nothing beside it, so that its rate is not that of the rooms behind. */
final class IntakeAlone implements AutoCloseable {
    private static final Instant CLOCK = Instant.parse("2026-11-23T08:40:00Z");
    private final AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext();

    private IntakeAlone(Path folder, Path home, DataSource database) {
        register(DataSource.class, () -> database);
        register(HubSettings.class, () -> new HubSettings(folder.resolve("data"), home, folder.resolve("keys"), true));
        register(SftpFolders.class, () -> new SftpFolders(folder.resolve("sftp")));
        register(SftpAccess.class, () -> new SftpAccess("127.0.0.1", 1, "none", "none", folder));
        register(HubClock.class, () -> HubClock.offsetBy(HubClock.offsetTo(CLOCK)));
        rooms.register(Beans.class);
        rooms.refresh();
    }

    /** {@code home} is where mappings, agreements and routes lie. */
    static IntakeAlone start(Path folder, Path home, DataSource database) {
        return new IntakeAlone(folder, home, database);
    }

    /** From the file handed over, as pulled from its lane, to its decision: digest, encryption, check of the whole file, parsing, mapping, facts, receipt. */
    Duration load(Path file) throws Exception {
        long start = System.nanoTime();
        try (InputStream content = Files.newInputStream(file)) {
            Exchange done = rooms.getBean(ProducerTemplate.class).send("direct:bench", exchange -> {
                exchange.setProperty("agency", "avonford-schools");
                exchange.setProperty("feed", "school-attendance");
                exchange.getIn().setHeader(Exchange.FILE_NAME_ONLY, new LaneFile(Ids.ulid(HubClock.real()), false, file.getFileName().toString()).fileName());
                exchange.getIn().setBody(content);
            });
            if (done.isFailed()) {
                throw done.getException();
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The answer to the newest file, as stage and counts. */
    String answer() {
        return rooms.getBean(JdbcClient.class).sql("SELECT stage, accepted, unchanged, rejected FROM delivery ORDER BY id DESC LIMIT 1").query().singleRow().toString();
    }

    @Override
    public void close() {
        rooms.close();
    }

    private <T> void register(Class<T> type, Supplier<T> bean) {
        rooms.registerBean(type, bean);
    }

    /** Found by nobody's scan: it is no configuration of the hub itself. */
    @ComponentScan(basePackages = {"org.earlyhelp.hub.intake.raw", "org.earlyhelp.hub.intake.receipt", "org.earlyhelp.hub.intake.storage",
            "org.earlyhelp.hub.intake.take", "org.earlyhelp.hub.intake.recall", "org.earlyhelp.hub.intake.layout", "org.earlyhelp.hub.intake.envelope", "org.earlyhelp.hub.intake.checksum", "org.earlyhelp.hub.intake.route", "org.earlyhelp.hub.intake.alarm"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(IntakeClockwork|LeftOvers|ChannelWatch|ClockWatch)"))
    static class Beans {
        @Bean
        JdbcClient jdbcClient(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource database) {
            return new DataSourceTransactionManager(database);
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }

        /** Alarms are kept; nobody outside is told. */
        @Bean
        Teller teller() {
            return new Teller() {
                @Override
                public Set<String> channels() {
                    return Set.of();
                }

                @Override
                public boolean tell(String channel, String subject, String words) {
                    return false;
                }

                @Override
                public List<ChannelState> states() {
                    return List.of();
                }
            };
        }

        @Bean
        MeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }

        @Bean
        MappingBook mappingBook(HubSettings settings) {
            return new MappingBook().load(settings.configDir().resolve("mappings"));
        }

        @Bean
        AgreementBook agreementBook(HubSettings settings) {
            AgreementBook book = new AgreementBook();
            book.load(settings.configDir().resolve("agreements"));
            return book;
        }

        /** The files stay as they were at the start. */
        @Bean
        AgreementRefresh agreementRefresh() {
            return () -> { };
        }

        @Bean
        CamelContext camelContext(ApplicationContext context, HubSettings settings) throws Exception {
            SpringCamelContext camel = new SpringCamelContext(context);
            camel.setStreamCaching(false);
            String route = "take-delivery.camel.yaml";
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(route, Files.readString(settings.configDir().resolve("routes").resolve(route))));
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:bench").to("bean:delivery?method=receive").to("direct:take-delivery");
                }
            });
            return camel;
        }

        @Bean
        ProducerTemplate producerTemplate(CamelContext camel) {
            return camel.createProducerTemplate();
        }
    }
}
