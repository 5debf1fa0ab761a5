package org.earlyhelp.hub.identity.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Types;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import javax.sql.DataSource;
import org.earlyhelp.hub.alert.support.Schemas;
import org.earlyhelp.hub.identity.storage.MirrorStore;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.alarm.AlarmLedger;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.support.TestDatabase;
import org.earlyhelp.hub.support.WrittenExample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class MonthMirrorsTests {
    private static final AccountName COUNCIL = new AccountName("avonford-council", null);
    private static final YearMonth OCTOBER = YearMonth.parse("2026-10");
    private final DataSource database = TestDatabase.fresh();
    private final JdbcClient sql = JdbcClient.create(database);
    private final HubClock clock = HubClock.fixedAt(Instant.parse("2026-11-01T06:00:00Z"));
    private final AgreementBook agreements = new AgreementBook();
    @TempDir
    private Path root;
    private SftpFolders folders;
    private MonthMirrors mirrors;
    private int files;

    @BeforeEach
    void open() throws IOException {
        agreements.load(Path.of("agreements"));
        folders = new SftpFolders(root);
        Files.createDirectories(folders.receipts(COUNCIL.toString()));
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("folders", folders));
        mirrors = new MonthMirrors(new MirrorStore(sql), agreements, beans.getBeanProvider(SftpFolders.class),
                AlarmLedger.in(database, clock).alarms(), clock);
    }

    private long delivery(String sender, String stage, String at, int accepted, int rejected) {
        files++;
        return sql.sql("""
                INSERT INTO delivery (receipt, upload, agency, sender, feed, lane, file_name, bytes, sha256, stage, received_at, decided_at, accepted, rejected, warnings)
                VALUES ('R-' || :n, 'u-' || :n, 'avonford-council', :sender, 'open-involvements', 'x', 'Chidi Okafor.csv', 1, 'x', :stage, :at::timestamptz, :at::timestamptz, :accepted, :rejected, 1)
                RETURNING id""").param("n", files).param("sender", sender, Types.VARCHAR).param("stage", stage).param("at", at).param("accepted", accepted).param("rejected", rejected).query(Long.class).single();
    }

    /** So many people, each in a record of their own. */
    private void people(long delivery, String match, int count) {
        sql.sql("""
                WITH person AS (INSERT INTO person (ref, created_at) VALUES ('P-' || :delivery || :match, now()) RETURNING id),
                     records AS (INSERT INTO record (ref, agency, feed, source_ref, version, is_current, fact_kind, fact, observed_at, received_at, delivery_id, fingerprint)
                        SELECT :delivery || :match || n, 'avonford-council', 'open-involvements', :delivery || :match || n, 1, true, 'x', '{}', now(), now(), :delivery, '' FROM generate_series(1, :count) n RETURNING id),
                     mentions AS (INSERT INTO mention (record_id, role, index, person, fingerprint) SELECT id, 'CHILD', 0, '{}', '' FROM records RETURNING id)
                INSERT INTO link (mention_id, person_id, match, reason, fingerprint, decided_at) SELECT m.id, p.id, :match, 'x', '', now() FROM mentions m, person p
                """).param("delivery", delivery).param("match", match).param("count", count).update();
    }

    private String text() throws IOException {
        return Files.readString(folders.receipts("avonford-council").resolve("mirror-2026-10.txt"));
    }

    @Test
    void countsTheFilesOfTheMonthAlone() {
        delivery(null, "ACCEPTED", "2026-10-01T00:30:00+01", 90, 0);
        delivery(null, "PARTIAL", "2026-10-31T23:30:00+00", 6, 4);
        delivery(null, "ACCEPTED", "2026-11-01T00:30:00+00", 1, 0);
        delivery("oak-primary", "REJECTED", "2026-10-10T10:00:00Z", 0, 7);

        assertThat(mirrors.of(COUNCIL, OCTOBER).feeds()).singleElement().satisfies(feed -> {
            assertThat(feed.stages()).isEqualTo(Map.of("ACCEPTED", 1L, "PARTIAL", 1L));
            assertThat(feed.counts()).isEqualTo(new Counts(96, 0, 4, 2));
            assertThat(feed.refusedPercent()).isEqualTo(4.0);
        });
        assertThat(mirrors.of(new AccountName("avonford-council", "oak-primary"), OCTOBER).feeds()).singleElement().extracting(FeedMirror::files).isEqualTo(1L);
    }

    @Test
    void givesEachAccountItsMirrorOnce() throws IOException {
        long file = delivery(null, "PARTIAL", "2026-10-10T10:00:00Z", 150, 50);
        sql.sql("INSERT INTO delivery_error (delivery_id, line, code, severity, message) SELECT ?, n, 'MISSING_FIELD', 'error', 'x' FROM generate_series(1, 50) n").param(file).update();
        people(file, "CERTAIN", 142);
        people(file, "NEW", 8);

        assertThat(mirrors.give()).isEqualTo(1);
        assertThat(text()).contains("October 2026", "PARTIAL 1", "refused 50 (25.0%)", "about 95% recognised with certainty, about 5% not heard of before", "MISSING_FIELD: 50", "not an emergency line").doesNotContain("Okafor");
        String machines = Files.readString(folders.receipts("avonford-council").resolve("mirror-2026-10.json"));
        assertThat(Schemas.faults("mirror.v1.json", machines)).isEmpty();
        WrittenExample.is("mirror.json", machines);
        assertThat(mirrors.give()).isZero();
    }

    @Test
    void letsNobodyWaitForAFolderThatTakesNoFile() throws IOException {
        delivery(null, "ACCEPTED", "2026-10-10T10:00:00Z", 150, 0);
        sql.sql("UPDATE delivery SET agency = 'avonford-academies'").update();
        delivery(null, "ACCEPTED", "2026-10-10T10:00:00Z", 150, 0);
        Files.createDirectories(folders.receipts("avonford-academies").resolve("mirror-2026-10.json/in-the-way"));

        assertThat(mirrors.give()).isEqualTo(1);
        assertThat(text()).contains("October 2026");
    }

    @Test
    void tellsNoShareOfAFewPeople() throws IOException {
        people(delivery(null, "ACCEPTED", "2026-10-10T10:00:00Z", FeedMirror.LEAST_PEOPLE - 1, 0), "CERTAIN", FeedMirror.LEAST_PEOPLE - 1);
        mirrors.give();

        assertThat(text()).contains("too few for a share").doesNotContain("recognised");
    }

    @Test
    void givesNothingToWhoSentNothing() {
        assertThat(mirrors.give()).isZero();
        assertThat(folders.receipts("avonford-council").toFile().list()).isEmpty();
    }

    @Test
    void takesOldMirrorsAway() throws IOException {
        Path old = Files.writeString(folders.receipts("avonford-council").resolve("mirror-2025-09.txt"), "old");
        Path kept = Files.writeString(folders.receipts("avonford-council").resolve("mirror-2025-10.txt"), "kept");
        mirrors.give();

        assertThat(old).doesNotExist();
        assertThat(kept).exists();
    }
}
