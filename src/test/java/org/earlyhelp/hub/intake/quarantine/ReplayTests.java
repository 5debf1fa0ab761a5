package org.earlyhelp.hub.intake.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.earlyhelp.hub.intake.SampleText.ATTENDANCE_HEADER;
import static org.earlyhelp.hub.intake.SampleText.INVOLVEMENT_HEADER;
import static org.earlyhelp.hub.intake.SampleText.attendance;
import static org.earlyhelp.hub.intake.SampleText.involvement;
import static org.earlyhelp.hub.intake.SampleText.notice;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.IntakeHub;
import org.earlyhelp.hub.intake.QuarantineRun;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.QuarantinedRow.Choice;
import org.earlyhelp.hub.intake.SampleText;
import org.earlyhelp.hub.intake.storage.DeliveryLists;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any delivery run again, whatever came after it, leaves all that is held and every receipt as it was. */
class ReplayTests {
    private static final String SCHOOLS = "avonford-schools";
    private static final String ATTENDANCE = "school-attendance/";
    private static final String POLICE = "avonford-police";
    private static final String MISSING = "missing-children/";
    private static final String COUNCIL = "avonford-council";

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
    void changesNothingOfMarksThatLaterFilesChanged() {
        hub.send(SCHOOLS, ATTENDANCE + "1.csv", ATTENDANCE_HEADER + attendance("Chidi", "19/11/2026", "O", "O") + attendance("Ada", "19/11/2026", "/", "\\") + "short,row\n");
        hub.send(SCHOOLS, ATTENDANCE + "2.csv", ATTENDANCE_HEADER + attendance("Chidi", "19/11/2026", "/", "\\").replace("4 Test Row", "9 Test Row"));

        changesNothing();
    }

    @Test
    void findsAPupilWhoHasAUpnSince() {
        hub.send(SCHOOLS, ATTENDANCE + "1.csv", ATTENDANCE_HEADER + attendance("Chidi", "18/11/2026", "O", "O"));
        hub.send(SCHOOLS, ATTENDANCE + "2.csv", ATTENDANCE_HEADER + attendance(SampleText.UPN, "Chidi", "19/11/2026", "/", "\\"));

        changesNothing();
    }

    @Test
    void changesNothingOfVersionsAndReusedVersions() {
        hub.send(POLICE, MISSING + "1.json", notice("M-1"));
        hub.send(POLICE, MISSING + "2.json", notice("M-1", 2, "\"surname\":\"Okafor\",\"forenames\":\"Chidi\""));
        hub.send(POLICE, MISSING + "3.json", notice("M-1", 1, "\"surname\":\"Okafor\",\"forenames\":\"Chidiebere\""));
        hub.send(POLICE, MISSING + "4.json", notice("M-2") + "{\"noticeRef\":\n" + notice("M-3"));

        changesNothing();
    }

    @Test
    void changesNothingWhereTheNewestArrivalWins() {
        hub.send(COUNCIL, "open-involvements/1.csv", INVOLVEMENT_HEADER + involvement("C-1", "") + involvement("C-2", "2026-13-45"));
        hub.send(COUNCIL, "open-involvements/2.csv", INVOLVEMENT_HEADER + involvement("C-1", "2026-11-20"));
        hub.send(COUNCIL, "open-involvements/3.csv", "Wrong,Header\n1,2\n");

        changesNothing();
    }

    @Test
    void keepsWhatWasCorrected() {
        hub.send(COUNCIL, "open-involvements/1.csv", INVOLVEMENT_HEADER + involvement("C-1", "").replace("Family Help", "Moon Walking"));
        long row = hub.bean(RowDesk.class).open(Choice.ALL, 1).get(0).id();
        hub.bean(RowMending.class).correct(hub.bean(RowDesk.class).row(row).orElseThrow(), Map.of("Service", "Family Help"), "why", "operator");
        run(hub.bean(QuarantineRuns.class).ask(Choice.ALL, "all", "operator"));

        changesNothing();
        assertThat(hub.count("SELECT count(*) FROM record")).isEqualTo(1);
    }

    @Test
    void keepsWhatWasMendedAsText() {
        hub.send(COUNCIL, "open-involvements/1.csv", INVOLVEMENT_HEADER + "C-1,torn\n" + involvement("C-2", "") + involvement("C-1", "2026-11-20") + "C-3,torn\n");
        hub.send(COUNCIL, "open-involvements/2.csv", INVOLVEMENT_HEADER + involvement("C-2", "2026-11-20"));
        hub.send(SCHOOLS, ATTENDANCE + "1.csv", ATTENDANCE_HEADER + attendance("Chidi", "19/11/2026", "O", "O") + "short,row\n" + attendance("Ada", "19/11/2026", "/", "\\"));
        List<QuarantinedRow> rows = hub.bean(RowDesk.class).open(Choice.ALL, 5);
        rewrite(rows.get(0), involvement("C-1", ""));
        rewrite(rows.get(1), involvement("C-3", "").replace("Family Help", "Moon Walking"));
        rewrite(rows.get(2), attendance("Ada", "19/11/2026", "O", "O"));
        run(hub.bean(QuarantineRuns.class).ask(Choice.ALL, "all", "operator"));

        assertThat(hub.count("SELECT count(*) FROM quarantine_row WHERE state = 'TAKEN'")).isEqualTo(2);
        changesNothing();
        assertThat(hub.count("SELECT count(*) FROM quarantine_row")).isEqualTo(3);
    }

    private void rewrite(QuarantinedRow row, String text) {
        assertThat(hub.bean(RowMending.class).rewrite(row, text.strip(), "0", "why", "operator")).isInstanceOf(RowMending.Answer.Kept.class);
    }

    @Test
    void leavesAFileAloneThatIsRecalledBeforeTheRunIsSettled() {
        hub.send(COUNCIL, "open-involvements/1.csv", INVOLVEMENT_HEADER + involvement("C-1", "") + involvement("C-2", "").replace("Family Help", "Moon Walking"));
        Delivery delivery = hub.bean(DeliveryLists.class).newest(COUNCIL, null, 1).get(0);
        Reread.Standing.Open open = (Reread.Standing.Open) hub.bean(Reread.class).standing(delivery);

        assertThatThrownBy(() -> hub.bean(WholeRun.class).run(open, afterTheLastPortion -> {
            hub.upload(COUNCIL, "open-involvements/1.csv.recall", "");
            hub.awaitCount("SELECT count(*) FROM delivery WHERE answered_at IS NOT NULL", 2);
        })).isInstanceOf(IllegalStateException.class).hasMessageContaining("was recalled");

        assertThat(hub.bean(DeliveryStore.class).find(delivery.id()).orElseThrow().reason()).startsWith("The sender recalled this file");
        assertThat(hub.count("SELECT count(*) FROM quarantine_row WHERE state = 'OPEN'")).isZero();
    }

    @Test
    void refusesWhatCannotBeRunAgain() {
        hub.send(POLICE, "test/" + MISSING + "1.json", notice("M-1"));
        hub.send(POLICE, MISSING + "2.json", notice("M-1"));
        hub.send(POLICE, MISSING + "3.json", notice("M-1"));

        assertThat(hub.sql.sql("SELECT receipt FROM delivery WHERE is_test OR stage = 'DUPLICATE'").query(String.class).list())
                .hasSize(2).allSatisfy(receipt -> assertThat(hub.bean(QuarantineRuns.class).askWhole(receipt, "operator")).isInstanceOf(QuarantineRuns.Asked.Refused.class));
    }

    private void changesNothing() {
        List<Map<String, Object>> held = held();
        Map<String, String> receipts = receipts();
        hub.sql.sql("DELETE FROM record_work").update();
        for (String receipt : hub.sql.sql("SELECT receipt FROM delivery ORDER BY id DESC").query(String.class).list()) {
            run(hub.bean(QuarantineRuns.class).askWhole(receipt, "operator"));
            run(hub.bean(QuarantineRuns.class).askWhole(receipt, "operator"));
        }

        assertThat(held()).isEqualTo(held);
        assertThat(receipts()).isEqualTo(receipts);
        assertThat(hub.count("SELECT count(*) FROM record_work")).as("nothing to look at again").isZero();
    }

    private void run(QuarantineRuns.Asked asked) {
        QuarantineRuns runs = hub.bean(QuarantineRuns.class);
        long id = ((QuarantineRuns.Asked.Run) asked).id();
        runs.work();
        if (runs.start(id, "operator")) {
            runs.work();
        }
        assertThat(runs.run(id).orElseThrow().state()).isEqualTo(QuarantineRun.State.DONE);
    }

    private List<Map<String, Object>> held() {
        return hub.sql.sql("""
                SELECT r.ref, r.agency, r.feed, r.source_ref, r.version, r.is_current, r.fact::text AS fact, r.notes::text AS notes, r.observed_at, r.received_at, r.delivery_id,
                       encode(r.fingerprint, 'hex') AS print,
                       (SELECT string_agg(m.role || m.index || m.person::text, '|' ORDER BY m.id) FROM mention m WHERE m.record_id = r.id) AS mentions,
                       (SELECT string_agg(a.month || a.marks || a.arrivals::text, '|' ORDER BY a.month) FROM attendance_month a WHERE a.record_id = r.id) AS marks
                  FROM record r ORDER BY r.id""").query().listOfRows();
    }

    /** Each agency's receipts as they lie in its folder. */
    private Map<String, String> receipts() {
        Map<String, String> receipts = new java.util.TreeMap<>();
        for (String agency : List.of(SCHOOLS, POLICE, COUNCIL)) {
            hub.receiptFiles(agency).forEach(file -> receipts.put(agency + "/" + file.getFileName(), IntakeHub.read(file)));
        }
        return receipts;
    }
}
