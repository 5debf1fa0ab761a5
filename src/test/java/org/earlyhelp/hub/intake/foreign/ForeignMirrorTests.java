package org.earlyhelp.hub.intake.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.UploadClosed;
import org.earlyhelp.hub.intake.UploadUnfit;
import org.earlyhelp.hub.intake.alarm.AlarmLedger;
import org.earlyhelp.hub.intake.foreign.ForeignAccount.Credential;
import org.earlyhelp.hub.support.ForeignSftpServer;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mirror against a real server; the lanes are looked at on disk. */
class ForeignMirrorTests {
    private static final String POLICE = "avonford-police";
    private static final String HAVEN = "safe-haven";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String CONTENT = "{\"noticeRef\":\"M-1\"}";

    @TempDir
    private Path root;
    private final List<Object> news = new CopyOnWriteArrayList<>();
    private final MovingClock clock = new MovingClock("2026-11-23T08:40:00Z");
    private final AlarmLedger ledger = AlarmLedger.in(TestDatabase.fresh(), clock.asHubClock());
    private ForeignSftpServer server;
    private SftpFolders folders;
    private ForeignMirror mirror;
    private Duration unchanged = Duration.ofMillis(500);

    @BeforeEach
    void startServer() throws IOException {
        folders = new SftpFolders(root.resolve("sftp"));
        server = new ForeignSftpServer(root.resolve("foreign")).start();
        server.addHome(POLICE, "missing-children");
        server.addHome(HAVEN, "domestic-abuse");
    }

    @AfterEach
    void stop() {
        if (mirror != null) {
            mirror.close();
        }
        server.close();
    }

    @Test
    void movesACompleteFileIntoItsLane() throws IOException {
        drop("in/missing-children/notices.json", CONTENT);

        startMirror();

        awaitLane(1);
        LaneFile file = LaneFile.parse(lane().get(0)).orElseThrow();
        assertThat(file.name()).isEqualTo("notices.json");
        assertThat(file.test()).isFalse();
        assertThat(folders.lane(POLICE, "missing-children").resolve(lane().get(0))).hasContent(CONTENT);
        await().atMost(LIMIT).until(() -> server.files(POLICE, "in/missing-children").isEmpty());
        assertThat(news).containsExactly(new UploadClosed(POLICE, "missing-children"));
        assertThat(folders.incoming()).isEmptyDirectory();
    }

    @Test
    void marksATestDrop() throws IOException {
        drop("in/test/missing-children/try.json", CONTENT);

        startMirror();

        awaitLane(1);
        assertThat(LaneFile.parse(lane().get(0)).orElseThrow().test()).isTrue();
    }

    @Test
    void leavesAGrowingFileUntilItIsStill() throws IOException {
        unchanged = Duration.ofSeconds(10);
        Path growing = drop("in/missing-children/big.json", CONTENT);
        startMirror();
        AtomicInteger times = new AtomicInteger();

        await().atMost(LIMIT).pollInterval(Duration.ofMillis(300)).until(() -> {
            Files.writeString(growing, CONTENT, StandardOpenOption.APPEND);
            assertThat(lane()).isEmpty();
            return times.incrementAndGet() == 9;
        });

        awaitLane(1);
        assertThat(folders.lane(POLICE, "missing-children").resolve(lane().get(0))).hasContent(CONTENT.repeat(10));
    }

    @Test
    void ignoresWorkingNamesUntilTheyAreRenamed() throws IOException {
        for (String name : List.of("a.json.part", "b.TMP", "c.filepart", ".hidden")) {
            drop("in/missing-children/" + name, CONTENT);
        }
        drop("in/missing-children/d.json", CONTENT);
        startMirror();
        awaitLane(1);

        Path in = server.home(POLICE).resolve("in/missing-children");
        Files.move(in.resolve("a.json.part"), in.resolve("a.json"));

        awaitLane(2);
        assertThat(lane()).allMatch(name -> name.endsWith("~d.json") || name.endsWith("~a.json"));
        await().atMost(LIMIT).until(() -> server.files(POLICE, "in/missing-children").size() == 3);
    }

    @Test
    void leavesWhatIsNoPlainFileWithAPlainName() throws IOException {
        Path secret = Files.writeString(root.resolve("secret"), "x");
        Path in = server.home(POLICE).resolve("in/missing-children");
        Files.createSymbolicLink(in.resolve("link.json"), secret);
        Files.createDirectories(in.resolve("folder.json"));
        Files.writeString(in.resolve("back\\slash.json"), CONTENT);
        Files.writeString(in.resolve("line\nbreak.json"), CONTENT);
        Files.writeString(in.resolve("n".repeat(200)), CONTENT);
        drop("in/missing-children/plain.json", CONTENT);

        startMirror();

        await().atMost(LIMIT).until(() -> server.files(POLICE, "in/missing-children").size() == 5);
        assertThat(lane()).singleElement().asString().endsWith("~plain.json");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(news).filteredOn(UploadUnfit.class::isInstance).extracting(unfit -> ((UploadUnfit) unfit).name())
                .containsExactlyInAnyOrder("back_slash.json", "line_break.json", "n".repeat(150)));
    }

    @Test
    void takesNothingFromAServerWithAnotherHostKey() throws IOException {
        drop("in/missing-children/notices.json", CONTENT);
        answer("receipts/a.receipt.json", "{}");

        startMirror(accounts(ForeignSftpServer.newKey().getPublic(), POLICE));

        await().atMost(LIMIT).until(() -> server.sessions() >= 2);
        assertThat(lane()).isEmpty();
        assertThat(server.files(POLICE, "receipts")).isEmpty();
        assertThat(server.files(POLICE, "in/missing-children")).containsExactly("notices.json");
    }

    @Test
    void goesOnWhenTheServerIsBack() throws IOException {
        server.stop();
        drop("in/missing-children/first.json", CONTENT);
        startMirror();
        server.start();
        awaitLane(1);

        server.stop();
        drop("in/missing-children/second.json", CONTENT);
        server.start();

        awaitLane(2);
    }

    @Test
    void tellsAnOperatorThatTheServerIsAwayAndThatItIsBack() throws IOException {
        server.stop();
        startMirror(accounts(hostKey(), POLICE));
        await().atMost(LIMIT).until(() -> {
            clock.forward(ForeignAlarms.AWAY_LIMIT_OF_HARM);
            return !ledger.open().isEmpty();
        });

        server.start();

        await().atMost(LIMIT).until(() -> ledger.open().isEmpty());
        mirror.close();
        assertThat(ledger.told("SFTP server for " + POLICE)).containsExactly("Alarm: sftp server away", "Over: sftp server away");
    }

    @Test
    void tellsAnOperatorOfAFolderThatIsNotThereUntilItIs() throws IOException {
        Path in = server.home(POLICE).resolve("in/missing-children");
        Files.delete(in);
        startMirror(accounts(hostKey(), POLICE));
        await().atMost(LIMIT).until(() -> {
            clock.forward(ForeignAlarms.REFUSED_LIMIT);
            return ledger.open().equals(List.of("sftp-folder-missing " + POLICE));
        });

        Files.createDirectory(in);
        await().atMost(LIMIT).until(() -> ledger.open().isEmpty());
    }

    @Test
    void servesTheOthersWhenOneAccountFails() throws IOException {
        drop("in/missing-children/notices.json", CONTENT);
        Files.writeString(server.home(HAVEN).resolve("in/domestic-abuse/r.json"), CONTENT);

        startMirror(accounts(hostKey(), "no-such-user", POLICE, HAVEN));

        awaitLane(1);
        await().atMost(LIMIT).until(() -> server.files(HAVEN, "in/domestic-abuse").isEmpty());
    }

    @Test
    void isTheSameUploadAfterAKillBetweenCopyAndRemoval() throws IOException {
        server.refuseRemoval(true);
        drop("in/missing-children/notices.json", CONTENT);
        startMirror();
        await().atMost(LIMIT).until(() -> server.refusedRemovals() > 0);
        List<String> before = lane();
        mirror.close();

        server.refuseRemoval(false);
        startMirror();

        await().atMost(LIMIT).until(() -> server.files(POLICE, "in/missing-children").isEmpty());
        assertThat(lane()).hasSize(1).isEqualTo(before);
    }

    @Test
    void isAnotherUploadWhenTheSameFileIsSentAgain() throws IOException {
        Path sent = drop("in/missing-children/notices.json", CONTENT);
        var time = Files.getLastModifiedTime(sent);
        startMirror();
        await().atMost(LIMIT).until(() -> !Files.exists(sent));

        Files.setLastModifiedTime(drop("in/missing-children/notices.json", CONTENT), time);

        awaitLane(2);
    }

    @Test
    void copiesAFileOnceThoughItCannotBeRemoved() throws IOException {
        server.refuseRemoval(true);
        drop("in/missing-children/notices.json", CONTENT);
        startMirror();
        awaitLane(1);
        Files.delete(folders.lane(POLICE, "missing-children").resolve(lane().get(0)));

        await().atMost(LIMIT).until(() -> server.refusedRemovals() >= 2);

        assertThat(lane()).isEmpty();
        assertThat(news).hasSize(1);
    }

    @Test
    void keepsAnswersOnTheServerInStep() throws IOException {
        answer("receipts/a.R-1.receipt.json", "{}");
        answer("receipts/index.csv", "one");
        answer("out/E1.outcome.json", "{}");
        answer("out/.E2.part", "half");
        answer("help/missing-children/layout.txt", "fields");
        answer("help/account.txt", "how to sign in to the hub's own server");
        Files.createDirectories(server.home(POLICE).resolve("receipts"));
        Files.writeString(server.home(POLICE).resolve("receipts/theirs.txt"), "not ours");

        startMirror();

        await().atMost(LIMIT).until(() -> server.files(POLICE, "help/missing-children").contains("layout.txt"));
        await().atMost(LIMIT).until(() -> server.files(POLICE, "receipts").equals(List.of("a.R-1.receipt.json", "index.csv", "theirs.txt")));
        assertThat(server.files(POLICE, "out")).containsExactly("E1.outcome.json");
        assertThat(server.home(POLICE).resolve("help/account.txt")).doesNotExist();
    }

    @Test
    void bringsChangesAndDeletionsOfAnswers() throws IOException {
        Path receipt = answer("receipts/a.R-1.receipt.json", "{}");
        answer("receipts/index.csv", "one");
        startMirror();
        await().atMost(LIMIT).until(() -> server.files(POLICE, "receipts").size() == 2);
        mirror.close();

        Files.delete(receipt);
        answer("receipts/index.csv", "one and two");
        startMirror();

        await().atMost(LIMIT).until(() -> server.files(POLICE, "receipts").equals(List.of("index.csv")));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(server.home(POLICE).resolve("receipts/index.csv")).hasContent("one and two"));
    }

    @Test
    void replacesAnAnswerWhereNoRenameCan() throws IOException {
        server.stop();
        server.forgetToRenameOver();
        server.start();
        Path index = server.home(POLICE).resolve("receipts/index.csv");
        Files.createDirectories(index.getParent());
        Files.writeString(index, "old");
        answer("receipts/index.csv", "new");

        startMirror();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(index).hasContent("new"));
        assertThat(server.files(POLICE, "receipts")).containsExactly("index.csv");
    }

    private void startMirror() {
        startMirror(accounts(hostKey(), POLICE, HAVEN));
    }

    private void startMirror(ForeignAccounts accounts) {
        List<SftpAccount> agencies = List.of(new SftpAccount(POLICE, List.of(), List.of("missing-children")),
                new SftpAccount(HAVEN, List.of(), List.of("domestic-abuse")));
        mirror = new ForeignMirror("127.0.0.1", accounts, () -> agencies, folders, clock.asHubClock(), ledger.alarms(), news::add);
        mirror.start();
    }

    private ForeignAccounts accounts(PublicKey hostKey, String... agencies) {
        return new ForeignAccounts(server.port(), List.of(hostKey), unchanged, Duration.ofMillis(300), Stream.of(agencies)
                .map(agency -> new ForeignAccount(agency, agency, new Credential.Key(server.userKey()), "/")).toList());
    }

    private PublicKey hostKey() {
        try {
            return PublicKeyEntry.parsePublicKeyEntry(server.hostKeyLine()).resolvePublicKey(null, Map.of(), null);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Path drop(String place, String content) throws IOException {
        return Files.writeString(server.home(POLICE).resolve(place), content);
    }

    private Path answer(String place, String content) throws IOException {
        Path file = folders.home(POLICE).resolve(place);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private void awaitLane(int files) {
        await().atMost(LIMIT).until(() -> lane().size() == files);
    }

    private List<String> lane() throws IOException {
        Path lane = folders.lane(POLICE, "missing-children");
        if (!Files.isDirectory(lane)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(lane)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
