package org.earlyhelp.hub.sharing.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.AgreementFiles;
import org.earlyhelp.hub.sharing.AgreementVersions.Version;
import org.earlyhelp.hub.sharing.SharingRoom;
import org.earlyhelp.hub.sharing.TwoPeople.Answer;
import org.earlyhelp.hub.sharing.storage.AgreementNoticeStore;
import org.earlyhelp.hub.sharing.storage.AgreementVersionStore;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AgreementKeeperTests {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final String SCHOOLS = "avonford-schools";
    private static final String POLICE = "avonford-police";

    @TempDir
    private Path folder;
    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient sql = JdbcClient.create(database);
    private final MovingClock clock = new MovingClock("2026-11-23T08:40:00Z");
    private AgreementFiles files;
    private AgreementBook book;
    private AgreementKeeper keeper;

    @BeforeEach
    void start() {
        files = AgreementFiles.copiedTo(folder.resolve("agreements"));
        keeper = hub(false);
    }

    /** A hub as it starts, on the folder and the database of the test. */
    private AgreementKeeper hub(boolean demo) {
        book = new AgreementBook();
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        AgreementKeeper hub = new AgreementKeeper(book, new AgreementVersionStore(sql), SharingRoom.desk(book, database, clock.asHubClock()),
                new HubSettings(folder.resolve("data"), folder, folder.resolve("keys"), demo), clock.asHubClock(), new TransactionTemplate(transactions),
                new AgreementWatch(book, new AgreementNoticeStore(sql), clock.asHubClock()));
        hub.afterPropertiesSet();
        return hub;
    }

    private void endSchoolsSooner() {
        files.with(SCHOOLS, "version: 1", "version: 2").with(SCHOOLS, "end: 2030-03-31", "end: 2029-03-31");
        keeper.refresh();
    }

    private int proposal() {
        return keeper.proposals().get(0).number();
    }

    private LocalDate endOf(String agency) {
        return book.agreementOf(agency).orElseThrow().end();
    }

    private List<String> corrections() {
        return SharingRoom.said(database, "CORRECTED");
    }

    @Test
    void bringsTheFirstAgreementsIntoForceByThemselves() {
        assertThat(book.agencies()).hasSize(9);
        assertThat(keeper.newest(SCHOOLS, 9)).singleElement().extracting(Version::activatedBy).isEqualTo("installation");
        assertThat(keeper.proposals()).isEmpty();
        assertThat(corrections()).isEmpty();
    }

    @Test
    void takesAChangedFileForAProposal() {
        endSchoolsSooner();

        assertThat(keeper.proposals()).singleElement().extracting(Version::ref).isEqualTo("ISA-AVON-SCHOOLS-1@2");
        assertThat(keeper.difference(proposal()).orElseThrow().words()).containsExactly("The last day: \"2030-03-31\" becomes \"2029-03-31\".");
        assertThat(endOf(SCHOOLS)).isEqualTo("2030-03-31");
        assertThat(book.faults()).isEmpty();
    }

    @Test
    void asksForTwoPeopleAndNamesThemInTheLog() {
        endSchoolsSooner();
        int number = proposal();

        assertThat(keeper.activate(number, "bea")).isEqualTo(new Answer.Refused("Nobody has put this proposal forward yet."));
        assertThat(keeper.propose(number, "ada")).isEqualTo(new Answer.Done());
        assertThat(keeper.propose(number, "eve")).isInstanceOf(Answer.Refused.class);
        assertThat(keeper.activate(number, "ada")).isEqualTo(new Answer.Refused("You put this proposal forward: a second person activates it."));
        assertThat(keeper.activate(number, "bea")).isEqualTo(new Answer.Done());
        assertThat(endOf(SCHOOLS)).isEqualTo("2029-03-31");
        assertThat(corrections()).singleElement().asString().contains("\"proposedBy\":\"ada\"", "\"activatedBy\":\"bea\"", "\"before\":\"ISA-AVON-SCHOOLS-1@1\"",
                "\"agreement\":\"ISA-AVON-SCHOOLS-1@2\"", keeper.version(number).orElseThrow().sha256());
    }

    @Test
    void writesNothingWhenThePersonIsTheSame() {
        endSchoolsSooner();
        keeper.propose(proposal(), "ada");
        keeper.activate(proposal(), "ada");

        assertThat(corrections()).isEmpty();
        assertThat(keeper.proposals()).singleElement().extracting(Version::activatedBy).isNull();
        assertThat(keeper.activate(99_999, "bea")).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void keepsOldFormsReadable() {
        String before = files.text(SCHOOLS);
        endSchoolsSooner();
        int number = proposal();
        keeper.propose(number, "ada");
        keeper.activate(number, "bea");

        List<Version> forms = keeper.newest(SCHOOLS, 9);
        assertThat(forms).extracting(Version::version).containsExactly(2, 1);
        assertThat(keeper.text(forms.get(1).number())).contains(before);
        assertThat(keeper.changed(9)).singleElement().extracting(Version::number).isEqualTo(number);
    }

    @Test
    void keepsWhatIsInForceOverARestart() {
        endSchoolsSooner();
        keeper.propose(proposal(), "ada");
        keeper = hub(false);

        assertThat(endOf(SCHOOLS)).isEqualTo("2030-03-31");
        assertThat(keeper.proposals()).singleElement().extracting(Version::proposedBy).isEqualTo("ada");
        assertThat(keeper.activate(proposal(), "bea")).isEqualTo(new Answer.Done());
        assertThat(endOf(SCHOOLS)).isEqualTo("2029-03-31");
    }

    @Test
    void letsAnotherHubFollowAnActivation() {
        AgreementBook first = book;
        AgreementKeeper other = keeper;
        endSchoolsSooner();
        keeper = hub(false);
        keeper.propose(proposal(), "ada");
        keeper.activate(proposal(), "bea");
        other.refresh();

        assertThat(first.agreementOf(SCHOOLS).orElseThrow().end()).isEqualTo("2029-03-31");
    }

    @Test
    void neverReplacesAGoodAgreementByABrokenFile() {
        endSchoolsSooner();
        int number = proposal();
        keeper.propose(number, "ada");
        files.with(SCHOOLS, "end: 2029-03-31", "end: 2029-02-30").with(POLICE, "lane: urgent", "lane: slow");
        keeper.refresh();

        assertThat(keeper.proposals()).isEmpty();
        assertThat(keeper.activate(number, "bea")).isInstanceOf(Answer.Refused.class);
        assertThat(endOf(SCHOOLS)).isEqualTo("2030-03-31");
        assertThat(book.agreementOf(POLICE)).isPresent();
        assertThat(book.faults()).extracting(ConfigFault::file).contains("avonford-schools.yaml", "avonford-police.yaml");
    }

    @Test
    void refusesAChangeWhoseVersionWasNotRaised() {
        files.with(SCHOOLS, "end: 2030-03-31", "end: 2031-03-31");
        keeper.refresh();

        assertThat(keeper.proposals()).isEmpty();
        assertThat(book.faults()).singleElement().asString().matches("avonford-schools.yaml:[1-9][0-9]*: the agreement ISA-AVON-SCHOOLS-1 was changed but is still version 1; "
                + "version 1 is in force: make it version 2");
        assertThat(endOf(SCHOOLS)).isEqualTo("2030-03-31");
    }

    @Test
    void takesChangedCommentsForAProposalToo() {
        files.says(SCHOOLS, files.text(SCHOOLS) + "# signed on paper\n");
        keeper.refresh();

        assertThat(book.faults()).isEmpty();
        assertThat(keeper.difference(proposal()).orElseThrow().words()).isEmpty();
    }

    @Test
    void disturbsNoOtherAgency() {
        endSchoolsSooner();
        files.with("clearwater", "version: 1", "version: 2").with("clearwater", "name: Clearwater", "name: Clear Water");
        keeper.refresh();
        int clearwater = keeper.proposals().get(1).number();
        keeper.propose(clearwater, "ada");
        keeper.activate(clearwater, "bea");

        assertThat(book.agreementOf("clearwater").orElseThrow().name()).isEqualTo("Clear Water");
        assertThat(endOf(SCHOOLS)).isEqualTo("2030-03-31");
        assertThat(keeper.proposals()).singleElement().extracting(Version::agency).isEqualTo(SCHOOLS);
    }

    @Test
    void asksPeopleBeforeAnAgencyLosesItsAgreement() {
        files.without("clearwater");
        keeper.refresh();
        int number = proposal();

        assertThat(book.agencies()).contains("clearwater");
        assertThat(keeper.difference(number).orElseThrow().words()).singleElement().asString().startsWith("The agreement is taken away");
        keeper.propose(number, "ada");
        keeper.activate(number, "bea");
        assertThat(book.agencies()).doesNotContain("clearwater");
        assertThat(keeper.text(number)).isEmpty();
    }

    @Test
    void forgetsAProposalThatTheFolderTookBack() {
        String text = files.text("clearwater");
        files.without("clearwater");
        keeper.refresh();
        files.says("clearwater", text);
        keeper.refresh();

        assertThat(keeper.proposals()).isEmpty();
    }

    @Test
    void letsANewAgencyWaitForTwoPeople() {
        files.says("brookside", files.text("clearwater").replace("agency: clearwater", "agency: brookside").replace("ISA-CLEARWATER-1", "ISA-BROOKSIDE-1"));
        keeper.refresh();

        assertThat(book.agencies()).doesNotContain("brookside");
        assertThat(keeper.difference(proposal()).orElseThrow().words()).containsExactly("The agreement is new: substance-misuse from 2025-04-01 to 2030-03-31.");
    }

    @Test
    void goesOnWithTheOldFormUntilTheNewOneBegins() {
        files.with(SCHOOLS, "version: 1", "version: 2").with(SCHOOLS, "start: 2025-04-01", "start: 2027-01-01").with(SCHOOLS, "end: 2030-03-31", "end: 2032-03-31");
        keeper.refresh();
        keeper.propose(proposal(), "ada");
        keeper.activate(proposal(), "bea");
        assertThat(book.standing(SCHOOLS, MONDAY)).isEqualTo(Agreement.Standing.IN_FORCE);
        assertThat(endOf(SCHOOLS)).isEqualTo("2030-03-31");

        clock.to("2027-01-01T08:30:00Z");
        keeper.refresh();
        assertThat(endOf(SCHOOLS)).isEqualTo("2032-03-31");
    }

    @Test
    void recordsADemonstrationsChangesAtOnce() {
        sql.sql("DELETE FROM agreement_version").update();
        keeper = hub(true);
        files.with(SCHOOLS, "end: 2030-03-31", "end: 2029-03-31");
        IntStream.range(0, 3).forEach(again -> keeper.refresh());

        assertThat(endOf(SCHOOLS)).isEqualTo("2029-03-31");
        assertThat(keeper.newest(SCHOOLS, 9)).extracting(Version::activatedBy).containsExactly("demo", "demo");
        assertThat(corrections()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'end: 2030-03-31', 'end: 2029-03-31', ends on 2029-03-31 instead of 2030-03-31", "'  missing-children: {mapping: missing-children, live: 2025-04-01, lane: urgent, expected: {rhythm: any-time, silentAfter: P3D}}\n', '', is taken out",
            "'missing-children, live: 2025-04-01, lane: urgent', 'missing-children, live: 2025-04-01, lane: urgent, paused: true', is paused",
            "'missing-children, live: 2025-04-01, lane: urgent', 'missing-children, live: shadow, lane: urgent', would raise no alert any more",
            "'missing-children, live: 2025-04-01, lane: urgent', 'missing-children, live: 2025-04-01, lane: bulk', would wait behind bulk loads"})
    void asksTwoPeopleToCloseASafeguardingFeedEvenInADemonstration(String from, String to, String how) {
        sql.sql("DELETE FROM agreement_version").update();
        keeper = hub(true);
        files.with(POLICE, from, to);
        keeper.refresh();
        int number = proposal();

        assertThat(keeper.difference(number).orElseThrow().closes()).first().asString().isEqualTo("The safeguarding feed " + (how.startsWith("ends") ? "domestic-abuse " : "missing-children ") + how + ".");
        assertThat(book.feed(POLICE, "missing-children")).isPresent();
        keeper.propose(number, "ada");
        assertThat(keeper.activate(number, "ada")).isInstanceOf(Answer.Refused.class);
        assertThat(keeper.activate(number, "bea")).isEqualTo(new Answer.Done());
        assertThat(corrections()).singleElement().asString().contains("\"closes\":\"The safeguarding feed");
    }

    @Test
    void readsNothingIntoAFolderThatIsGone() {
        AgreementFiles.copiedTo(folder.resolve("aside"));
        assertThat(folder.resolve("agreements").toFile().renameTo(folder.resolve("gone").toFile())).isTrue();
        keeper.refresh();

        assertThat(keeper.proposals()).isEmpty();
        assertThat(book.agencies()).hasSize(9);
        assertThat(book.faults()).isNotEmpty();
    }
}
