package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.earlyhelp.hub.intake.SampleText.INVOLVEMENT_HEADER;
import static org.earlyhelp.hub.intake.SampleText.involvement;
import static org.earlyhelp.hub.intake.SampleText.notice;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.earlyhelp.hub.intake.take.Failures;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A recall of what is held, half taken or came again: nothing that also came otherwise is lost. */
class RecallBesideOthersTests extends FileRecallTest {
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
        awaitDelayedRecall();
        assertThat(stages()).contains("wrong.csv.recall RECEIVED");
        hub.awaitCount("SELECT starts FROM delivery WHERE file_name LIKE '%.recall'", 0);

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
        awaitDelayedRecall();
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

    private void awaitDelayedRecall() {
        await().atMost(Duration.ofSeconds(60)).until(() -> hub.sql.sql("SELECT upload FROM delivery WHERE file_name LIKE '%.recall'").query(String.class).optional()
                .filter(hub.bean(Failures.class)::isDelayed).isPresent());
    }

    private List<String> stages() {
        return hub.sql.sql("SELECT file_name || ' ' || stage FROM delivery ORDER BY id").query(String.class).list();
    }
}
