package org.earlyhelp.hub.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.SpringCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.person.Upn;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads 1,000,000 attendance rows (25,000 pupils, 40 days) through the intake's own route, then the same with 20% of the
 * marks changed, and beside each the bare COPY into a temporary table plus INSERT ... ON CONFLICT of the same rows. The
 * clock runs from the file being handed over (already pulled) to the decision: digest, encryption, check of the whole
 * file, parsing, mapping, facts, receipt. Arguments: pupils, days. PostgreSQL is embedded, with fsync and synchronous_commit.
 */
public final class AttendanceLoadBench {
    private static final DateTimeFormatter UK = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String HEADER = "LAESTAB,URN,UPN,Legal Surname,Legal Forename,Preferred Forename,DOB,Sex,NC Year,"
            + "Address Line 1,Town,Postcode,Parent Surname,Parent Forename,Parent Phone,Session Date,AM,PM\n";
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
    private static final int CHANGED_PERCENT = 20;
    private static final long SEED = 20261123;

    private AttendanceLoadBench() {
    }

    public static void main(String[] arguments) throws Exception {
        int pupils = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 25_000;
        int days = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
        Path folder = Files.createTempDirectory("attendance-bench");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_wal_size", "2GB").start()) {
            DataSource database = postgres.getPostgresDatabase();
            Flyway.configure().dataSource(database).load().migrate();
            Path first = write(folder.resolve("first.csv"), pupils, days, 0);
            Path second = write(folder.resolve("second.csv"), pupils, days, CHANGED_PERCENT);
            long rows = (long) pupils * days;
            System.out.printf("%d rows, %d MB, seed %d%n", rows, Files.size(first) / 1_000_000, SEED);
            try (AnnotationConfigApplicationContext hub = hub(folder, database)) {
                print("intake, first load", rows, load(hub, first));
                print("intake, 20% of marks changed", rows, load(hub, second));
                JdbcClient.create(database).sql("SELECT stage, accepted, unchanged, rejected FROM delivery ORDER BY id").query().listOfRows().forEach(System.out::println);
            }
            bareTable(database);
            print("bare COPY + INSERT ON CONFLICT, first load", rows, bare(database, first));
            print("bare COPY + INSERT ON CONFLICT, 20% changed", rows, bare(database, second));
        }
    }

    private static void print(String what, long rows, Duration time) {
        System.out.printf("%-46s %6.1f s %,10d rows/s%n", what, time.toMillis() / 1000.0, rows * 1000 / Math.max(1, time.toMillis()));
    }

    private static Path write(Path file, int pupils, int days, int changedPercent) throws Exception {
        Random random = new Random(SEED);
        Random changes = new Random(SEED + 1);
        List<String> who = new ArrayList<>();
        for (int i = 0; i < pupils; i++) {
            int school = i / 500;
            who.add("%d,%d,%s,Surname%d,Forename%d,,%s,%s,%d,%d Test Row,Avonford,ZZ99 %dAA,Surname%d,Parent%d,01632 %06d,".formatted(
                    9994000 + school, 999000 + school, upn(i), i % 4999, i, UK.format(LocalDate.of(2011 + i % 10, 1 + i % 12, 1 + i % 28)),
                    i % 2 == 0 ? "F" : "M", 1 + i % 11, i % 300, i % 10, i % 4999, i, 960000 + i % 1000));
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (LocalDate day : schoolDays(days)) {
                for (String pupil : who) {
                    boolean missed = random.nextInt(100) < 6;
                    if (changes.nextInt(100) < changedPercent) {
                        missed = !missed;
                    }
                    out.write(pupil + UK.format(day) + (missed ? ",I,I\n" : ",/,\\\n"));
                }
            }
        }
        return file;
    }

    private static List<LocalDate> schoolDays(int days) {
        List<LocalDate> found = new ArrayList<>();
        for (LocalDate day = LAST_DAY; found.size() < days; day = day.minusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                found.add(0, day);
            }
        }
        return found;
    }

    private static String upn(int number) {
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            String text = letter + "9994001%05d".formatted(number) ;
            if (Upn.parse(text).asOptional().isPresent()) {
                return text;
            }
        }
        throw new IllegalStateException("no check letter fits");
    }

    private static Duration load(ApplicationContext hub, Path file) throws Exception {
        long start = System.nanoTime();
        try (InputStream content = Files.newInputStream(file)) {
            Exchange done = hub.getBean(ProducerTemplate.class).send("direct:bench", exchange -> {
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

    private static AnnotationConfigApplicationContext hub(Path folder, DataSource database) {
        AnnotationConfigApplicationContext hub = new AnnotationConfigApplicationContext();
        register(hub, DataSource.class, () -> database);
        register(hub, HubSettings.class, () -> new HubSettings(folder.resolve("data"), Path.of(""), folder.resolve("keys"), true));
        register(hub, SftpFolders.class, () -> new SftpFolders(folder.resolve("sftp")));
        register(hub, SftpAccess.class, () -> new SftpAccess("127.0.0.1", 1, "none", "none", folder));
        register(hub, HubClock.class, () -> HubClock.offsetBy(HubClock.offsetTo(Instant.parse("2026-11-23T08:40:00Z"))));
        hub.register(Beans.class);
        hub.refresh();
        return hub;
    }

    private static <T> void register(AnnotationConfigApplicationContext hub, Class<T> type, Supplier<T> bean) {
        hub.registerBean(type, bean);
    }

    private static void bareTable(DataSource database) throws Exception {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE bare (urn integer, upn text, day date, am text, pm text, PRIMARY KEY (urn, upn, day))");
        }
    }

    private static Duration bare(DataSource database, Path file) throws Exception {
        long start = System.nanoTime();
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement(); BufferedReader lines = Files.newBufferedReader(file)) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL datestyle = 'DMY'");
            sql.execute("CREATE TEMP TABLE arrived (LIKE bare) ON COMMIT DROP");
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY arrived FROM STDIN");
            lines.readLine();
            StringBuilder block = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                block.append(cells[1]).append('\t').append(cells[2]).append('\t').append(cells[15]).append('\t').append(cells[16]).append('\t')
                        .append(cells[17].replace("\\", "\\\\")).append('\n');
                if (block.length() > 60_000) {
                    flush(copy, block);
                }
            }
            flush(copy, block);
            copy.endCopy();
            sql.execute("INSERT INTO bare SELECT * FROM arrived ON CONFLICT (urn, upn, day) DO UPDATE SET am = EXCLUDED.am, pm = EXCLUDED.pm");
            connection.commit();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void flush(org.postgresql.copy.CopyIn copy, StringBuilder block) throws Exception {
        byte[] bytes = block.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        block.setLength(0);
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(basePackages = {"org.earlyhelp.hub.intake.raw", "org.earlyhelp.hub.intake.receipt", "org.earlyhelp.hub.intake.storage",
            "org.earlyhelp.hub.intake.take", "org.earlyhelp.hub.intake.route"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(IntakeClockwork|LeftOvers)"))
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

        @Bean
        MeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }

        @Bean
        MappingBook mappingBook() {
            return new MappingBook().load(Path.of("mappings"));
        }

        @Bean
        AgreementBook agreementBook() {
            AgreementBook book = new AgreementBook();
            book.load(Path.of("agreements"));
            return book;
        }

        @Bean
        CamelContext camelContext(ApplicationContext context) throws Exception {
            SpringCamelContext camel = new SpringCamelContext(context);
            camel.setStreamCaching(false);
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("take-delivery.camel.yaml", Files.readString(Path.of("routes/take-delivery.camel.yaml"))));
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
