package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.earlyhelp.hub.intake.IntakeHub;
import org.earlyhelp.hub.intake.layout.LayoutKeeper;
import org.earlyhelp.hub.intake.layout.LayoutVersions;
import org.earlyhelp.hub.intake.storage.MappingVersionStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.support.TestFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Import(LayoutPageTests.TwoPeople.class)
@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "hub.test.case=layouts")
class LayoutPageTests {
    private static final String HERE = "/mappings/open-involvements";
    private static final String ROWS = """
            Case Ref,NHS Number,UPN,Surname,Forename,DOB,Postcode,Service,Level,Lead Worker,Lead Worker Contact,Opened,Closed
            C-1,,,Quillfeather,Ada,2012-04-02,ZZ99 3VZ,Family Help,3,J. Okoro,01632 960002,2026-09-01,
            C-2,,,Quillfeather,Ben,2014-04-02,ZZ99 3VZ,Moon Walking,3,J. Okoro,01632 960002,2026-09-01,
            """;
    private static final Path CONFIG = TestFolders.fresh();
    private static final Path FILE = CONFIG.resolve("mappings/open-involvements.yaml");

    /** The pages of a hub that holds changes for two people, though it lets test accounts in. */
    @TestConfiguration
    static class TwoPeople {
        @Bean
        @Primary
        LayoutVersions layoutsOfTwoPeople(MappingBook book, MappingVersionStore store, HubClock clock, TransactionTemplate transaction) {
            IntakeHub.copy(Path.of("mappings"), CONFIG.resolve("mappings"));
            return new LayoutKeeper(book, store, new HubSettings(CONFIG.resolve("data"), CONFIG, CONFIG.resolve("keys"), false), clock, transaction);
        }
    }

    @LocalServerPort
    private int port;
    @Autowired
    private LayoutVersions versions;
    @Autowired
    private MappingBook book;
    @Autowired
    private JdbcClient sql;
    private Browser operator;
    private int proposal;

    @BeforeEach
    void aProposalWaits() throws IOException {
        Files.writeString(FILE, Files.readString(Path.of("mappings/open-involvements.yaml")).replaceFirst("(?m)^version: 1", "version: 2")
                .replace("    Family Help: Family Help", "    Family Help: Family Help\n    Moon Walking: Youth Justice"));
        versions.refresh();
        proposal = versions.proposals().get(0).number();
        operator = Browser.signedIn(port, "operator");
    }

    @AfterEach
    void clear() throws IOException {
        Files.copy(Path.of("mappings/open-involvements.yaml"), FILE, StandardCopyOption.REPLACE_EXISTING);
        sql.sql("DELETE FROM mapping_version WHERE number >= ?").param(proposal).update();
        versions.refresh();
    }

    @Test
    void showsSourceAndResultSideBySide() {
        HttpResponse<String> tried = operator.postFile(HERE, HERE + "/try", Map.of("form", "live"), "x.csv", ROWS);

        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(tried.body()).contains("2 records: 1 would be taken, 1 refused", "UNKNOWN_CODE", "<dt>Surname</dt><dd>Quillfeather</dd>", "<dt>fact service</dt><dd>Family Help</dd>");
        assertThat(sql.sql("SELECT count(*) FROM delivery").query(Long.class).single()).isZero();
    }

    @Test
    void comparesTheWaitingFormWithTheOneInForce() {
        assertThat(operator.postFile(HERE, HERE + "/try", Map.of("form", "waiting"), "x.csv", ROWS).body())
                .contains("1 records come to the same", "1 are taken that were refused: lines 3", "0 are refused that were taken", "now means Youth Justice");
    }

    @Test
    void triesItsOwnSampleWithoutAFile() {
        assertThat(operator.postFile(HERE, HERE + "/try", Map.of("form", "live"), "", "").body()).contains("would be taken, 0 refused");
    }

    @Test
    void saysWhatIsWrongWithAFileThatCannotBeTried() {
        assertThat(operator.postFile(HERE, HERE + "/try", Map.of(), "x.csv", "no,header\n").body()).contains("The whole file would be refused", "BAD_HEADER");
        assertThat(operator.postFile(HERE, HERE + "/try", Map.of(), "x.csv", "x".repeat(2_000_001)).statusCode()).isEqualTo(400);
        assertThat(operator.get("/mappings/no-such-layout").statusCode()).isEqualTo(404);
    }

    @Test
    void takesTwoPeopleToBringItIntoForce() {
        operator.post("/mappings", "/mappings/proposal/" + proposal + "/propose", Map.of());
        HttpResponse<String> alone = operator.post("/mappings", "/mappings/proposal/" + proposal + "/activate", Map.of());
        assertThat(alone.body()).contains("a second person activates it");
        assertThat(book.find("open-involvements").orElseThrow().version()).isEqualTo(1);

        Browser manager = Browser.signedIn(port, "manager");
        assertThat(manager.post("/mappings", "/mappings/proposal/" + proposal + "/propose", Map.of()).statusCode()).isEqualTo(403);
        manager.post("/mappings", "/mappings/proposal/" + proposal + "/activate", Map.of());

        assertThat(book.find("open-involvements").orElseThrow().version()).isEqualTo(2);
        assertThat(operator.get(HERE).body()).contains("open-involvements@2 is in force", "by operator and manager");
        assertThat(sql.sql("SELECT count(*) FROM sharing_entry WHERE kind = 'CORRECTED' AND who = 'manager'").query(Long.class).single()).isPositive();
    }
}
