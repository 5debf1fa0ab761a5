package org.earlyhelp.hub.intake.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.intake.SampleText.ATTENDANCE_HEADER;
import static org.earlyhelp.hub.intake.SampleText.INVOLVEMENT_HEADER;
import static org.earlyhelp.hub.intake.SampleText.attendance;
import static org.earlyhelp.hub.intake.SampleText.health;
import static org.earlyhelp.hub.intake.SampleText.involvement;
import static org.earlyhelp.hub.intake.SampleText.notice;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.earlyhelp.hub.intake.IntakeHub;
import org.earlyhelp.hub.intake.QuarantineRun;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.QuarantinedRow.Choice;
import org.earlyhelp.hub.mapping.ReadField;
import org.earlyhelp.hub.sharing.erasure.Traces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Rows that cannot be read, put right as text. */
class MendedRowTests {
    private static final String COUNCIL = "avonford-council";
    private static final String FILE = "open-involvements/x.csv";
    private static final String WHOLE = "C-3,,,Quillfeather,Ada,2012-04-02,ZZ99 3VZ,Family Help,3,J. Okoro,01632 960002,2026-09-01,";
    private static final String TORN = "C-3,,,Quillfeather,Ada,2012-04-02,ZZ99 3VZ,Family Help,3,J. Okoro,01632 960002\n";

    @TempDir
    private Path folder;
    private IntakeHub hub;

    @BeforeEach
    void start() {
        hub = new IntakeHub(folder).start();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void showsTheTextOfATornRow() {
        sendTorn();

        RowDesk.Opened.Content content = content();

        assertThat(content.broken().text()).isEqualTo(TORN.strip());
        assertThat(content.broken().pieces().shown()).startsWith("‹1›,,,‹2›,‹3›,").doesNotContain("Quillfeather");
        assertThat(content.broken().classes()).contains("IDENTITY", "ADDRESS", "FREE_TEXT");
        assertThat(content.wouldBeTaken()).isFalse();
    }

    @Test
    void takesATornRowWhoseTextIsMended() {
        String receipt = sendTorn();

        RowMending.Answer kept = rewrite(content().broken().pieces().shown() + ",2026-09-01,");
        RowDesk.Opened.Content mended = content();
        QuarantineRun done = runAll();

        assertThat(kept).isEqualTo(new RowMending.Answer.Kept(List.of(RowMending.WHOLE_TEXT)));
        assertThat(mended.broken().text()).isEqualTo(WHOLE);
        assertThat(mended.fields()).filteredOn(field -> field.name().equals("Surname")).extracting(ReadField::text).containsExactly("Quillfeather");
        assertThat(List.of(done.taken(), done.refused())).containsExactly(1L, 0L);
        assertThat(hub.sql.sql("SELECT split_part(source_ref, '#', 1) FROM record ORDER BY id").query(String.class).list()).containsExactly("C-1", "C-4", "C-3");
        JsonNode told = hub.lastReceipt(COUNCIL);
        assertThat(told.at("/receipt").asString() + told.at("/stage").asString() + told.at("/counts/accepted").asInt() + told.at("/errors").size()).isEqualTo(receipt + "ACCEPTED30");
    }

    @Test
    void keepsTheTextSealedAndItsHistory() {
        sendTorn();

        rewrite(WHOLE);
        rewrite(WHOLE + "2026-11-20");

        assertThat(hub.sql.sql("SELECT sealed FROM quarantine_correction").query((row, n) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1)).list())
                .hasSize(2).noneMatch(sealed -> sealed.contains("Quillfeather"));
        assertThat(hub.bean(RowDesk.class).history(row().id())).extracting(QuarantinedRow.Correction::fields).containsOnly(List.of(RowMending.WHOLE_TEXT));
        assertThat(content().broken().text()).endsWith("2026-11-20");
    }

    @Test
    void takesTheTextBack() {
        sendTorn();
        rewrite(WHOLE);

        hub.bean(RowMending.class).takeBack(row(), "a mistake", "operator");

        assertThat(content().broken().mended()).isFalse();
        assertThat(runAll().refused()).isEqualTo(1);
    }

    @Test
    void refusesAgainWhatIsStillWrong() {
        sendTorn();
        rewrite(WHOLE.replace("Family Help", "Moon Walking"));

        assertThat(content().judged()).extracting("code").contains("UNKNOWN_CODE");
        assertThat(runAll().refused()).isEqualTo(1);
        assertThat(hub.sql.sql("SELECT outcome FROM quarantine_run_row").query(String.class).single()).isEqualTo("UNKNOWN_CODE");
        rewrite(WHOLE);
        assertThat(runAll().taken()).isEqualTo(1);
    }

    @Test
    void refusesTextsThatCannotStand() {
        sendTorn();

        assertThat(List.of("", " \n", TORN, "‹99›", "a\u0000b", "a␀b", "x".repeat(20_001), "‹2›".repeat(20_000)))
                .allSatisfy(text -> assertThat(rewrite(text)).isInstanceOf(RowMending.Answer.Refused.class));
        assertThat(hub.bean(RowMending.class).rewrite(row(), WHOLE, "7", "why", "operator")).isEqualTo(new RowMending.Answer.Refused("Somebody changed this row since you saw it. Look at it again. Nothing was changed."));
        assertThat(hub.count("SELECT count(*) FROM quarantine_correction")).isZero();
    }

    @Test
    void rewritesNoRowThatCanBeRead() {
        hub.send(COUNCIL, FILE, INVOLVEMENT_HEADER + involvement("C-1", "").replace("Family Help", "Moon Walking"));

        assertThat(rewrite(WHOLE)).isEqualTo(new RowMending.Answer.Refused("This row can be read: correct its fields. Nothing was changed."));
    }

    @Test
    void saysWhatOnlyTheSenderCanMend() {
        hub.send(COUNCIL, FILE, INVOLVEMENT_HEADER + "C-1,\"open\n" + involvement("C-2", ""));
        hub.send(COUNCIL, "open-involvements/y.csv", INVOLVEMENT_HEADER + "C-3," + "x".repeat(20_001) + "\n");

        assertThat(hub.bean(RowDesk.class).open(Choice.ALL, 5)).extracting(row -> ((RowDesk.Opened.Closed) hub.bean(RowDesk.class).content(row)).why())
                .satisfiesExactly(rest -> assertThat(rest).startsWith("From here on nobody can tell").endsWith("Its sender must send the file again."),
                        longer -> assertThat(longer).contains("longer than 20000 characters").endsWith("Its sender must send it again."));
    }

    @Test
    void runsNothingTwice() {
        sendTorn();
        rewrite(WHOLE);
        runAll();

        assertThat(hub.bean(QuarantineRuns.class).ask(Choice.ALL, "all", "operator")).isInstanceOf(QuarantineRuns.Asked.Refused.class);
        assertThat(hub.bean(RowMending.class).rewrite(hub.bean(RowDesk.class).ofDelivery(1, 5).get(0), WHOLE + "2026-11-20", "1", "why", "operator")).isInstanceOf(RowMending.Answer.Refused.class);
        assertThat(hub.count("SELECT count(*) FROM record")).isEqualTo(3);
    }

    @Test
    void leavesWhatStandsFurtherDownInTheFile() {
        hub.send(COUNCIL, FILE, INVOLVEMENT_HEADER + TORN + involvement("C-3", "2026-11-20"));
        rewrite(involvement("C-3", "").strip());

        runAll();

        assertThat(hub.sql.sql("SELECT fact ->> 'closed' FROM record").query(String.class).single()).isEqualTo("2026-11-20");
        assertThat(hub.lastReceipt(COUNCIL).at("/counts/accepted").asInt()).isEqualTo(2);
    }

    @Test
    void mendsAJsonLineAndAMessage() {
        hub.send("avonford-police", "missing-children/x.json", notice("M-1") + "{\"noticeRef\":\"M-2\",\n" + notice("M-3"));
        rewrite(notice("M-2"));
        hub.send("avonford-health", "health-visiting/x.hl7", health("1", "P D|1"));
        String read = content().broken().text();

        assertThat(runAll().taken()).isEqualTo(1);
        assertThat(hub.sql.sql("SELECT source_ref FROM record ORDER BY id").query(String.class).list()).containsExactly("M-1", "M-3", "M-2");
        assertThat(read).startsWith("MSH|").endsWith("\nP D|1");
    }

    @Test
    void movesARowThatANewLayoutReadsToOnePlace() {
        sendTorn();
        long delivery = row().deliveryId();

        hub.sql.sql("UPDATE quarantine_row SET kind = 'ROW'").update();
        wholeRun();

        assertThat(hub.bean(RowDesk.class).ofDelivery(delivery, 5)).extracting(row -> row.kind() + " " + row.state()).containsExactly("BROKEN OPEN");
    }

    @Test
    void destroysATextThatTellsOfAnErasedPerson() {
        sendTorn();
        rewrite(WHOLE);

        assertThat(hub.bean(CorrectionCopies.class).clear(new Traces(List.of(), List.of(), List.of(new Traces.Name("Quillfeather", "Ada")))).count()).isEqualTo(1);
        assertThat(content().broken().mended()).isFalse();
    }

    @Test
    void goesOnAfterARestart() {
        hub.send("avonford-schools", "school-attendance/x.csv", ATTENDANCE_HEADER + attendance("Ada", "19/11/2026", "/", "\\") + "9994001,999001\n");
        rewrite(attendance("Chidi", "19/11/2026", "O", "O").strip());

        hub.stop();
        hub.start();

        assertThat(content().wouldBeTaken()).isTrue();
        assertThat(runAll().taken()).isEqualTo(1);
        assertThat(hub.count("SELECT count(*) FROM record")).isEqualTo(2);
    }

    private String sendTorn() {
        return hub.send(COUNCIL, FILE, INVOLVEMENT_HEADER + involvement("C-1", "") + TORN + involvement("C-4", "")).at("/receipt").asString();
    }

    private QuarantinedRow row() {
        return hub.bean(RowDesk.class).open(Choice.ALL, 5).stream().reduce((one, later) -> later).orElseThrow();
    }

    private RowDesk.Opened.Content content() {
        return (RowDesk.Opened.Content) hub.bean(RowDesk.class).content(row());
    }

    private RowMending.Answer rewrite(String text) {
        QuarantinedRow row = row();
        return hub.bean(RowMending.class).rewrite(row, text, String.valueOf(hub.bean(RowDesk.class).history(row.id()).size()), "told by telephone", "operator");
    }

    private QuarantineRun runAll() {
        return run(hub.bean(QuarantineRuns.class).ask(Choice.ALL, "all", "operator"));
    }

    private void wholeRun() {
        run(hub.bean(QuarantineRuns.class).askWhole(row().receipt(), "operator"));
    }

    private QuarantineRun run(QuarantineRuns.Asked asked) {
        QuarantineRuns runs = hub.bean(QuarantineRuns.class);
        long id = ((QuarantineRuns.Asked.Run) asked).id();
        runs.work();
        assertThat(runs.start(id, "operator")).isTrue();
        runs.work();
        return runs.run(id).orElseThrow();
    }
}
