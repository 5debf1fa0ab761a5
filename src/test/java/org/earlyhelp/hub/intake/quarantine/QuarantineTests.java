package org.earlyhelp.hub.intake.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.intake.SampleText.INVOLVEMENT_HEADER;
import static org.earlyhelp.hub.intake.SampleText.involvement;
import static org.earlyhelp.hub.intake.SampleText.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.IntakeHub;
import org.earlyhelp.hub.intake.QuarantineRun;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.QuarantinedRow.Choice;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.earlyhelp.hub.intake.storage.DeliveryLists;
import org.earlyhelp.hub.intake.storage.QuarantineStore;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.mapping.ReadField;
import org.earlyhelp.hub.sharing.erasure.Traces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What was refused, from the receipt to being taken after all. */
class QuarantineTests {
    private static final String COUNCIL = "avonford-council";
    private static final String FEED = "open-involvements/";
    private static final String STRANGE = "Moon Walking";

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
    void keepsRefusedRowsWithTheirReason() {
        hub.send(COUNCIL, FEED + "x.csv", INVOLVEMENT_HEADER + involvement("C-1", "") + strange("C-2") + "C-3,short\n");

        assertThat(rows()).extracting(row -> row.kind() + " " + row.line() + " " + row.field() + " " + row.code())
                .containsExactly("ROW 3 Service UNKNOWN_CODE", "BROKEN 4 null TRUNCATED_ROW");
        assertThat(hub.bean(RowDesk.class).groups()).extracting(QuarantinedRow.Group::rows).containsExactly(1L, 1L);
    }

    @Test
    void keepsNothingOfATestDrop() {
        hub.send(COUNCIL, "test/" + FEED + "x.csv", INVOLVEMENT_HEADER + strange("C-2"));

        assertThat(rows()).isEmpty();
    }

    @Test
    void countsBeforeItTakesAnything() {
        hub.send(COUNCIL, FEED + "x.csv", INVOLVEMENT_HEADER + involvement("C-1", "") + strange("C-2") + "C-3,short\n");
        mendLayout();

        QuarantineRun counted = counted(Choice.ALL);

        assertThat(counted.state()).isEqualTo(QuarantineRun.State.COUNTED);
        assertThat(List.of(counted.rows(), counted.wouldTake(), counted.taken())).containsExactly(2L, 1L, 0L);
        assertThat(hub.count("SELECT count(*) FROM record")).isEqualTo(1);
    }

    @Test
    void takesRowsUnderAMendedLayoutAndTellsTheSender() {
        String receipt = hub.send(COUNCIL, FEED + "x.csv", INVOLVEMENT_HEADER + involvement("C-1", "") + strange("C-2")).at("/receipt").asString();
        mendLayout();

        QuarantineRun done = run(counted(Choice.ALL).id());

        assertThat(List.of(done.taken(), done.refused())).containsExactly(1L, 0L);
        JsonNode told = hub.lastReceipt(COUNCIL);
        assertThat(told.at("/receipt").asString()).isEqualTo(receipt);
        assertThat(told.at("/stage").asString() + told.at("/counts")).isEqualTo("ACCEPTED{\"records\":2,\"accepted\":2,\"unchanged\":0,\"rejected\":0,\"warnings\":0}");
        assertThat(told.at("/errors")).isEmpty();
        assertThat(hub.count("SELECT count(*) FROM record_work")).isEqualTo(2);
    }

    @Test
    void takesARowWhoseFieldIsCorrected() {
        hub.send(COUNCIL, FEED + "x.csv", INVOLVEMENT_HEADER + strange("C-2"));
        QuarantinedRow row = rows().get(0);

        RowMending.Answer kept = hub.bean(RowMending.class).correct(row, Map.of("Service", "Family Help"), "the case system says so", "operator");
        run(counted(new Choice(null, null, null, null, List.of(row.id()))).id());

        assertThat(kept).isEqualTo(new RowMending.Answer.Kept(List.of("Service")));
        assertThat(hub.sql.sql("SELECT fact ->> 'service' FROM record").query(String.class).single()).isEqualTo("Family Help");
        assertThat(hub.bean(RowDesk.class).row(row.id()).orElseThrow().state()).isEqualTo(QuarantinedRow.State.TAKEN);
        assertThat(hub.bean(RowDesk.class).history(row.id())).extracting(QuarantinedRow.Correction::by).containsExactly("operator");
        assertThat(hub.bean(RowDesk.class).attempts(row.id())).extracting(QuarantinedRow.Attempt::outcome).containsExactly("TAKEN");
    }

    @Test
    void keepsCorrectionsSealed() {
        hub.send(COUNCIL, FEED + "x.csv", INVOLVEMENT_HEADER + strange("C-2"));

        hub.bean(RowMending.class).correct(rows().get(0), Map.of("Surname", "Quillfeather"), "spelling", "operator");

        byte[] sealed = hub.sql.sql("SELECT sealed FROM quarantine_correction").query((row, n) -> row.getBytes(1)).single();
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("Quillfeather");
    }

    @Test
    void refusesCorrectionsThatCannotStand() {
        hub.send(COUNCIL, FEED + "x.csv", INVOLVEMENT_HEADER + strange("C-2") + "C-3,short\n");
        RowMending desk = hub.bean(RowMending.class);

        assertThat(desk.correct(rows().get(0), Map.of("No Such Column", "x"), "why", "operator")).isInstanceOf(RowMending.Answer.Refused.class);
        assertThat(desk.correct(rows().get(0), Map.of("Surname", "a\u0000b"), "why", "operator")).isInstanceOf(RowMending.Answer.Refused.class);
        assertThat(desk.correct(rows().get(0), Map.of("Surname", "x".repeat(201)), "why", "operator")).isInstanceOf(RowMending.Answer.Refused.class);
        assertThat(desk.correct(rows().get(1), Map.of("Surname", "x"), "why", "operator")).isInstanceOf(RowMending.Answer.Refused.class);
    }

    @Test
    void correctsAPlaceInsideAPart() {
        hub.send("avonford-police", "missing-children/x.json", notice("M-1", 1, "\"dateOfBirth\":\"2012-04-02\"").replace("\"child\":{", "\"child\":{\"nhsNumber\":\"bad\",").replace("2026-11-21T22", "yesterday"));
        QuarantinedRow row = rows().get(0);
        RowDesk.Opened.Content content = (RowDesk.Opened.Content) hub.bean(RowDesk.class).content(row);
        String key = content.fields().stream().filter(field -> field.name().equals("reportedAt")).map(ReadField::key).findFirst().orElseThrow();

        hub.bean(RowMending.class).correct(row, Map.of(key, "2026-11-21T22:10:00Z", "child#0>surname", "Okafor"), "told by telephone", "operator");

        assertThat(((RowDesk.Opened.Content) hub.bean(RowDesk.class).content(row)).wouldBeTaken()).isTrue();
        assertThat(content.fields()).extracting(ReadField::name).contains("child.dateOfBirth");
    }

    @Test
    void runsAWholeRefusedFileOnceItsLayoutIsMended() throws IOException {
        hub.send(COUNCIL, FEED + "x.csv", (INVOLVEMENT_HEADER + involvement("C-1", "")).replace(",Closed", "").replace("2026-09-01,", "2026-09-01"));
        assertThat(rows()).extracting(QuarantinedRow::kind).containsExactly(QuarantinedRow.Kind.FILE);
        replaceInLayout("Opened, Closed]", "Opened]\n  optional: [Closed]");

        QuarantineRun done = run(counted(Choice.ALL).id());

        assertThat(done.taken()).isEqualTo(1);
        assertThat(hub.lastReceipt(COUNCIL).at("/stage").asString()).isEqualTo("ACCEPTED");
        assertThat(rows()).isEmpty();
    }

    @Test
    void doesNotPutAnOldRowOverNews() {
        hub.send(COUNCIL, FEED + "x.csv", INVOLVEMENT_HEADER + strange("C-2"));
        hub.send(COUNCIL, FEED + "y.csv", INVOLVEMENT_HEADER + involvement("C-2", "2026-11-20"));
        mendLayout();

        run(counted(Choice.ALL).id());

        assertThat(hub.sql.sql("SELECT fact ->> 'closed' FROM record").query(String.class).single()).isEqualTo("2026-11-20");
        assertThat(hub.count("SELECT count(*) FROM delivery_error WHERE code = 'OLDER_THAN_HELD'")).isEqualTo(1);
    }

    @Test
    void saysThatTheRawCopyIsGone() {
        hub.send(COUNCIL, FEED + "x.csv", INVOLVEMENT_HEADER + strange("C-2"));
        Delivery delivery = hub.bean(DeliveryLists.class).newest(COUNCIL, null, 1).get(0);
        hub.bean(RawStore.class).forget(delivery.upload(), delivery.receivedAt());

        QuarantineRun counted = counted(Choice.ALL);
        hub.bean(QuarantineStore.class).gone(delivery.upload(), Instant.EPOCH.plusSeconds(1_800_000_000));

        assertThat(counted.wouldTake()).isZero();
        assertThat(hub.sql.sql("SELECT foreseen FROM quarantine_run_row").query(String.class).single()).isEqualTo("RAW_GONE");
        assertThat(rows()).isEmpty();
    }

    @Test
    void letsNothingOfARecalledFileRun() {
        String receipt = hub.send(COUNCIL, FEED + "x.csv", INVOLVEMENT_HEADER + involvement("C-1", "") + strange("C-2")).at("/receipt").asString();

        hub.send(COUNCIL, FEED + "x.csv.recall", "");

        hub.awaitCount("SELECT count(*) FROM quarantine_row WHERE state = 'GONE'", 1);
        assertThat(rows()).isEmpty();
        assertThat(hub.bean(QuarantineRuns.class).askWhole(receipt, "operator")).isInstanceOf(QuarantineRuns.Asked.Refused.class);
    }

    @Test
    void doesNotRunAFileThatWasRefusedForSomethingElseThanItsContent() {
        String receipt = hub.send(COUNCIL, FEED + "x.csv", INVOLVEMENT_HEADER + involvement("C-1", "")).at("/receipt").asString();
        hub.sql.sql("UPDATE delivery SET stage = 'REJECTED', reason = 'The file is not what its checksum is of.'").update();

        assertThat(hub.bean(QuarantineRuns.class).askWhole(receipt, "operator")).isEqualTo(new QuarantineRuns.Asked.Refused("It was refused for something else than what it holds: its sender sends it again."));
    }

    @Test
    void destroysCorrectionsOfErasedPeople() {
        hub.send(COUNCIL, FEED + "x.csv", INVOLVEMENT_HEADER + strange("C-2"));
        hub.bean(RowMending.class).correct(rows().get(0), Map.of("Surname", "Quillfeather", "Forename", "Ada"), "spelling", "operator");

        long gone = hub.bean(CorrectionCopies.class).clear(new Traces(List.of(), List.of(), List.of(new Traces.Name("Quillfeather", "Ada")))).count();

        assertThat(gone).isEqualTo(1);
        assertThat(hub.bean(RowDesk.class).history(rows().get(0).id())).extracting(QuarantinedRow.Correction::erased).containsExactly(true);
    }

    @Test
    void goesOnAfterARestart() {
        hub.send(COUNCIL, FEED + "x.csv", INVOLVEMENT_HEADER + strange("C-2"));
        mendLayout();
        long id = counted(Choice.ALL).id();
        hub.bean(QuarantineClock.class).stop();
        hub.bean(QuarantineRuns.class).start(id, "operator");

        hub.stop();
        hub.start();

        hub.awaitCount("SELECT count(*) FROM quarantine_run WHERE state = 'DONE' AND taken = 1", 1);
        hub.bean(QuarantineRuns.class).work();
        assertThat(hub.count("SELECT count(*) FROM record")).isEqualTo(1);
    }

    @Test
    void letsWhatStandsBelowGoOverAMendedRowThoughTheRunBreaksOffInBetween() {
        hub.send(COUNCIL, FEED + "x.csv", INVOLVEMENT_HEADER + strange("C-A") + strange("C-B") + involvement("C-B", "2026-11-01") + strange("C-B") + involvement("C-A", "2026-11-20"));
        mendLayout();
        hub.bean(QuarantineClock.class).stop();
        long id = counted(Choice.ALL).id();
        hub.sql.sql("CREATE FUNCTION breaks() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''broken off''; END'").update();
        hub.sql.sql("CREATE TRIGGER breaks BEFORE UPDATE ON quarantine_run_row FOR EACH ROW WHEN (NEW.row_id = " + rows().get(2).id() + ") EXECUTE FUNCTION breaks()").update();
        assertThat(run(id).taken()).isEqualTo(2);

        hub.sql.sql("DROP TRIGGER breaks ON quarantine_run_row").update();
        hub.bean(QuarantineRuns.class).work();

        assertThat(hub.bean(QuarantineRuns.class).run(id).orElseThrow().state()).isEqualTo(QuarantineRun.State.DONE);
        assertThat(hub.sql.sql("SELECT split_part(source_ref, '#', 1) || ' ' || coalesce(fact ->> 'closed', 'open') FROM record ORDER BY 1").query(String.class).list())
                .containsExactly("C-A 2026-11-20", "C-B open");
    }

    private static String strange(String caseRef) {
        return involvement(caseRef, "").replace("Family Help", STRANGE);
    }

    private List<QuarantinedRow> rows() {
        return hub.bean(RowDesk.class).open(Choice.ALL, 100);
    }

    private QuarantineRun counted(Choice choice) {
        QuarantineRuns.Asked asked = hub.bean(QuarantineRuns.class).ask(choice, "all", "operator");
        hub.bean(QuarantineRuns.class).work();
        return hub.bean(QuarantineRuns.class).run(((QuarantineRuns.Asked.Run) asked).id()).orElseThrow();
    }

    private QuarantineRun run(long id) {
        assertThat(hub.bean(QuarantineRuns.class).start(id, "operator")).isTrue();
        hub.bean(QuarantineRuns.class).work();
        return hub.bean(QuarantineRuns.class).run(id).orElseThrow();
    }

    private void mendLayout() {
        replaceInLayout("    Family Help: Family Help", "    Family Help: Family Help\n    " + STRANGE + ": Family Help");
    }

    private void replaceInLayout(String was, String is) {
        Path layout = hub.config.resolve("mappings/open-involvements.yaml");
        try {
            assertThat(Files.readString(layout)).contains(was);
            Files.writeString(layout, Files.readString(layout).replace(was, is).replaceFirst("(?m)^version: 1", "version: 2"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(hub.bean(MappingBook.class).load(hub.config.resolve("mappings")).faults()).isEmpty();
    }
}
