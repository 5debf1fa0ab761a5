package org.earlyhelp.hub.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.intake.IntakeMakers.aChild;
import static org.earlyhelp.hub.intake.IntakeMakers.involvement;
import static org.earlyhelp.hub.intake.IntakeMakers.missing;
import static org.earlyhelp.hub.intake.IntakeMakers.pupilDay;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.person.AttendanceCode;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.earlyhelp.hub.person.Notice;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was erased is not taken again; news of the same child is. */
class ErasedRecordsTests {
    private static final Instant SEEN = Instant.parse("2026-11-16T09:00:00Z");
    private static final String UPN = "Z999400118044";
    @TempDir
    private Path folder;
    private StoreFixture hub;

    @BeforeEach
    void start() {
        hub = new StoreFixture(folder);
    }

    private void eraseAll() {
        List<Erasure.Part> all = hub.sql.sql("SELECT id, ref FROM record").query((row, n) -> new Erasure.Part(row.getLong(1), row.getString(2), true,
                Set.copyOf(hub.sql.sql("SELECT id FROM mention WHERE record_id = ?").param(row.getLong(1)).query(Long.class).list()))).list();
        new IntakeEraser(hub.sql, hub.erased, HubClock.fixedAt(Instant.parse("2026-11-23T08:40:00Z"))).erase(new Erasure(Set.of(), Set.of(), Set.of(), all));
    }

    private long records() {
        return hub.sql.sql("SELECT count(*) FROM record").query(Long.class).single();
    }

    @Test
    void doesNotTakeErasedVersionsAgain() {
        hub.storeVersioned(missing("M-1", 1, RiskGrade.LOW, aChild()), missing("M-1", 2, RiskGrade.HIGH, aChild()));
        eraseAll();

        StoreResult again = hub.storeVersioned(missing("M-1", 1, RiskGrade.LOW, aChild()), missing("M-1", 2, RiskGrade.MEDIUM, aChild()));

        assertThat(again.counts()).isEqualTo(new Counts(0, 2, 0, 2));
        assertThat(again.warnings()).allSatisfy(warning -> assertThat(warning.code()).isEqualTo("ERASED"));
        assertThat(records()).isZero();
        assertThat(hub.sql.sql("SELECT count(*) FROM finding WHERE code = 'ERASED_SENT_AGAIN'").query(Long.class).single()).isOne();
    }

    @Test
    void takesALaterVersionAndAnotherNoticeAsNews() {
        hub.storeVersioned(missing("M-1", 1, RiskGrade.LOW, aChild()));
        eraseAll();

        assertThat(hub.storeVersioned(missing("M-1", 2, RiskGrade.HIGH, aChild()), missing("M-2", 1, RiskGrade.HIGH, aChild())).counts()).isEqualTo(new Counts(2, 0, 0, 0));
    }

    @Test
    void takesOtherContentOfAFeedWithoutVersionsAsNews() {
        Notice open = involvement("FH-1", SEEN, null);
        hub.store(hub.delivery(), false, open);
        eraseAll();

        assertThat(hub.store(hub.delivery(), false, open).counts()).isEqualTo(new Counts(0, 1, 0, 1));
        assertThat(hub.store(hub.delivery(), false, involvement("FH-1", SEEN, LocalDate.of(2026, 11, 20))).counts()).isEqualTo(new Counts(1, 0, 0, 0));
    }

    @Test
    void takesLaterDaysOfAttendanceOnly() {
        hub.mark(hub.delivery(), day("2026-11-19"));
        eraseAll();

        StoreResult again = hub.mark(hub.delivery(), day("2026-11-19"), day("2026-11-23"));
        assertThat(again.counts()).isEqualTo(new Counts(0, 2, 0, 0));
        assertThat(records()).isZero();
        StoreResult later = hub.mark(hub.delivery(), day("2026-11-19"), day("2026-11-24"));

        assertThat(later.counts()).isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(hub.sql.sql("SELECT marks FROM attendance_month").query(String.class).single().strip()).hasSize(2);
    }

    @Test
    void keepsNothingByWhichARecordCouldBeTold() {
        hub.storeVersioned(missing("M-1", 1, RiskGrade.LOW, aChild()));
        eraseAll();

        assertThat(hub.sql.sql("SELECT string_agg(e::text, ' ') FROM erased_record e").query(String.class).single()).doesNotContain("M-1", "police");
        assertThat(new ErasedRecords(hub.sql, parts -> new byte[32]).among(StoreFixture.AGENCY, StoreFixture.FEED, List.of("M-1"))).as("under another key").isEmpty();
    }

    private static Notice day(String date) {
        return pupilDay(UPN, "Chidi", date, AttendanceCode.PRESENT_AM, AttendanceCode.PRESENT_PM);
    }
}
