package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.intake.SampleText.ATTENDANCE_HEADER;
import static org.earlyhelp.hub.intake.SampleText.INVOLVEMENT_HEADER;
import static org.earlyhelp.hub.intake.SampleText.attendance;
import static org.earlyhelp.hub.intake.SampleText.involvement;
import static org.earlyhelp.hub.intake.SampleText.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.earlyhelp.hub.alert.support.MovingClock;
import org.earlyhelp.hub.intake.QuarantinedRow.Choice;
import org.earlyhelp.hub.intake.quarantine.QuarantineRuns;
import org.earlyhelp.hub.intake.quarantine.RowDesk;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.intake.take.Failures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A file sent by mistake is undone by NAME.recall: afterwards the records are as if it had never come. */
class FileRecallTests {
    private static final String POLICE = "avonford-police";
    private static final String COUNCIL = "avonford-council";
    private static final String SCHOOLS = "avonford-schools";

    private static final String UPLOAD = "01K4M5N6P7Q8R9S0T1V2W3X410";

    @TempDir
    private Path folder;
    private final MovingClock clock = new MovingClock("2026-11-23T08:40:00Z");
    private IntakeHub hub;

    @BeforeEach
    void start() {
        hub = new IntakeHub(folder, clock.asHubClock()).start();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void withdrawsWhatOnlyThatFileSaid() {
        JsonNode mistake = council("a.csv", involvement("C-1", ""), involvement("C-2", ""));

        JsonNode recall = recall(COUNCIL, "open-involvements/a.csv", "");

        assertThat(stage(recall)).isEqualTo("ACCEPTED");
        assertThat(recall.at("/counts/records").asLong()).isEqualTo(2);
        assertThat(recall.at("/reason").asString()).isEqualTo(receipt(mistake) + " was undone. Whoever was told of it is told of this.");
        assertThat(current()).isEmpty();
        assertThat(hub.count("SELECT count(*) FROM record WHERE withdrawn_at IS NOT NULL AND source_ref LIKE 'withdrawn/%'")).isEqualTo(2);
        assertThat(hub.count("SELECT count(*) FROM record_work")).isEqualTo(2);
    }

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
    void tellsAgainWhatAnEarlierFileHadSaid() {
        JsonNode right = council("right.csv", involvement("C-1", ""), involvement("C-2", ""));
        council("wrong.csv", involvement("C-1", "2026-11-20"));

        recall(COUNCIL, "open-involvements/wrong.csv", "");

        assertThat(current()).containsExactly("C-1 open " + receipt(right), "C-2 open " + receipt(right));
    }

    @Test
    void keepsWhatALaterFileSaysToo() {
        council("wrong.csv", involvement("C-1", ""), involvement("C-2", ""));
        JsonNode later = council("later.csv", involvement("C-1", ""), involvement("C-3", ""));

        recall(COUNCIL, "open-involvements/wrong.csv", "");

        assertThat(current()).containsExactly("C-1 open " + receipt(later), "C-3 open " + receipt(later));
    }

    @Test
    void leavesWhatALaterFileReplaced() {
        council("wrong.csv", involvement("C-1", ""));
        JsonNode later = council("later.csv", involvement("C-1", "2026-11-20"));

        JsonNode recall = recall(COUNCIL, "open-involvements/wrong.csv", "");

        assertThat(recall.at("/counts/records").asLong()).isZero();
        assertThat(current()).containsExactly("C-1 closed " + receipt(later));
    }

    @Test
    void makesAnEarlierVersionCurrentAgain() {
        hub.send(POLICE, "missing-children/1.json", notice("M-1"));
        hub.send(POLICE, "missing-children/2.json", notice("M-1", 2, "\"surname\":\"Wrong\",\"forenames\":\"Person\",\"dateOfBirth\":\"2011-01-01\""));

        recall(POLICE, "missing-children/2.json", "");

        assertThat(hub.sql.sql("SELECT source_ref || '@' || version FROM record WHERE is_current").query(String.class).list()).containsExactly("M-1@1");
        assertThat(hub.count("SELECT count(*) FROM record_work")).isEqualTo(2);
    }

    @Test
    void takesMarksBackAndTellsEarlierOnesAgain() {
        hub.send(SCHOOLS, "school-attendance/mon.csv", ATTENDANCE_HEADER + attendance(SampleText.UPN, "Chidi", "19/11/2026", "/", "\\"));
        hub.send(SCHOOLS, "school-attendance/wrong.csv", ATTENDANCE_HEADER + attendance(SampleText.UPN, "Chidi", "19/11/2026", "N", "N")
                + attendance(SampleText.UPN, "Chidi", "20/11/2026", "N", "N") + attendance("Ghost", "20/11/2026", "N", "N"));

        JsonNode recall = recall(SCHOOLS, "school-attendance/wrong.csv", "");

        assertThat(recall.at("/counts/records").asLong()).isEqualTo(2);
        assertThat(hub.sql.sql("SELECT replace(marks, ' ', '') FROM attendance_month").query(String.class).list()).containsExactly("/\\");
        assertThat(hub.count("SELECT count(*) FROM record WHERE is_current")).isEqualTo(1);
        assertThat(hub.sql.sql("SELECT person ->> 'forenames' FROM mention m JOIN record r ON r.id = m.record_id WHERE r.is_current AND m.role = 'PUPIL'")
                .query(String.class).list()).containsExactly("Chidi");
    }

    @Test
    void undoesANumberThatOnlyTheMistakeGave() {
        hub.send(SCHOOLS, "school-attendance/mon.csv", ATTENDANCE_HEADER + attendance("Chidi", "19/11/2026", "/", "\\"));
        hub.send(SCHOOLS, "school-attendance/wrong.csv", ATTENDANCE_HEADER + attendance(SampleText.UPN, "Chidi", "20/11/2026", "N", "N"));

        recall(SCHOOLS, "school-attendance/wrong.csv", "");

        assertThat(hub.sql.sql("SELECT source_ref FROM record WHERE is_current").query(String.class).list()).containsExactly("999001/Okafor/Chidi/2012-04-02");
        assertThat(hub.sql.sql("SELECT replace(marks, ' ', '') FROM attendance_month").query(String.class).list()).containsExactly("/\\");
    }

    @Test
    void readsOtherFilesAsOfTheDayOnWhichTheyCame() {
        JsonNode early = hub.send(SCHOOLS, "school-attendance/mon.csv", ATTENDANCE_HEADER + attendance(SampleText.UPN, "Chidi", "19/11/2026", "/", "\\")
                + attendance(SampleText.UPN, "Chidi", "24/11/2026", "N", "N"));
        hub.send(SCHOOLS, "school-attendance/wrong.csv", ATTENDANCE_HEADER + attendance(SampleText.UPN, "Chidi", "20/11/2026", "N", "N"));
        clock.to("2026-11-25T08:40:00Z");
        hub.sql.sql("DELETE FROM quarantine_row").update();

        recall(SCHOOLS, "school-attendance/wrong.csv", "");

        assertThat(code(early)).isEqualTo("DATE_IN_FUTURE");
        assertThat(hub.sql.sql("SELECT replace(marks, ' ', '') FROM attendance_month").query(String.class).list()).containsExactly("/\\");
    }

    @Test
    void tellsARefusedRowOnlyOnceItWasTaken() {
        council("right.csv", involvement("C-1", "").replace("Family Help", "Moon Walking"), involvement("C-2", "").replace("Family Help", "Moon Walking"));
        RowDesk desk = hub.bean(RowDesk.class);
        desk.open(Choice.ALL, 2).forEach(row -> desk.correct(row, Map.of("Service", "Family Help"), "why", "operator"));
        run(desk.open(Choice.ALL, 1).get(0).id());
        council("wrong.csv", involvement("C-1", "2026-11-20"), involvement("C-2", "2026-11-20"));

        recall(COUNCIL, "open-involvements/wrong.csv", "");

        assertThat(current()).singleElement().asString().startsWith("C-1 open");
    }

    @Test
    void takesTheSameFileAnewWhenItIsSentAgain() {
        council("a.csv", involvement("C-1", ""));
        recall(COUNCIL, "open-involvements/a.csv", "");

        JsonNode again = council("a.csv", involvement("C-1", ""));

        assertThat(stage(again)).isEqualTo("ACCEPTED");
        assertThat(current()).containsExactly("C-1 open " + receipt(again));
    }

    @Test
    void takesTheSameContentThatCameUnderAnotherName() {
        hub.send(POLICE, "missing-children/a.json", notice("M-1"));
        JsonNode again = hub.send(POLICE, "missing-children/b.json", notice("M-1"));
        hub.send(POLICE, "missing-children/c.json", notice("M-1"));

        recall(POLICE, "missing-children/a.json", "");

        assertThat(stage(again)).isEqualTo("DUPLICATE");
        assertThat(stages()).containsExactly("a.json ACCEPTED", "b.json ACCEPTED", "c.json DUPLICATE", "a.json.recall ACCEPTED");
        assertThat(hub.sql.sql("SELECT d.receipt FROM record r JOIN delivery d ON d.id = r.delivery_id WHERE r.is_current").query(String.class).list()).containsExactly(receipt(again));
        assertThat(receiptText(POLICE, again)).contains("ACCEPTED");
        recall(POLICE, "missing-children/b.json", "");
        assertThat(stages()).contains("c.json ACCEPTED");
    }

    @Test
    void leavesARepeatAloneThatWasRecalledToo() {
        hub.send(POLICE, "missing-children/a.json", notice("M-1"));
        hub.send(POLICE, "missing-children/b.json", notice("M-1"));
        recall(POLICE, "missing-children/b.json", "");

        recall(POLICE, "missing-children/a.json", "");

        assertThat(stages()).contains("b.json DUPLICATE");
        assertThat(hub.count("SELECT count(*) FROM record WHERE is_current")).isZero();
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

    @Test
    void warnsWhenTheHubNoLongerHasWhatWasKnownBefore() {
        council("old.csv", involvement("C-1", ""));
        clock.forward(Duration.ofMinutes(1));
        council("wrong.csv", involvement("C-1", "2026-11-20"));
        RawStore raw = hub.bean(RawStore.class);
        raw.forget(raw.kept().get(0));

        JsonNode recall = recall(COUNCIL, "open-involvements/wrong.csv", "");

        assertThat(code(recall)).isEqualTo("EARLIER_STATE_GONE");
        assertThat(recall.at("/counts/warnings").asLong()).isEqualTo(1);
        assertThat(current()).isEmpty();
    }

    @Test
    void endsTheWaitOfAHeldFile() {
        clock.to("2030-04-15T08:00:00Z");
        JsonNode held = council("a.csv", involvement("C-1", ""));

        JsonNode recall = recall(COUNCIL, "open-involvements/a.csv", "");

        assertThat(stage(held)).isEqualTo("HELD");
        assertThat(stage(recall)).isEqualTo("ACCEPTED");
        assertThat(hub.sql.sql("SELECT stage FROM delivery WHERE receipt = ?").param(receipt(held)).query(String.class).single()).isEqualTo("REJECTED");
    }

    @Test
    void undoesWhatHadBeenTakenOfAHeldFile() {
        council("right.csv", involvement("C-1", "2026-11-20"));
        partlyTaken("many.csv", "HELD");
        JsonNode tried = hub.send(COUNCIL, "test/open-involvements/many.csv.recall", "");

        JsonNode recall = recall(COUNCIL, "open-involvements/many.csv", "");

        assertThat(tried.at("/counts/records").asLong()).isEqualTo(1_000);
        assertThat(recall.at("/counts/records").asLong()).isEqualTo(1_000);
        assertThat(recall.at("/reason").asString()).contains("was waiting", "was undone");
        assertThat(current()).singleElement().asString().startsWith("C-1 closed");
        assertThat(stages()).contains("many.csv REJECTED");
    }

    @Test
    void tellsAgainWhatAHeldFileHadFoundUnchanged() {
        council("wrong.csv", involvement("C-1", ""), involvement("C-1200", ""));
        partlyTaken("many.csv", "HELD");

        recall(COUNCIL, "open-involvements/wrong.csv", "");

        assertThat(current()).hasSize(1_000).anyMatch(line -> line.startsWith("C-1 ")).noneMatch(line -> line.startsWith("C-1200 "));
    }

    @Test
    void waitsWhileAnotherFileOfTheFeedIsHalfTaken() {
        council("wrong.csv", involvement("C-1", ""));
        partlyTaken("many.csv", "RECEIVED");
        hub.upload(COUNCIL, "open-involvements/wrong.csv.recall", "");
        await().atMost(Duration.ofSeconds(60)).until(() -> hub.sql.sql("SELECT upload FROM delivery WHERE file_name LIKE '%.recall'").query(String.class).optional()
                .filter(hub.bean(Failures.class)::isDelayed).isPresent());
        assertThat(stages()).contains("wrong.csv.recall RECEIVED");
        assertThat(hub.count("SELECT starts FROM delivery WHERE file_name LIKE '%.recall'")).isZero();

        hub.sql.sql("DROP TRIGGER fault ON record").update();
        clock.forward(Duration.ofMinutes(5));
        hub.awaitCount("SELECT count(*) FROM delivery WHERE file_name = 'many.csv' AND stage = 'ACCEPTED'", 1);
        clock.forward(Duration.ofMinutes(5));
        hub.awaitCount("SELECT count(*) FROM delivery WHERE recalled_by IS NOT NULL AND answered_at IS NOT NULL", 1);

        assertThat(current()).hasSize(2_000).anyMatch(line -> line.startsWith("C-1 "));
    }

    @Test
    void undoesAllOrNothingWhenItBreaksOff() {
        council("right.csv", involvement("C-1", ""));
        JsonNode wrong = council("wrong.csv", involvement("C-1", "2026-11-20"), involvement("C-2", ""));
        hub.sql.sql("""
                CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'injected' USING ERRCODE = '57014'; END $$""").update();
        hub.sql.sql("CREATE TRIGGER fault BEFORE UPDATE ON delivery FOR EACH ROW WHEN (NEW.recalled_by IS NOT NULL) EXECUTE FUNCTION fault()").update();
        hub.upload(COUNCIL, "open-involvements/wrong.csv.recall", "");
        hub.awaitCount("SELECT count(*) FROM delivery WHERE file_name LIKE '%.recall' AND starts > 0", 1);
        hub.stop();
        assertThat(current()).containsExactly("C-1 closed " + receipt(wrong), "C-2 open " + receipt(wrong));

        hub.sql.sql("DROP TRIGGER fault ON delivery").update();
        hub.start();

        hub.awaitCount("SELECT count(*) FROM delivery WHERE recalled_by IS NOT NULL AND answered_at IS NOT NULL", 1);
        assertThat(current()).extracting(line -> line.substring(0, 8)).isEqualTo(List.of("C-1 open"));
    }

    /** A file of C-0 to C-1999 of which the first 1,000 were taken when the hub stopped; afterwards it stands at that stage. */
    private void partlyTaken(String name, String stage) {
        hub.sql.sql("""
                CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN IF NEW.source_ref LIKE 'C-1500#%' THEN RAISE EXCEPTION 'injected' USING ERRCODE = '57P01'; END IF; RETURN NEW; END $$""").update();
        hub.sql.sql("CREATE TRIGGER fault BEFORE INSERT ON record FOR EACH ROW EXECUTE FUNCTION fault()").update();
        String rows = IntStream.range(0, 2_000).mapToObj(i -> involvement("C-" + i, "")).collect(Collectors.joining());
        hub.upload(COUNCIL, "open-involvements/" + name, INVOLVEMENT_HEADER + rows);
        hub.awaitCount("SELECT coalesce(max(records_done), 0) FROM delivery WHERE stage = 'RECEIVED'", 1_000);
        hub.stop();
        hub.sql.sql("""
                UPDATE delivery SET stage = :stage, held_for = CASE WHEN :stage = 'HELD' THEN 'OPERATOR' END,
                       decided_at = CASE WHEN :stage = 'HELD' THEN received_at END WHERE file_name = :name""").param("stage", stage).param("name", name).update();
        hub.start();
    }

    private void run(long row) {
        QuarantineRuns runs = hub.bean(QuarantineRuns.class);
        long id = ((QuarantineRuns.Asked.Run) runs.ask(new Choice(null, null, null, null, List.of(row)), "one", "operator")).id();
        runs.work();
        assertThat(runs.start(id, "operator")).isTrue();
        runs.work();
    }

    private JsonNode council(String name, String... rows) {
        return hub.send(COUNCIL, "open-involvements/" + name, INVOLVEMENT_HEADER + String.join("", rows));
    }

    private JsonNode recall(String agency, String place, String content) {
        String name = place.substring(place.indexOf('/') + 1) + ".recall";
        long before = hub.sql.sql("SELECT coalesce(max(id), 0) FROM delivery").query(Long.class).single();
        hub.upload(agency, place + ".recall", content);
        hub.awaitCount("SELECT count(*) FROM delivery WHERE answered_at IS NOT NULL AND id > " + before, 1);
        hub.awaitCount("SELECT count(*) FROM delivery WHERE answered_at IS NULL", 0);
        String receipt = hub.sql.sql("SELECT receipt FROM delivery WHERE file_name = ? ORDER BY id DESC LIMIT 1").param(name).query(String.class).single();
        return tools.jackson.databind.json.JsonMapper.shared().readTree(IntakeHub.read(hub.receiptFile(agency, receipt, ".receipt.json")));
    }

    /** The current involvements: case, whether it is open, and the receipt of the file that says so. */
    private List<String> current() {
        return hub.sql.sql("""
                SELECT split_part(source_ref, '#', 1) || CASE WHEN fact ->> 'closed' IS NULL THEN ' open ' ELSE ' closed ' END || d.receipt
                  FROM record r JOIN delivery d ON d.id = r.delivery_id WHERE is_current ORDER BY 1""").query(String.class).list();
    }

    private List<String> stages() {
        return hub.sql.sql("SELECT file_name || ' ' || stage FROM delivery ORDER BY id").query(String.class).list();
    }

    private String receiptText(String agency, JsonNode receipt) {
        return IntakeHub.read(hub.receiptFile(agency, receipt(receipt), ".receipt.txt"));
    }

    private static String stage(JsonNode receipt) {
        return receipt.at("/stage").asString();
    }

    private static String receipt(JsonNode receipt) {
        return receipt.at("/receipt").asString();
    }

    private static String code(JsonNode receipt) {
        return receipt.at("/errors/0/code").asString();
    }
}
