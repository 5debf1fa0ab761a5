package org.earlyhelp.hub.intake.storage;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.intake.AttendanceMonth;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.storage.AttendanceMonths.Key;
import org.earlyhelp.hub.intake.storage.PupilRows.MonthRows;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Attendance: the record is the pupil, marks are replaced by newer arrivals and never added up. Only pupils with a
 * changed mark or description are handed on. Thread-safe.
 */
@Repository
public class AttendanceStore {
    private final JdbcClient sql;
    private final HubClock clock;
    private final ErasedRecords erased;

    public AttendanceStore(JdbcClient sql, HubClock clock, ErasedRecords erased) {
        this.sql = sql;
        this.clock = clock;
        this.erased = erased;
    }

    /**
     * Stores a batch in the caller's transaction. A row is accepted when it changes a mark or its pupil's description,
     * else unchanged.
     */
    public StoreResult store(Delivery delivery, boolean urgent, AttendanceBatch batch) {
        if (batch.isEmpty()) {
            return StoreResult.NOTHING;
        }
        RecordWork.lockFeed(sql, delivery.agency(), delivery.feed());
        Collection<PupilRows> all = batch.pupils();
        long left = leaveErased(delivery, all);
        Collection<PupilRows> pupils = left == 0 ? all : all.stream().filter(pupil -> !pupil.months().isEmpty()).toList();
        PupilStore store = new PupilStore(sql, clock, delivery);
        store.describe(pupils);
        Map<PupilRows, Long> changedRows = mergeMarks(pupils, store);
        List<PupilRows> changed = pupils.stream().filter(pupil -> store.isDescribed(pupil) || changedRows.get(pupil) > 0).toList();
        store.touch(changed);
        Set<Long> work = new HashSet<>(store.retired());
        changed.forEach(pupil -> work.add(store.idOf(pupil)));
        RecordWork.queue(sql, work, urgent);
        Counts counts = counts(pupils, store, changedRows).plus(new Counts(0, left, 0, 0));
        return new StoreResult(counts, List.of(), !work.isEmpty());
    }

    /** Drops the marks of days up to which a pupil was erased; returns how many rows that were. */
    private long leaveErased(Delivery delivery, Collection<PupilRows> pupils) {
        List<String> keys = new ArrayList<>();
        pupils.forEach(pupil -> keys.addAll(pupil.keys()));
        Map<String, ErasedRecords.Until> gone = erased.among(delivery.agency(), delivery.feed(), keys);
        if (gone.isEmpty()) {
            return 0;
        }
        long left = pupils.stream().mapToLong(pupil -> pupil.keys().stream().filter(gone::containsKey).mapToLong(key -> pupil.dropUntil(gone.get(key).day())).sum()).sum();
        if (left > 0) {
            erased.sentAgain(delivery.receipt(), clock.now());
        }
        return left;
    }

    private Map<PupilRows, Long> mergeMarks(Collection<PupilRows> pupils, PupilStore store) {
        AttendanceMonths months = new AttendanceMonths(sql);
        List<Key> keys = new ArrayList<>();
        pupils.forEach(pupil -> pupil.months().keySet().forEach(month -> keys.add(new Key(store.idOf(pupil), month))));
        Map<Key, AttendanceMonth> held = months.read(keys);
        Map<Key, AttendanceMonth> merged = new HashMap<>();
        Map<PupilRows, Long> changedRows = new HashMap<>();
        for (PupilRows pupil : pupils) {
            long changed = 0;
            for (Map.Entry<YearMonth, MonthRows> month : pupil.months().entrySet()) {
                Key key = new Key(store.idOf(pupil), month.getKey());
                AttendanceMonth marks = held.getOrDefault(key, AttendanceMonth.empty(month.getKey()));
                changed += rowsOf(marks.take(month.getValue().marks()), month.getValue().rowsOfDay());
                merged.put(key, marks);
            }
            changedRows.put(pupil, changed);
        }
        months.write(merged);
        return changedRows;
    }

    private static long rowsOf(int changedDays, int[] rowsOfDay) {
        long rows = 0;
        for (int day = 0; day < rowsOfDay.length; day++) {
            rows += (changedDays >>> day & 1) * rowsOfDay[day];
        }
        return rows;
    }

    private static Counts counts(Collection<PupilRows> pupils, PupilStore store, Map<PupilRows, Long> changedRows) {
        long rows = 0;
        long accepted = 0;
        for (PupilRows pupil : pupils) {
            rows += pupil.rows();
            accepted += store.isDescribed(pupil) ? pupil.rows() : changedRows.get(pupil);
        }
        return new Counts(accepted, rows - accepted, 0, 0);
    }
}
