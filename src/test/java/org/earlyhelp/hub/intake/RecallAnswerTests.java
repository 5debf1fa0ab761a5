package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.intake.SampleText.INVOLVEMENT_HEADER;
import static org.earlyhelp.hub.intake.SampleText.involvement;
import static org.earlyhelp.hub.intake.SampleText.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a recall means and how its sender is answered. */
class RecallAnswerTests extends FileRecallTest {
    private static final String UPLOAD = "01K4M5N6P7Q8R9S0T1V2W3X410";

    @Test
    void tellsTheSenderOnTheOldReceiptTooAndDestroysTheRawCopy() {
        JsonNode mistake = council("a.csv", involvement("C-1", ""));

        JsonNode recall = recall(COUNCIL, "open-involvements/a.csv", "");

        assertThat(receiptText(COUNCIL, mistake)).contains("The sender recalled this file with " + receipt(recall), "Nothing of it counts any more");
        assertThat(hub.bean(RawStore.class).kept()).extracting(RawStore.Kept::upload)
                .doesNotContain(hub.sql.sql("SELECT upload FROM delivery WHERE receipt = ?").param(receipt(mistake)).query(String.class).single());
    }

    @Test
    void repeatsALostRecallAgainstItsFileHoweverOld() throws IOException {
        JsonNode mistake = council("a.csv", involvement("C-1", ""));
        council("b.csv", involvement("C-2", ""));
        clock.forward(Duration.ofDays(31));
        hub.sql.sql("INSERT INTO resend_file (receipt, upload, agency, feed, kind, target, sha256, bytes, received_at) VALUES ('R-0', ?, ?, 'open-involvements', 'RECALL', ?, 'aa', 1, now())")
                .params(UPLOAD, COUNCIL, receipt(mistake)).update();
        Path lane = hub.folders.lane(COUNCIL, "open-involvements");
        Path draft = Files.writeString(folder.resolve("put-back"), receipt(mistake));
        Files.move(draft, lane.resolve(new LaneFile(UPLOAD, false, "again-R-0.recall").fileName()));

        hub.awaitCount("SELECT count(*) FROM delivery WHERE file_name = 'a.csv' AND recalled_by IS NOT NULL", 1);
        assertThat(current()).hasSize(1).allMatch(record -> record.startsWith("C-2"));
    }

    @Test
    void answersASecondRecallAsADuplicate() {
        council("a.csv", involvement("C-1", ""));
        JsonNode first = recall(COUNCIL, "open-involvements/a.csv", "");

        JsonNode second = recall(COUNCIL, "open-involvements/a.csv", "");

        assertThat(stage(second)).isEqualTo("DUPLICATE");
        assertThat(second.at("/duplicateOf").asString()).isEqualTo(receipt(first));
        assertThat(receiptText(COUNCIL, second)).contains("was undone already").doesNotContain("same content");
    }

    @Test
    void meansTheNewestOfSeveralOrTheOneItNames() {
        JsonNode first = council("daily.csv", involvement("C-1", ""));
        council("daily.csv", involvement("C-2", ""));

        recall(COUNCIL, "open-involvements/daily.csv", receipt(first) + "\r\n");
        assertThat(current()).extracting(line -> line.split(" ")[0]).containsExactly("C-2");

        recall(COUNCIL, "open-involvements/daily.csv", "");
        assertThat(current()).isEmpty();
    }

    @Test
    void knowsNoFileOfAnotherAgencyOrFeed() {
        JsonNode notice = hub.send(POLICE, "missing-children/a.csv", notice("M-1"));

        JsonNode ofAnother = recall(COUNCIL, "open-involvements/a.csv", receipt(notice));
        JsonNode ofAnotherFeed = recall(POLICE, "domestic-abuse/a.csv", "");

        assertThat(code(ofAnother)).isEqualTo("RECALL_UNKNOWN_FILE");
        assertThat(code(ofAnotherFeed)).isEqualTo("RECALL_UNKNOWN_FILE");
        assertThat(hub.count("SELECT count(*) FROM record WHERE is_current")).isEqualTo(1);
    }

    @Test
    void undoesNothingOfATestDropARejectedFileOrARecall() {
        hub.send(COUNCIL, "test/open-involvements/try.csv", INVOLVEMENT_HEADER + involvement("C-1", ""));
        hub.send(COUNCIL, "open-involvements/bad.csv", "no,such,header\n");
        council("a.csv", involvement("C-1", ""));
        recall(COUNCIL, "open-involvements/a.csv", "");

        assertThat(recall(COUNCIL, "open-involvements/try.csv", "").at("/errors/0/message").asString()).contains("was a test drop");
        assertThat(recall(COUNCIL, "open-involvements/bad.csv", "").at("/errors/0/message").asString()).contains("was rejected");
        assertThat(code(recall(COUNCIL, "open-involvements/a.csv.recall", ""))).isEqualTo("NOTHING_TO_RECALL");
    }

    @Test
    void refusesARecallThatSaysSomethingElse() {
        council("a.csv", involvement("C-1", ""));

        assertThat(code(recall(COUNCIL, "open-involvements/a.csv", "please undo"))).isEqualTo("BAD_RECALL");
        assertThat(code(recall(COUNCIL, "open-involvements/a.csv", " ".repeat(2_000) + "x"))).isEqualTo("BAD_RECALL");
        assertThat(current()).hasSize(1);
    }

    @Test
    void triesARecallWithoutUndoingAnything() {
        council("a.csv", involvement("C-1", ""));

        JsonNode tried = hub.send(COUNCIL, "test/open-involvements/a.csv.recall", "");

        assertThat(stage(tried)).isEqualTo("ACCEPTED");
        assertThat(tried.at("/counts/records").asLong()).isEqualTo(1);
        assertThat(tried.at("/reason").asString()).contains("would undo");
        assertThat(current()).hasSize(1);
    }

    @Test
    void refusesARecallAfterThirtyDays() {
        council("a.csv", involvement("C-1", ""));
        clock.to("2026-12-25T08:00:00Z");

        assertThat(code(recall(COUNCIL, "open-involvements/a.csv", ""))).isEqualTo("RECALL_TOO_LATE");
        assertThat(current()).hasSize(1);
    }
}
