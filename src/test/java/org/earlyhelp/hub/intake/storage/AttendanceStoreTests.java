package org.earlyhelp.hub.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.intake.IntakeMakers.pupilDay;
import static org.earlyhelp.hub.person.AttendanceCode.ILLNESS;
import static org.earlyhelp.hub.person.AttendanceCode.NO_REASON_YET;
import static org.earlyhelp.hub.person.AttendanceCode.PRESENT_AM;
import static org.earlyhelp.hub.person.AttendanceCode.PRESENT_PM;

import java.nio.file.Path;
import java.util.List;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Delivery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttendanceStoreTests {
    private static final String UPN = "N999400122002";

    @TempDir
    private Path folder;
    private StoreFixture hub;

    @BeforeEach
    void start() {
        hub = new StoreFixture(folder);
    }

    @Test
    void makesOneRecordOfAPupilsDays() {
        StoreResult result = hub.mark(hub.delivery(), day(UPN, "2026-11-19"), day(UPN, "2026-11-20"), day(UPN, "2026-10-01"));

        assertThat(result.counts()).isEqualTo(new Counts(3, 0, 0, 0));
        assertThat(sources()).containsExactly("999001/" + UPN);
        assertThat(marks()).containsExactly("2026-10-01 1: /\\", "2026-11-01 1: /\\/\\");
        assertThat(hub.work()).isEqualTo(1);
    }

    @Test
    void changesNothingWhenSentAgain() {
        hub.mark(hub.delivery(), day(UPN, "2026-11-19"));
        hub.emptyWork();

        StoreResult again = hub.mark(hub.delivery(), day(UPN, "2026-11-19"));

        assertThat(again.counts()).isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(hub.work()).isZero();
        assertThat(sources()).hasSize(1);
    }

    @Test
    void replacesACorrectedMarkWithoutAddingUp() {
        hub.mark(hub.delivery(), pupilDay(UPN, "Chidi", "2026-11-19", NO_REASON_YET, NO_REASON_YET), day(UPN, "2026-11-20"));
        hub.emptyWork();

        StoreResult corrected = hub.mark(hub.delivery(), pupilDay(UPN, "Chidi", "2026-11-19", ILLNESS, ILLNESS), day(UPN, "2026-11-20"));

        assertThat(corrected.counts()).isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(marks()).containsExactly("2026-11-01 1: II/\\");
        assertThat(hub.work()).isEqualTo(1);
    }

    @Test
    void keepsANewerMarkWhenAnOlderFileComesLate() {
        Delivery older = hub.delivery();
        hub.mark(hub.delivery(), pupilDay(UPN, "Chidi", "2026-11-19", ILLNESS, ILLNESS));

        StoreResult late = hub.mark(older, pupilDay(UPN, "Chidi", "2026-11-19", NO_REASON_YET, NO_REASON_YET));

        assertThat(late.counts()).isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(marks()).containsExactly("2026-11-01 1: II");
    }

    @Test
    void leavesAMarkThatIsBlankLater() {
        hub.mark(hub.delivery(), day(UPN, "2026-11-19"));

        hub.mark(hub.delivery(), pupilDay(UPN, "Chidi", "2026-11-19", ILLNESS, null));

        assertThat(marks()).containsExactly("2026-11-01 1: I\\");
    }

    @Test
    void keysAPupilAnewWhenAUpnAppears() {
        hub.mark(hub.delivery(), pupilDay(null, "Chidi", "2026-11-19", ILLNESS, ILLNESS));
        List<Object> record = ids();

        hub.mark(hub.delivery(), day(UPN, "2026-11-20"));

        assertThat(sources()).containsExactly("999001/" + UPN);
        assertThat(ids()).isEqualTo(record);
        assertThat(marks()).containsExactly("2026-11-01 1: II/\\");
    }

    @Test
    void keysAPupilAnewWithinOneFile() {
        StoreResult result = hub.mark(hub.delivery(), pupilDay(null, "Chidi", "2026-11-19", ILLNESS, ILLNESS), day(UPN, "2026-11-20"));

        assertThat(result.counts()).isEqualTo(new Counts(2, 0, 0, 0));
        assertThat(sources()).containsExactly("999001/" + UPN);
        assertThat(marks()).containsExactly("2026-11-01 1: II/\\");
    }

    @Test
    void movesMarksToAPupilAlreadyKnownByUpn() {
        hub.mark(hub.delivery(), day(UPN, "2026-11-20"));
        hub.mark(hub.delivery(), pupilDay(null, "Chidi", "2026-11-19", ILLNESS, ILLNESS));
        hub.emptyWork();

        hub.mark(hub.delivery(), day(UPN, "2026-11-23"));

        assertThat(marks()).containsExactly("2026-11-01 1: II/\\/\\");
        assertThat(hub.rows("SELECT source_ref FROM record WHERE is_current")).hasSize(1);
        assertThat(hub.work()).isEqualTo(2);
    }

    @Test
    void keepsPupilsOfOneNameApartByForename() {
        hub.mark(hub.delivery(), pupilDay(null, "Chidi", "2026-11-19", ILLNESS, ILLNESS), pupilDay(null, "Ada", "2026-11-19", PRESENT_AM, PRESENT_PM));

        assertThat(sources()).hasSize(2);
    }

    @Test
    void handsOnAPupilWhoseDescriptionChanged() {
        hub.mark(hub.delivery(), day(UPN, "2026-11-19"));
        hub.emptyWork();

        StoreResult renamed = hub.mark(hub.delivery(), pupilDay(UPN, "Chidiebere", "2026-11-19", PRESENT_AM, PRESENT_PM));

        assertThat(renamed.counts().accepted()).isEqualTo(1);
        assertThat(hub.work()).isEqualTo(1);
        assertThat(hub.rows("SELECT person ->> 'forenames' AS name FROM mention")).singleElement().satisfies(row -> assertThat(row).containsEntry("name", "Chidiebere"));
    }

    private static org.earlyhelp.hub.person.Notice day(String upn, String date) {
        return pupilDay(upn, "Chidi", date, PRESENT_AM, PRESENT_PM);
    }

    private List<String> sources() {
        return hub.sql.sql("SELECT source_ref FROM record ORDER BY source_ref").query(String.class).list();
    }

    private List<Object> ids() {
        return hub.rows("SELECT id FROM record").stream().map(row -> row.get("id")).toList();
    }

    private List<String> marks() {
        return hub.sql.sql("""
                SELECT month || ' ' || count(*) OVER (PARTITION BY month) || ': ' || replace(marks, ' ', '') FROM attendance_month ORDER BY month
                """).query(String.class).list();
    }
}
