package org.earlyhelp.hub.intake.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.intake.SampleText.notice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.test.spring.junit5.CamelSpringTest;
import org.apache.camel.test.spring.junit5.UseAdviceWith;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.intake.IntakeHub;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.intake.SftpAccess;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.take.DeliveryDoor;
import org.earlyhelp.hub.intake.take.DeliveryRun;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.AgreementRefresh;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.ContextConfiguration;

/** The shipped route files, with real beans and a real database; every chunk is looked at before it is taken. */
@CamelSpringTest
@ContextConfiguration(classes = TakeDeliveryRouteTests.Wiring.class)
@UseAdviceWith
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class TakeDeliveryRouteTests {
    private static final String POLICE = "avonford-police";
    private static final String FEED = "missing-children";
    private static final String LANE = POLICE + "/" + FEED;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String FIVE_NOTICES = IntStream.rangeClosed(1, 5).mapToObj(i -> notice("M-" + i)).collect(Collectors.joining());

    @TempDir
    private static Path root;
    @Autowired
    private CamelContext camel;
    @Autowired
    private ProducerTemplate producer;
    @Autowired
    private RouteFolder routes;
    @Autowired
    private LaneSteps steps;
    @Autowired
    private DeliveryDoor door;
    @Autowired
    private SftpFolders folders;
    @Autowired
    private HubClock clock;
    @Autowired
    private JdbcClient sql;
    private MockEndpoint chunks;

    @BeforeEach
    void loadRoutes() throws Exception {
        routes.refresh();
        assertThat(routes.faults()).isEmpty();
        chunks = camel.getEndpoint("mock:chunk", MockEndpoint.class);
        AdviceWith.adviceWith(camel, "take-delivery", false, route -> route.weaveByType(BeanDefinition.class).selectFirst().before().to(chunks));
        Path lane = Files.createDirectories(folders.lane(POLICE, FEED));
        AdviceWith.adviceWith(camel, LANE, false, route -> route.replaceFromWith("file:" + lane + "?delete=true&filter=#bean:laneFileFilter&initialDelay=0&delay=100"));
        camel.start();
    }

    @Test
    void handsOnChunksOfTheConfiguredSizeInOrder() throws IOException {
        Exchange done = take(FIVE_NOTICES, 2, Map.of());

        assertThat(done.isFailed()).isFalse();
        assertThat(handedOn()).extracting(List::size).containsExactly(2, 2, 1);
        assertThat(handedOn().stream().flatMap(List::stream)).extracting(item -> item.at().record()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(stages()).containsExactly("ACCEPTED");
        assertThat(count("record")).isEqualTo(5);
    }

    @Test
    void stopsAtAChunkThatFails() throws IOException {
        chunks.whenExchangeReceived(2, exchange -> {
            throw new IOException("the disk went away");
        });

        Exchange done = take(FIVE_NOTICES, 2, Map.of());

        assertThat(done.getException()).isNotNull();
        assertThat(handedOn()).hasSize(2);
        assertThat(stages()).containsExactly("RECEIVED");
        assertThat(count("record")).isEqualTo(2);
    }

    @Test
    void doesNothingForADeliveryThatHasNoRun() throws IOException {
        take(FIVE_NOTICES, 1000, Map.of());
        chunks.reset();

        Exchange done = take(FIVE_NOTICES, 1000, Map.of());

        assertThat(done.isFailed()).isFalse();
        assertThat(handedOn()).isEmpty();
        assertThat(stages()).containsExactly("ACCEPTED", "DUPLICATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelBeanMethodName", "cAmElBeAnMeThOdNaMe", "CamelBeanParameterMappingMode", "CamelSplitSize", "CamelSkipSendToEndpoint",
            "CamelCharsetName", "CamelRoutingSlip", "CamelToEndpoint", "CamelFileName"})
    void isNotSteeredByAHeader(String name) throws IOException {
        Exchange done = take(FIVE_NOTICES, 2, Map.of(name, "finish"));

        assertThat(done.isFailed()).isFalse();
        assertThat(handedOn()).extracting(List::size).containsExactly(2, 2, 1);
        assertThat(stages()).containsExactly("ACCEPTED");
        assertThat(count("record")).isEqualTo(5);
    }

    @Test
    void leavesTheFileInItsLaneUntilItIsTaken() throws IOException {
        chunks.whenAnyExchangeReceived(exchange -> {
            throw new IOException("the disk went away");
        });
        Path file = drop();
        await().atMost(LIMIT).until(() -> !chunks.getReceivedExchanges().isEmpty());
        assertThat(file).exists();

        chunks.whenAnyExchangeReceived(exchange -> { });

        await().atMost(LIMIT).until(() -> !Files.exists(file));
        assertThat(stages()).containsExactly("ACCEPTED");
        assertThat(count("record")).isEqualTo(5);
    }

    /** Takes content as the lane would, without the lane. */
    private Exchange take(String content, int chunkRows, Map<String, Object> headers) throws IOException {
        LaneFile file = new LaneFile(Ids.ulid(clock), false, "x.json");
        Optional<DeliveryRun> run = door.receive(POLICE, FEED, file, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        return producer.send("direct:take-delivery", exchange -> {
            exchange.setProperty(LaneSteps.CHUNK_ROWS, chunkRows);
            exchange.getIn().setHeaders(new HashMap<>(headers));
            steps.begin(exchange, run);
        });
    }

    private Path drop() throws IOException {
        Path draft = Files.writeString(Files.createDirectories(folders.incoming()).resolve("draft"), FIVE_NOTICES);
        return Files.move(draft, folders.lane(POLICE, FEED).resolve(new LaneFile(Ids.ulid(clock), false, "x.json").fileName()));
    }

    @SuppressWarnings("unchecked")
    private List<List<SourceItem>> handedOn() {
        return chunks.getReceivedExchanges().stream().map(exchange -> (List<SourceItem>) exchange.getIn().getBody(List.class)).toList();
    }

    private List<String> stages() {
        return sql.sql("SELECT stage FROM delivery ORDER BY id").query(String.class).list();
    }

    private long count(String table) {
        return sql.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    /** No {@code @Configuration}, see IntakeHub. Without the clockwork: nothing is loaded or gone on with but by the test. */
    @ComponentScan(basePackages = {"org.earlyhelp.hub.intake.raw", "org.earlyhelp.hub.intake.alarm", "org.earlyhelp.hub.intake.receipt", "org.earlyhelp.hub.intake.storage",
            "org.earlyhelp.hub.intake.take", "org.earlyhelp.hub.intake.recall", "org.earlyhelp.hub.intake.layout", "org.earlyhelp.hub.intake.envelope", "org.earlyhelp.hub.intake.checksum", "org.earlyhelp.hub.intake.route"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = IntakeClockwork.class))
    static class Wiring extends IntakeHub.Parts {
        @Bean
        HubSettings hubSettings() throws IOException {
            Path folder = Files.createTempDirectory(root, "hub");
            Path config = folder.resolve("config");
            List.of("mappings", "agreements", "routes/schema").forEach(name -> IntakeHub.copy(Path.of(name), config.resolve(name)));
            for (String name : List.of("take-delivery.camel.yaml", "feed-lane.camel.yaml", "avonford-police-missing-children.yaml")) {
                Files.copy(Path.of("routes", name), config.resolve("routes").resolve(name));
            }
            return new HubSettings(folder.resolve("data"), config, folder.resolve("keys"), true);
        }

        @Bean
        DataSource dataSource() {
            return TestDatabase.fresh();
        }

        @Bean
        HubClock hubClock() {
            return HubClock.offsetBy(HubClock.offsetTo(IntakeHub.MONDAY));
        }

        @Bean
        AgreementBook agreementBook(HubSettings settings) {
            AgreementBook agreements = new AgreementBook();
            agreements.load(settings.configDir().resolve("agreements"));
            return agreements;
        }

        @Bean
        AgreementRefresh agreementRefresh(AgreementBook book, HubSettings settings) {
            return () -> book.load(settings.configDir().resolve("agreements"));
        }

        @Bean
        SftpFolders sftpFolders(HubSettings settings) {
            return new SftpFolders(settings.dataDir().resolve("sftp"));
        }

        /** Never used: the lane reads a folder here. */
        @Bean
        SftpAccess sftpAccess(HubSettings settings) {
            return new SftpAccess("127.0.0.1", 1, "nobody", "none", settings.dataDir().resolve("known_hosts"));
        }
    }
}
