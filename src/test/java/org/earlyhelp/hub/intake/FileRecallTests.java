package org.earlyhelp.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.intake.SampleText.ATTENDANCE_HEADER;
import static org.earlyhelp.hub.intake.SampleText.attendance;
import static org.earlyhelp.hub.intake.SampleText.involvement;
import static org.earlyhelp.hub.intake.SampleText.notice;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.intake.QuarantinedRow.Choice;
import org.earlyhelp.hub.intake.quarantine.QuarantineRuns;
import org.earlyhelp.hub.intake.quarantine.RowDesk;
import org.earlyhelp.hub.intake.quarantine.RowMending;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A file sent by mistake is undone by NAME.recall: afterwards the records are as if it had never come. */
class FileRecallTests extends FileRecallTest {
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
    void tellsARowThatWasMendedAsText() {
        String sent = involvement("C-1", "");
        council("right.csv", "C-1,torn\n");
        hub.bean(RowMending.class).rewrite(hub.bean(RowDesk.class).open(Choice.ALL, 1).get(0), sent.strip(), "0", "why", "operator");
        run(hub.bean(RowDesk.class).open(Choice.ALL, 1).get(0).id());
        council("wrong.csv", involvement("C-1", "2026-11-20"));

        recall(COUNCIL, "open-involvements/wrong.csv", "");

        assertThat(hub.sql.sql("SELECT coalesce(fact ->> 'closed', 'open') FROM record").query(String.class).single()).isEqualTo("open");
    }

    @Test
    void tellsARefusedRowOnlyOnceItWasTaken() {
        council("right.csv", involvement("C-1", "").replace("Family Help", "Moon Walking"), involvement("C-2", "").replace("Family Help", "Moon Walking"));
        RowDesk desk = hub.bean(RowDesk.class);
        desk.open(Choice.ALL, 2).forEach(row -> hub.bean(RowMending.class).correct(row, Map.of("Service", "Family Help"), "why", "operator"));
        run(desk.open(Choice.ALL, 1).get(0).id());
        council("wrong.csv", involvement("C-1", "2026-11-20"), involvement("C-2", "2026-11-20"));

        recall(COUNCIL, "open-involvements/wrong.csv", "");

        assertThat(current()).singleElement().asString().startsWith("C-1 open");
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

    private void run(long row) {
        QuarantineRuns runs = hub.bean(QuarantineRuns.class);
        long id = ((QuarantineRuns.Asked.Run) runs.ask(new Choice(null, null, null, null, List.of(row)), "one", "operator")).id();
        runs.work();
        assertThat(runs.start(id, "operator")).isTrue();
        runs.work();
    }
}
