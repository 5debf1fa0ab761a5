package org.earlyhelp.hub.intake.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.intake.SampleText.INVOLVEMENT_HEADER;
import static org.earlyhelp.hub.intake.SampleText.involvement;
import static org.earlyhelp.hub.intake.SampleText.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.intake.IntakeHub;
import org.earlyhelp.hub.intake.alarm.FolderAlarm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateAnswersTests {
    private static final String COUNCIL = "avonford-council";
    private static final String POLICE = "avonford-police";
    private static final String OPEN_ALARMS = "SELECT count(*) FROM operator_alarm WHERE kind = 'folder-shut' AND cleared_at IS NULL";
    @TempDir
    private Path folder;
    private final MovingClock clock = new MovingClock("2026-11-23T08:40:00Z");
    private IntakeHub hub;

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void letsNobodyWaitForAFolderThatTakesNoReceiptAndTellsAnOperator() throws IOException {
        hub = new IntakeHub(folder, clock.asHubClock()).start();
        hub.send(COUNCIL, "open-involvements/x.csv", INVOLVEMENT_HEADER + involvement("C-1", ""));
        hub.send(POLICE, "missing-children/x.json", notice("M-1"));
        Path receipts = hub.folders.receipts(COUNCIL);
        Path aside = Files.move(receipts, folder.resolve("aside"));
        Files.writeString(receipts, "a file where the folder should be");

        hub.sql.sql("UPDATE delivery SET answered_at = NULL").update();
        hub.awaitCount("SELECT count(*) FROM delivery WHERE answered_at IS NOT NULL AND agency = '" + POLICE + "'", 1);
        assertThat(hub.count("SELECT count(*) FROM delivery WHERE answered_at IS NULL")).isEqualTo(1);
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            clock.forward(FolderAlarm.LIMIT);
            return hub.count(OPEN_ALARMS) == 1;
        });

        Files.delete(receipts);
        Files.move(aside, receipts);
        hub.awaitCount("SELECT count(*) FROM delivery WHERE answered_at IS NULL", 0);
        hub.awaitCount(OPEN_ALARMS, 0);
    }
}
