package org.earlyhelp.hub.intake.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javax.sql.DataSource;
import org.earlyhelp.hub.intake.IntakeHub;
import org.earlyhelp.hub.intake.LayoutVersion;
import org.earlyhelp.hub.intake.storage.MappingVersionStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.sharing.TwoPeople.Answer;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LayoutKeeperTests {
    private static final String ID = "open-involvements";

    @TempDir
    private Path folder;
    private DataSource database;
    private MappingBook book;

    @BeforeEach
    void aFolder() {
        database = TestDatabase.fresh();
        IntakeHub.copy(Path.of("mappings"), folder.resolve("mappings"));
    }

    private LayoutKeeper started(boolean demo) {
        book = new MappingBook();
        LayoutKeeper keeper = new LayoutKeeper(book, new MappingVersionStore(JdbcClient.create(database)), new HubSettings(folder.resolve("data"), folder, folder.resolve("keys"), demo),
                HubClock.fixedAt(Instant.parse("2026-11-23T08:40:00Z")), new TransactionTemplate(new DataSourceTransactionManager(database)));
        keeper.afterPropertiesSet();
        return keeper;
    }

    private void change(String was, String is) throws IOException {
        Path file = folder.resolve("mappings/" + ID + ".yaml");
        assertThat(Files.readString(file)).contains(was);
        Files.writeString(file, Files.readString(file).replace(was, is));
    }

    private int inForce() {
        return book.find(ID).orElseThrow().version();
    }

    @Test
    void bringsTheFirstReadingIntoForce() {
        LayoutKeeper keeper = started(false);

        assertThat(book.all()).hasSizeGreaterThan(5);
        assertThat(keeper.proposals()).isEmpty();
        assertThat(keeper.newest(ID, 5)).extracting(LayoutVersion::activatedBy).containsExactly("installation");
    }

    @Test
    void holdsAChangedFileUntilTwoPeopleSaySo() throws IOException {
        LayoutKeeper keeper = started(false);
        change("version: 1", "version: 2");
        keeper.refresh();
        int waiting = keeper.proposals().get(0).number();

        assertThat(inForce()).isEqualTo(1);
        assertThat(keeper.activate(waiting, "b")).isInstanceOf(Answer.Refused.class);
        assertThat(keeper.propose(waiting, "a")).isEqualTo(new Answer.Done());
        assertThat(keeper.activate(waiting, "a")).isInstanceOf(Answer.Refused.class);
        assertThat(keeper.activate(waiting, "b")).isEqualTo(new Answer.Done());
        keeper.refresh();
        assertThat(inForce()).isEqualTo(2);
        assertThat(keeper.activate(waiting, "c")).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void keepsWhatIsInForceOverARestart() throws IOException {
        started(false);
        change("version: 1", "version: 2");

        LayoutKeeper again = started(false);

        assertThat(inForce()).isEqualTo(1);
        assertThat(again.proposals()).hasSize(1);
    }

    @Test
    void asksForAHigherVersionOfAChangedFile() throws IOException {
        LayoutKeeper keeper = started(false);
        change("title: Open involvements", "title: Open cases");
        keeper.refresh();

        assertThat(keeper.proposals()).isEmpty();
        assertThat(keeper.faults()).extracting(Object::toString).anyMatch(fault -> fault.contains("open-involvements.yaml") && fault.contains("make it version 2"));
    }

    @Test
    void activatesAtOnceInADemonstration() throws IOException {
        LayoutKeeper keeper = started(true);
        change("version: 1", "version: 2");
        keeper.refresh();

        assertThat(inForce()).isEqualTo(2);
        assertThat(keeper.proposals()).isEmpty();
    }

    @Test
    void keepsTheLastGoodFormOfABrokenFile() throws IOException {
        LayoutKeeper keeper = started(true);
        change("fact: involvement", "fact: nonsense");
        keeper.refresh();

        assertThat(inForce()).isEqualTo(1);
        assertThat(keeper.faults()).isNotEmpty();
    }

    @Test
    void forgetsAProposalThatTheFolderNoLongerSays() throws IOException {
        LayoutKeeper keeper = started(false);
        change("version: 1", "version: 2");
        keeper.refresh();
        change("version: 2", "version: 1");
        keeper.refresh();

        assertThat(keeper.proposals()).isEmpty();
    }

    @Test
    void holdsTheTakingAwayOfAFile() throws IOException {
        LayoutKeeper keeper = started(false);
        Files.delete(folder.resolve("mappings/" + ID + ".yaml"));
        keeper.refresh();

        assertThat(book.find(ID)).isPresent();
        assertThat(keeper.proposals()).extracting(LayoutVersion::removed).containsExactly(true);
        assertThat(keeper.difference(keeper.proposals().get(0).number())).containsExactly("The layout is taken away: files of its feeds would wait.");
    }
}
