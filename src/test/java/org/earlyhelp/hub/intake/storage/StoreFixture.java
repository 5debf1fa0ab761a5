package org.earlyhelp.hub.intake.storage;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.earlyhelp.hub.format.SourceLocation;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.raw.HmacMarks;
import org.earlyhelp.hub.intake.raw.TextVault;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Notice;
import org.earlyhelp.hub.support.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The stores of this room on a real database, with deliveries to store under. */
final class StoreFixture {
    static final String AGENCY = "avonford-police";
    static final String FEED = "missing-children";
    final JdbcClient sql;
    final DeliveryStore deliveries;
    final RecordStore records;
    final AttendanceStore attendance;
    final ErasedRecords erased;
    private final TransactionTemplate transaction;
    private final HubClock clock = HubClock.fixedAt(Instant.parse("2026-11-23T08:40:00Z"));

    StoreFixture(Path folder) {
        DataSource database = TestDatabase.fresh();
        sql = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        deliveries = new DeliveryStore(sql);
        HubSettings settings = new HubSettings(folder.resolve("data"), folder, folder.resolve("keys"), true);
        erased = new ErasedRecords(sql, new HmacMarks(settings));
        records = new RecordStore(sql, new TextVault(settings), clock, erased);
        attendance = new AttendanceStore(sql, clock, erased);
    }

    Delivery delivery() {
        return deliveries.insert(new DeliveryStore.Arrival(Ids.receiptRef(clock.today()), Ids.ulid(clock), AGENCY, null, FEED, false, "x.json", 1,
                Ids.ulid(clock), Stage.RECEIVED, null, clock.now())).orElseThrow();
    }

    StoreResult store(Delivery delivery, boolean hasVersions, Notice... notices) {
        List<RecordStore.Placed> placed = java.util.Arrays.stream(notices).map(notice -> new RecordStore.Placed(new SourceLocation(1, 1), notice)).toList();
        return transaction.execute(status -> records.store(delivery, hasVersions, true, placed));
    }

    StoreResult storeVersioned(Notice... notices) {
        return store(delivery(), true, notices);
    }

    StoreResult mark(Delivery delivery, Notice... days) {
        AttendanceBatch batch = new AttendanceBatch();
        for (Notice day : days) {
            batch.add(day, (AttendanceDay) day.fact(), delivery.id());
        }
        return transaction.execute(status -> attendance.store(delivery, false, batch));
    }

    /** Identity has looked at everything. */
    void emptyWork() {
        sql.sql("DELETE FROM record_work").update();
    }

    long work() {
        return sql.sql("SELECT count(*) FROM record_work").query(Long.class).single();
    }

    List<Map<String, Object>> rows(String select) {
        return sql.sql(select).query().listOfRows();
    }
}
