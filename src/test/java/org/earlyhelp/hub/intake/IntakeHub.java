package org.earlyhelp.hub.intake;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spring.SpringCamelContext;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.earlyhelp.hub.intake.alarm.ClockWatch;
import org.earlyhelp.hub.intake.route.IntakePace;
import org.earlyhelp.hub.intake.sftp.AgencySftpServer;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.AgreementRefresh;
import org.earlyhelp.hub.sharing.tell.ChannelState;
import org.earlyhelp.hub.sharing.tell.Teller;
import org.earlyhelp.hub.support.QuickSsh;
import org.earlyhelp.hub.support.TestDatabase;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole intake with real parts: SFTP server, Camel, PostgreSQL, the council files of this checkout. Can be stopped and started. */
public final class IntakeHub implements AutoCloseable {
    public static final Instant MONDAY = Instant.parse("2026-11-23T08:40:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final List<String> COUNCIL_FOLDERS = List.of("routes", "mappings", "agreements");
    private static final KeyPair KEY = key();

    public final JdbcClient sql;
    public final SftpFolders folders;
    public final Path config;
    private final DataSource database;
    private final HubSettings settings;
    private final HubClock clock;
    private final SshClient ssh = QuickSsh.client();
    private AgencySftpServer sftp;
    private int port;
    private AnnotationConfigApplicationContext context;

    public IntakeHub(Path folder) {
        this(folder, HubClock.offsetBy(HubClock.offsetTo(MONDAY)));
    }

    /** On a clock that the test moves. */
    public IntakeHub(Path folder, HubClock clock) {
        this.clock = clock;
        database = TestDatabase.fresh();
        sql = JdbcClient.create(database);
        config = folder.resolve("config");
        settings = new HubSettings(folder.resolve("data"), config, folder.resolve("keys"), true);
        folders = new SftpFolders(settings.dataDir().resolve("sftp"));
        COUNCIL_FOLDERS.forEach(name -> copy(Path.of(name), config.resolve(name)));
        ssh.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        ssh.start();
    }

    public IntakeHub start() {
        AgreementBook agreements = new AgreementBook();
        agreements.load(config.resolve("agreements"));
        String key = PublicKeyEntry.toString(KEY.getPublic());
        Supplier<List<SftpAccount>> accounts = () -> agreements.agreements().stream()
                .flatMap(agreement -> agreement.accountNames().stream().map(name -> new SftpAccount(AccountName.parse(name), List.of(key),
                        List.copyOf(agreement.feeds().keySet()), List.of(), agreement.door().quota()))).toList();
        Consumer<Object> news = event -> {
            if (context != null && context.isActive()) {
                context.publishEvent(event);
            }
        };
        sftp = new AgencySftpServer(folders, accounts, settings.keyDir().resolve("sftp"), settings.dataDir().resolve("known_hosts"), clock, news);
        port = sftp.start("127.0.0.1", 0);
        AnnotationConfigApplicationContext starting = new AnnotationConfigApplicationContext();
        starting.registerBean(AgreementBook.class, () -> agreements);
        starting.registerBean(AgreementRefresh.class, () -> () -> agreements.load(config.resolve("agreements")));
        starting.registerBean(DataSource.class, () -> database);
        starting.registerBean(HubSettings.class, () -> settings);
        starting.registerBean(SftpFolders.class, () -> folders);
        starting.registerBean(SftpAccess.class, () -> sftp.access(port));
        starting.registerBean(HubClock.class, () -> clock);
        starting.register(Beans.class);
        context = starting;
        starting.refresh();
        return this;
    }

    /** Stops all but the database, and leaves on disk what is there. */
    public void stop() {
        try {
            context.close();
            sftp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public List<SenderFault> senderFaults() {
        return bean(Parts.Heard.class).faults;
    }

    /** Uploads as that agency over SFTP, to {@code place} below {@code /in/}. */
    public void upload(String agency, String place, byte[] content) {
        as(agency, client -> {
            try (OutputStream out = client.write("/in/" + place)) {
                out.write(content);
            }
            return null;
        });
    }

    /** What that agency sees in a folder over SFTP, sorted. */
    public List<String> listing(String agency, String path) {
        return as(agency, client -> {
            List<String> names = new ArrayList<>();
            client.readDir(path).forEach(entry -> names.add(entry.getFilename()));
            return names.stream().filter(name -> !name.startsWith(".")).sorted().toList();
        });
    }

    /** A file as that agency reads it over SFTP. */
    public String download(String agency, String path) {
        return as(agency, client -> {
            try (InputStream in = client.read(path)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        });
    }

    @FunctionalInterface
    private interface SftpWork<T> {
        T with(SftpClient client) throws IOException;
    }

    private <T> T as(String agency, SftpWork<T> work) {
        try (ClientSession session = ssh.connect(agency, "127.0.0.1", port).verify(LIMIT).getSession()) {
            session.addPublicKeyIdentity(KEY);
            session.auth().verify(LIMIT);
            try (SftpClient client = SftpClientFactory.instance().createSftpClient(session)) {
                return work.with(client);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void upload(String agency, String place, String content) {
        upload(agency, place, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Leaves a complete file where the lane of a feed pulls it, as an upload does whose account is gone by now. */
    public void layIntoLane(String agency, String feed, LaneFile file, String content) {
        Path lane = folders.lane(agency, feed);
        try {
            Files.createDirectories(lane);
            Path hidden = Files.writeString(lane.resolve("." + file.fileName()), content);
            Files.move(hidden, lane.resolve(file.fileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins an upload and breaks the connection before the file is closed. */
    public void cutUpload(String agency, String place, byte[] content) {
        try (ClientSession session = ssh.connect(agency, "127.0.0.1", port).verify(LIMIT).getSession()) {
            session.addPublicKeyIdentity(KEY);
            session.auth().verify(LIMIT);
            SftpClient client = SftpClientFactory.instance().createSftpClient(session);
            client.write(client.open("/in/" + place, SftpClient.OpenMode.Write, SftpClient.OpenMode.Create), 0, content);
            session.disconnect(11, "line cut");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Uploads from that account and waits for the decided receipt of that very file. */
    public JsonNode send(String account, String place, byte[] content) {
        long before = count("SELECT coalesce(max(id), 0) FROM delivery");
        upload(account, place, content);
        awaitCount("SELECT count(*) FROM delivery WHERE answered_at IS NOT NULL AND id > " + before, 1);
        return receipt(account, sql.sql("SELECT receipt FROM delivery WHERE id > ?").param(before).query(String.class).single());
    }

    public JsonNode send(String account, String place, String content) {
        return send(account, place, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The receipt of that agency which was decided last. */
    public JsonNode lastReceipt(String agency) {
        String receipt = sql.sql("SELECT receipt FROM delivery WHERE agency = ? ORDER BY decided_at DESC NULLS LAST, id DESC LIMIT 1").param(agency).query(String.class).single();
        return receipt(agency, receipt);
    }

    private JsonNode receipt(String account, String receipt) {
        return JsonMapper.shared().readTree(read(receiptFile(account, receipt, ".receipt.json")));
    }

    /** The file of a receipt with that ending; fails when there is none. */
    public Path receiptFile(String agency, String receipt, String ending) {
        return receiptFiles(agency).stream().filter(file -> file.getFileName().toString().endsWith(receipt + ending)).findFirst().orElseThrow();
    }

    public List<Path> receiptFiles(String agency) {
        try (Stream<Path> files = Files.list(folders.receipts(agency))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long count(String select) {
        return sql.sql(select).query(Long.class).single();
    }

    public void awaitCount(String select, long wanted) {
        await().atMost(LIMIT).until(() -> count(select) == wanted);
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
        ssh.stop();
    }

    private static KeyPair key() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copies a folder of the checkout. */
    public static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (Files.isRegularFile(file)) {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * No {@code @Configuration}: the whole hub, which tests start on the same classpath, would find it by scanning. Nobody watches the
     * clock: where a test moves it, it would say so whenever it happens to look.
     */
    @ComponentScan(basePackages = {"org.earlyhelp.hub.intake.raw", "org.earlyhelp.hub.intake.alarm", "org.earlyhelp.hub.intake.canary", "org.earlyhelp.hub.intake.receipt", "org.earlyhelp.hub.intake.storage",
            "org.earlyhelp.hub.intake.take", "org.earlyhelp.hub.intake.recall", "org.earlyhelp.hub.intake.layout", "org.earlyhelp.hub.intake.envelope", "org.earlyhelp.hub.intake.checksum", "org.earlyhelp.hub.intake.help", "org.earlyhelp.hub.intake.route", "org.earlyhelp.hub.intake.quarantine"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ClockWatch.class))
    static class Beans extends Parts {
    }

    /** What the whole application would give to this room. */
    public static class Parts {
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
        IntakePace intakePace() {
            return new IntakePace(REST);
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
        CamelContext camelContext(ApplicationContext context) {
            SpringCamelContext camel = new SpringCamelContext(context);
            camel.getShutdownStrategy().setTimeout(5);
            return camel;
        }

        @Bean
        ProducerTemplate producerTemplate(CamelContext camel) {
            return camel.createProducerTemplate();
        }

        @Bean
        Teller teller() {
            return new Untold();
        }

        @Bean
        Heard heard() {
            return new Heard();
        }

        /** Tells nobody. */
        static class Untold implements Teller {
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
        }

        static class Heard {
            final List<SenderFault> faults = new CopyOnWriteArrayList<>();

            @EventListener
            void on(SenderFault fault) {
                faults.add(fault);
            }
        }
    }
}
