package org.earlyhelp.hub.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.earlyhelp.hub.intake.IntakeMakers.aChild;
import static org.earlyhelp.hub.intake.IntakeMakers.involvement;
import static org.earlyhelp.hub.intake.IntakeMakers.missing;
import static org.earlyhelp.hub.person.MissingReport.RiskGrade.HIGH;
import static org.earlyhelp.hub.person.MissingReport.RiskGrade.LOW;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.Notice;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordStoreTests {
    @TempDir
    private Path folder;
    private StoreFixture hub;

    @BeforeEach
    void start() {
        hub = new StoreFixture(folder);
    }

    @Test
    void storesANoticeWithItsPeople() {
        StoreResult result = hub.storeVersioned(missing("M-1", 1, HIGH, aChild()));

        assertThat(result.counts()).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(hub.rows("SELECT source_ref, version, is_current, fact_kind FROM record")).singleElement()
                .satisfies(row -> assertThat(row).containsExactly(entry("source_ref", "M-1"), entry("version", 1), entry("is_current", true), entry("fact_kind", "MISSING")));
        assertThat(hub.rows("SELECT role, index FROM mention")).hasSize(1);
        assertThat(hub.rows("SELECT urgent FROM record_work")).singleElement().satisfies(row -> assertThat(row).containsEntry("urgent", true));
    }

    @Test
    void countsTheSameAgainAsUnchanged() {
        hub.storeVersioned(missing("M-1", 1, HIGH, aChild()));
        hub.emptyWork();

        StoreResult again = hub.storeVersioned(missing("M-1", 1, HIGH, aChild()));

        assertThat(again.counts()).isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(again.work()).isFalse();
        assertThat(hub.work()).isZero();
    }

    @Test
    void replacesByAHigherVersion() {
        hub.storeVersioned(missing("M-1", 1, LOW, aChild()));
        hub.emptyWork();

        hub.storeVersioned(missing("M-1", 2, HIGH, aChild()));

        assertThat(versions()).containsExactly("1 old", "2 current");
        assertThat(hub.work()).isEqualTo(2);
    }

    @Test
    void keepsAnOlderVersionThatComesLate() {
        hub.storeVersioned(missing("M-1", 2, HIGH, aChild()));

        StoreResult late = hub.storeVersioned(missing("M-1", 1, LOW, aChild()));

        assertThat(late.counts().accepted()).isEqualTo(1);
        assertThat(versions()).containsExactly("1 old", "2 current");
    }

    @Test
    void takesTwoVersionsOfOneFile() {
        hub.storeVersioned(missing("M-1", 1, LOW, aChild()), missing("M-2", 1, LOW, aChild()), missing("M-1", 2, HIGH, aChild()));

        assertThat(hub.rows("SELECT id FROM record WHERE is_current")).hasSize(2);
        assertThat(versions()).containsExactly("1 current", "1 old", "2 current");
    }

    @Test
    void warnsOfAVersionUsedTwice() {
        hub.storeVersioned(missing("M-1", 1, LOW, aChild()));

        StoreResult reused = hub.storeVersioned(missing("M-1", 1, HIGH, aChild()));

        assertThat(reused.warnings()).extracting(DeliveryError::code).containsExactly("VERSION_REUSED");
        assertThat(hub.rows("SELECT fact ->> 'riskGrade' AS grade FROM record")).singleElement().satisfies(row -> assertThat(row).containsEntry("grade", "HIGH"));
    }

    @Test
    void takesACorrectionOfTheSameVersionSilently() {
        hub.storeVersioned(missing("M-1", 1, LOW, aChild()));

        StoreResult corrected = hub.storeVersioned(missing("M-1", 1, true, HIGH, aChild()));

        assertThat(corrected.counts()).isEqualTo(new Counts(1, 0, 0, 0));
    }

    @Test
    void keepsMentionRowsWhenARecordIsReplaced() {
        hub.store(hub.delivery(), true, withParent(missing("M-1", 1, LOW, aChild())));
        List<Object> before = column("SELECT id FROM mention ORDER BY role", "id");
        List<Object> printsBefore = column("SELECT encode(fingerprint, 'hex') AS print FROM mention WHERE role = 'CHILD'", "print");

        hub.storeVersioned(missing("M-1", 1, LOW, aChild().surname("Okafor-Bell")));

        assertThat(column("SELECT id FROM mention", "id")).containsExactly(before.get(0));
        assertThat(column("SELECT encode(fingerprint, 'hex') AS print FROM mention", "print")).doesNotContainAnyElementsOf(printsBefore);
    }

    @Test
    void letsTheNewestArrivalStandWithoutVersions() {
        Delivery first = hub.delivery();
        Delivery second = hub.delivery();
        hub.store(second, false, involvement("C-1", null, LocalDate.parse("2026-11-20")));

        StoreResult late = hub.store(first, false, involvement("C-1", null, null));

        assertThat(late.warnings()).extracting(DeliveryError::code).containsExactly("OLDER_THAN_HELD");
        assertThat(hub.rows("SELECT fact ->> 'closed' AS closed FROM record")).singleElement().satisfies(row -> assertThat(row).containsEntry("closed", "2026-11-20"));
    }

    @Test
    void ordersStateByWhenItWasObserved() {
        hub.store(hub.delivery(), false, involvement("H-1", Instant.parse("2026-11-20T10:00:00Z"), null));

        StoreResult older = hub.store(hub.delivery(), false, involvement("H-1", Instant.parse("2026-11-19T10:00:00Z"), LocalDate.parse("2026-11-19")));

        assertThat(older.counts()).isEqualTo(new Counts(0, 1, 0, 1));
    }

    @Test
    void sealsFreeTextUnderItsRecord() {
        hub.storeVersioned(missing("M-1", 1, LOW, aChild()));
        String ref = (String) column("SELECT ref FROM record", "ref").get(0);

        assertThat(hub.records.open(ref)).containsExactly(entry("circumstances", "Last seen near the river."));
        assertThat(new String((byte[]) column("SELECT free_text FROM record", "free_text").get(0), java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("river");
        assertThat(hub.records.open("no such record")).isEmpty();
    }

    private static Notice withParent(Notice notice) {
        List<Mention> mentions = List.of(notice.mentions().get(0), new Mention(Role.CONTACT, 0, Relationship.MOTHER, aChild().forenames("Ada").build()));
        return new Notice(notice.sourceRef(), notice.version(), false, null, mentions, notice.fact(), notice.freeText(), notice.notes());
    }

    private List<String> versions() {
        return hub.sql.sql("SELECT version || CASE WHEN is_current THEN ' current' ELSE ' old' END AS v FROM record ORDER BY v").query(String.class).list();
    }

    private List<Object> column(String select, String name) {
        return hub.rows(select).stream().map(row -> row.get(name)).toList();
    }
}
