package org.earlyhelp.hub.intake.resend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.resend.LostFile.Kind;
import org.earlyhelp.hub.intake.storage.RestorationStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class ResendLaneTests {
    private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");
    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient sql = JdbcClient.create(database);
    private final RestorationStore store = new RestorationStore(sql);
    @TempDir
    private Path folder;
    private ArrivalJournal journal;
    private SftpFolders homes;
    private ResendLane lane;

    @BeforeEach
    void open() throws Exception {
        Files.createDirectory(folder.resolve("keys"));
        journal = new ArrivalJournal(new HubSettings(folder.resolve("data"), folder, folder.resolve("keys"), false));
        homes = new SftpFolders(folder.resolve("data/sftp"));
        lane = lane();
    }

    @Test
    void namesEachWholeArrivalOnce() {
        arrived("R-1", "ACCEPTED", false, NOW);
        arrived("R-2", "RECEIVED", false, NOW);
        arrived("R-3", "INCOMPLETE", false, NOW);
        arrived("R-4", "ACCEPTED", true, NOW);
        arrived("R-5", "ACCEPTED", false, NOW.minusSeconds(91L * 86_400));
        lane.note();
        lane.note();

        assertThat(journal.read()).extracting(LostFile::receipt).containsExactly("R-1", "R-2");
    }

    @Test
    void namesNothingTwiceAfterARestart() {
        arrived("R-1", "ACCEPTED", false, NOW);
        lane.note();
        arrived("R-2", "ACCEPTED", false, NOW);
        ResendLane next = lane();
        next.remember();
        next.note();

        assertThat(journal.read()).extracting(LostFile::receipt).containsExactly("R-1", "R-2");
    }

    @Test
    void saysOfARecallWhatItUndidOnceThatIsKnown() {
        arrived("R-1", "ACCEPTED", false, NOW);
        arrived("R-2", "RECEIVED", false, NOW);
        arrived("R-3", "ACCEPTED", false, NOW);
        sql.sql("UPDATE delivery SET file_name = 'n.recall', sender = 'school1' WHERE receipt = 'R-2'").update();
        sql.sql("UPDATE delivery SET file_name = 'n.sha256' WHERE receipt = 'R-3'").update();
        lane.note();
        assertThat(journal.read()).extracting(LostFile::receipt, LostFile::kind).containsExactly(tuple("R-1", Kind.FILE), tuple("R-3", Kind.CHECKSUM));

        sql.sql("UPDATE delivery SET stage = 'ACCEPTED' WHERE receipt = 'R-2'").update();
        sql.sql("UPDATE delivery SET recalled_by = 'R-2' WHERE receipt = 'R-1'").update();
        lane.note();
        assertThat(journal.read().get(2)).extracting(LostFile::receipt, LostFile::sender, LostFile::kind, LostFile::target).containsExactly("R-2", "school1", Kind.RECALL, "R-1");
    }

    @Test
    void leavesOutWhatWasUndoneAndWhatOnlyWentWithAnother() {
        LostFile file = lost("R-1", "aa");
        LostFile undone = lost("R-2", "bb");

        assertThat(RestoreDeclaration.wanted(List.of(file, undone, recall("R-3", "R-2"), recall("R-4", "R-0"), recall("R-5", null),
                new LostFile("R-6", "uR-6", "a-school", null, "attendance", Kind.CHECKSUM, null, "cc", 1, NOW)))).containsExactly(file, recall("R-4", "R-0"));
    }

    @Test
    void asksEachAccountForItsOwnFilesAndNobodyForARecall() throws Exception {
        store.miss(lost("R-1", "aa"), 0);
        store.miss(LostFile.file("R-2", "uR-2", new AccountName("a-school", "school1"), "attendance", "bb", 1, NOW), 0);
        store.miss(recall("R-3", "R-0"), 0);
        lane.ask();

        assertThat(sheet()).contains("R-1").doesNotContain("R-2", "R-3");
        assertThat(homes.out("a-school.school1").resolve("resend.csv")).content().contains("R-2").doesNotContain("R-1", "R-3");
    }

    @Test
    void strikesOutARecallWhenItsFileIsUndone() {
        arrived("R-0", "ACCEPTED", false, NOW);
        store.miss(recall("R-3", "R-0"), store.lastArrival());
        arrived("R-3-again", "ACCEPTED", false, NOW);
        sql.sql("UPDATE delivery SET sha256 = 'empty' WHERE receipt = 'R-3-again'").update();
        assertThat(store.strikeOut(NOW)).isZero();

        sql.sql("UPDATE delivery SET recalled_by = 'R-3-again' WHERE receipt = 'R-0'").update();
        assertThat(store.strikeOut(NOW)).isOne();
    }

    @Test
    void asksUntilTheContentIsThereAgain() throws Exception {
        store.miss(lost("R-1", "aa"), 0);
        store.miss(lost("R-1", "aa"), 0);
        store.miss(lost("R-2", "bb"), 0);
        lane.ask();
        assertThat(sheet()).contains("R-1", "R-2");

        arrived("R-9", "ACCEPTED", false, NOW);
        sql.sql("UPDATE delivery SET sha256 = 'aa'").update();
        lane.ask();
        assertThat(sheet()).contains("R-2").doesNotContain("R-1");

        sql.sql("UPDATE delivery SET sha256 = 'bb'").update();
        lane.ask();
        assertThat(homes.out("a-school").resolve("resend.csv")).doesNotExist();
    }

    @Test
    void goesThroughWhatIsMissingInPortions() {
        List<String> receipts = List.of("R-1", "R-2", "R-3", "R-4", "R-5");
        receipts.forEach(receipt -> store.miss(lost(receipt, receipt), 0));

        List<LostFile> first = store.missing(2);
        List<LostFile> second = store.missingAfter(first.get(1), 2);
        assertThat(second).extracting(LostFile::receipt).containsExactly("R-3", "R-4");
        assertThat(store.missingAfter(second.get(1), 2)).extracting(LostFile::receipt).containsExactly("R-5");
        assertThat(store.missingAfter(lost("R-5", "R-5"), 2)).isEmpty();
    }

    @Test
    void asksForWhatItCannotKnowForTwoWeeks() throws Exception {
        Files.createDirectories(homes.home("a-school"));
        store.keep(new Restoration("01K", NOW, NOW, "o", "r", NOW, NOW, 0));
        store.miss(lost("R-1", "aa"), 0);
        lane.ask();
        assertThat(sheet()).contains("every file sent after this time");

        sql.sql("UPDATE restoration SET declared_at = declared_at - interval '15 days'").update();
        lane.ask();
        assertThat(sheet()).contains("R-1").doesNotContain("every file sent after this time");
    }

    @Test
    void strikesOutNothingThatCameBeforeOrIsOpenOrWasUndone() {
        arrived("R-7", "ACCEPTED", false, NOW);
        store.miss(lost("R-1", "R-7"), store.lastArrival());
        assertThat(store.strikeOut(NOW)).isZero();

        for (String stage : List.of("REJECTED", "RECEIVED", "HELD")) {
            arrived("R-" + stage, stage, false, NOW);
            sql.sql("UPDATE delivery SET sha256 = 'R-7'").update();
            assertThat(store.strikeOut(NOW)).as(stage).isZero();
        }
        sql.sql("UPDATE delivery SET stage = 'ACCEPTED', recalled_by = 'R-8' WHERE receipt <> 'R-7'").update();
        assertThat(store.strikeOut(NOW)).isZero();

        sql.sql("UPDATE delivery SET recalled_by = NULL WHERE receipt = 'R-HELD'").update();
        assertThat(store.strikeOut(NOW)).isOne();
    }

    @Test
    void strikesOutARefusedFileOnceItsSenderIsTold() {
        store.miss(lost("R-1", "R-9"), 0);
        arrived("R-9", "REJECTED", false, NOW);
        assertThat(store.strikeOut(NOW)).isZero();

        sql.sql("UPDATE delivery SET answered_at = received_at").update();
        assertThat(store.strikeOut(NOW)).isOne();
    }

    @Test
    void strikesOutNothingThatAnotherAccountSent() {
        store.miss(lost("R-1", "R-9"), 0);
        arrived("R-9", "ACCEPTED", false, NOW);
        sql.sql("UPDATE delivery SET sender = 'school1'").update();
        assertThat(store.strikeOut(NOW)).isZero();

        sql.sql("UPDATE resend_file SET sender = 'school1'").update();
        assertThat(store.strikeOut(NOW)).isOne();
    }

    @Test
    void keepsARestorationOnce() {
        Restoration one = new Restoration("01K", NOW, NOW, "o", "r", NOW, NOW, 0);

        assertThat(List.of(store.keep(one), store.keep(one))).containsExactly(true, false);
        assertThat(store.newest(5)).containsExactly(one);
    }

    private ResendLane lane() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("folders", homes);
        return new ResendLane(journal, store, null, null, beans.getBeanProvider(SftpFolders.class), new AgreementBook(), HubClock.fixedAt(NOW));
    }

    private String sheet() throws Exception {
        return Files.readString(homes.out("a-school").resolve("resend.csv"));
    }

    private static LostFile lost(String receipt, String sha256) {
        return LostFile.file(receipt, "u" + receipt, new AccountName("a-school", null), "attendance", sha256, 1, NOW);
    }

    private static LostFile recall(String receipt, String target) {
        return new LostFile(receipt, "u" + receipt, "a-school", null, "attendance", Kind.RECALL, target, "empty", 0, NOW);
    }

    private void arrived(String receipt, String stage, boolean test, Instant at) {
        sql.sql("INSERT INTO delivery (receipt, upload, agency, feed, lane, is_test, file_name, bytes, sha256, stage, received_at) VALUES (?, ?, 'a-school', 'attendance', 'l', ?, 'n', 1, ?, ?, ?)")
                .params(receipt, "u" + receipt, test, receipt, stage, at.atOffset(java.time.ZoneOffset.UTC)).update();
    }
}
