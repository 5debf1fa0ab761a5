package org.earlyhelp.hub.intake.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.intake.SampleText.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.intake.IntakeHub;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.UploadClosed;
import org.earlyhelp.hub.intake.UploadUnfit;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.intake.route.LaneBell;
import org.earlyhelp.hub.intake.take.DeliveryDoor;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.support.ForeignSftpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a drop on the foreign server to the receipt on it, through the real routes and the database. */
class ForeignJourneyTests {
    private static final String POLICE = "avonford-police";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;
    private ForeignSftpServer server;
    private IntakeHub hub;
    private ForeignAccounts accounts;
    private ForeignMirror mirror;

    @BeforeEach
    void start() throws IOException {
        server = new ForeignSftpServer(folder.resolve("foreign")).start();
        server.addHome(POLICE, "missing-children");
        accounts = ForeignAccounts.read(server.writeAccounts(folder.resolve("accounts"), POLICE), Map.of()).asOptional().orElseThrow();
        hub = new IntakeHub(folder.resolve("hub")).start();
    }

    @AfterEach
    void stop() {
        mirror.close();
        hub.close();
        server.close();
    }

    @Test
    void answersADropWithAReceipt() throws IOException {
        drop("notices.json", notice("M-1"));

        startMirror();

        JsonNode receipt = awaitReceipts(1);
        assertThat(receipt.at("/stage").asString()).isEqualTo("ACCEPTED");
        assertThat(receipt.at("/file/name").asString()).isEqualTo("notices.json");
        await().atMost(LIMIT).until(() -> server.files(POLICE, "in/missing-children").isEmpty());
        await().atMost(LIMIT).until(() -> server.files(POLICE, "receipts").contains("index.csv"));
    }

    @Test
    void hasOneEffectWhenKilledBetweenCopyAndRemoval() throws IOException {
        server.refuseRemoval(true);
        drop("notices.json", notice("M-1"));
        startMirror();
        awaitReceipts(1);
        mirror.close();
        hub.stop();

        server.refuseRemoval(false);
        hub.start();
        startMirror();

        await().atMost(LIMIT).until(() -> server.files(POLICE, "in/missing-children").isEmpty());
        await().atMost(LIMIT).until(() -> hub.count("SELECT count(*) FROM delivery WHERE answered_at IS NULL") == 0 && laneIsEmpty());
        assertThat(hub.count("SELECT count(*) FROM delivery")).isEqualTo(1);
        assertThat(hub.count("SELECT count(*) FROM record")).isEqualTo(1);
    }

    @Test
    void answersTheSameContentSentAgainAsADuplicate() throws IOException {
        drop("notices.json", notice("M-1"));
        startMirror();
        awaitReceipts(1);
        await().atMost(LIMIT).until(() -> server.files(POLICE, "in/missing-children").isEmpty());

        drop("notices.json", notice("M-1"));

        awaitReceipts(2);
        assertThat(hub.count("SELECT count(*) FROM delivery WHERE stage = 'DUPLICATE'")).isEqualTo(1);
    }

    @Test
    void answersAFileThatItCannotTakeOnceAndTellsTheFrontDoor() throws IOException {
        drop("n".repeat(200), notice("M-1"));
        startMirror();
        JsonNode receipt = awaitReceipts(1);
        assertThat(receipt.at("/stage").asString() + ": " + receipt.at("/reason").asString()).startsWith("REJECTED: Its name is longer than 150 characters");
        assertThat(hub.senderFaults()).singleElement().satisfies(fault -> assertThat(fault.receipt()).isEqualTo(receipt.at("/receipt").asString()));
        mirror.close();
        hub.stop();

        hub.start();
        startMirror();
        drop("plain.json", notice("M-1"));
        awaitReceipts(2);

        assertThat(hub.count("SELECT count(*) FROM delivery")).isEqualTo(2);
        assertThat(server.files(POLICE, "in/missing-children")).contains("n".repeat(200));
    }

    private void startMirror() {
        List<SftpAccount> agencies = List.of(new SftpAccount(POLICE, List.of(), List.of("missing-children")));
        mirror = new ForeignMirror("127.0.0.1", accounts, () -> agencies, hub.folders, HubClock.real(), hub.bean(OperatorAlarms.class), this::tell);
        mirror.start();
    }

    private void tell(Object news) {
        if (news instanceof UploadUnfit unfit) {
            hub.bean(DeliveryDoor.class).onUploadUnfit(unfit);
        } else {
            hub.bean(LaneBell.class).onUploadClosed((UploadClosed) news);
        }
    }

    private void drop(String name, String content) throws IOException {
        Files.writeString(server.home(POLICE).resolve("in/missing-children").resolve(name), content);
    }

    /** The last of so many decided receipts on the foreign server. */
    private JsonNode awaitReceipts(int wanted) {
        await().atMost(LIMIT).until(() -> decided().size() == wanted);
        return decided().get(wanted - 1);
    }

    private List<JsonNode> decided() {
        return server.files(POLICE, "receipts").stream().filter(name -> name.endsWith(".receipt.json") && !name.startsWith("."))
                .map(name -> JsonMapper.shared().readTree(IntakeHub.read(server.home(POLICE).resolve("receipts").resolve(name))))
                .filter(receipt -> receipt.has("decidedAt")).toList();
    }

    private boolean laneIsEmpty() throws IOException {
        try (var files = Files.list(hub.folders.lane(POLICE, "missing-children"))) {
            return files.findAny().isEmpty();
        }
    }
}
