package org.earlyhelp.hub.intake;

import static org.earlyhelp.hub.intake.SampleText.INVOLVEMENT_HEADER;

import java.nio.file.Path;
import java.util.List;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A running intake to which agencies send files, and then NAME.recall. */
abstract class FileRecallTest {
    static final String POLICE = "avonford-police";
    static final String COUNCIL = "avonford-council";
    static final String SCHOOLS = "avonford-schools";

    @TempDir
    Path folder;
    final MovingClock clock = new MovingClock("2026-11-23T08:40:00Z");
    IntakeHub hub;

    @BeforeEach
    void start() {
        hub = new IntakeHub(folder, clock.asHubClock()).start();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    JsonNode council(String name, String... rows) {
        return hub.send(COUNCIL, "open-involvements/" + name, INVOLVEMENT_HEADER + String.join("", rows));
    }

    /** Waits for whatever the recall lets be answered anew, too. */
    JsonNode recall(String agency, String place, String content) {
        JsonNode answer = hub.send(agency, place + ".recall", content);
        hub.awaitCount("SELECT count(*) FROM delivery WHERE answered_at IS NULL", 0);
        return answer;
    }

    /** The current involvements: case, whether it is open, and the receipt of the file that says so. */
    List<String> current() {
        return hub.sql.sql("""
                SELECT split_part(source_ref, '#', 1) || CASE WHEN fact ->> 'closed' IS NULL THEN ' open ' ELSE ' closed ' END || d.receipt
                  FROM record r JOIN delivery d ON d.id = r.delivery_id WHERE is_current ORDER BY 1""").query(String.class).list();
    }

    String receiptText(String agency, JsonNode receipt) {
        return IntakeHub.read(hub.receiptFile(agency, receipt(receipt), ".receipt.txt"));
    }

    static String stage(JsonNode receipt) {
        return receipt.at("/stage").asString();
    }

    static String receipt(JsonNode receipt) {
        return receipt.at("/receipt").asString();
    }

    static String code(JsonNode receipt) {
        return receipt.at("/errors/0/code").asString();
    }
}
