package org.earlyhelp.hub.intake.storage;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.intake.AttendanceMonth;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table attendance_month: reads and writes many months in one statement. */
final class AttendanceMonths {
    private final JdbcClient sql;

    /** Which month of which pupil's record. */
    record Key(long recordId, YearMonth month) {
    }

    AttendanceMonths(JdbcClient sql) {
        this.sql = sql;
    }

    /** The months that are held; the others are missing in the result. */
    Map<Key, AttendanceMonth> read(List<Key> keys) {
        Map<Key, AttendanceMonth> months = new HashMap<>();
        sql.sql("""
                SELECT m.record_id, m.month, m.marks, m.arrivals
                  FROM unnest(?::bigint[], ?::date[]) AS wanted (record_id, month) JOIN attendance_month m USING (record_id, month)
                """).param(ids(keys)).param(dates(keys)).query(row -> {
                    Key key = new Key(row.getLong(1), YearMonth.from(row.getObject(2, LocalDate.class)));
                    months.put(key, AttendanceMonth.of(key.month(), row.getString(3), unboxed((Long[]) row.getArray(4).getArray())));
                });
        return months;
    }

    void write(Map<Key, AttendanceMonth> months) {
        if (months.isEmpty()) {
            return;
        }
        List<Key> keys = new ArrayList<>(months.keySet());
        sql.sql("""
                INSERT INTO attendance_month (record_id, month, marks, arrivals)
                SELECT record_id, month, marks, arrivals::bigint[]
                  FROM unnest(?::bigint[], ?::date[], ?::text[], ?::text[]) AS m (record_id, month, marks, arrivals)
                ON CONFLICT ON CONSTRAINT attendance_month_pk DO UPDATE SET marks = EXCLUDED.marks, arrivals = EXCLUDED.arrivals
                """).param(ids(keys)).param(dates(keys))
                .param(keys.stream().map(key -> months.get(key).marks()).toArray(String[]::new))
                .param(keys.stream().map(key -> literal(months.get(key).arrivals())).toArray(String[]::new)).update();
    }

    /** Moves all marks of one record to another; where both have a mark, the newer arrival stands. */
    void move(long fromRecord, long toRecord) {
        Map<Key, AttendanceMonth> moved = all(fromRecord);
        Map<Key, AttendanceMonth> merged = new HashMap<>();
        Map<Key, AttendanceMonth> known = read(moved.keySet().stream().map(key -> new Key(toRecord, key.month())).toList());
        moved.forEach((key, marks) -> {
            Key target = new Key(toRecord, key.month());
            AttendanceMonth held = known.getOrDefault(target, AttendanceMonth.empty(key.month()));
            held.take(marks);
            merged.put(target, held);
        });
        write(merged);
        sql.sql("DELETE FROM attendance_month WHERE record_id = ?").param(fromRecord).update();
    }

    /** All months of a record. */
    Map<Key, AttendanceMonth> all(long recordId) {
        List<Key> keys = sql.sql("SELECT month FROM attendance_month WHERE record_id = ?").param(recordId)
                .query((row, n) -> new Key(recordId, YearMonth.from(row.getObject(1, LocalDate.class)))).list();
        return read(keys);
    }

    private static Long[] ids(List<Key> keys) {
        return keys.stream().map(Key::recordId).toArray(Long[]::new);
    }

    private static Date[] dates(List<Key> keys) {
        return keys.stream().map(key -> Date.valueOf(key.month().atDay(1))).toArray(Date[]::new);
    }

    private static String literal(long[] arrivals) {
        StringBuilder text = new StringBuilder("{").append(arrivals[0]);
        for (int i = 1; i < arrivals.length; i++) {
            text.append(',').append(arrivals[i]);
        }
        return text.append('}').toString();
    }

    private static long[] unboxed(Long[] values) {
        long[] plain = new long[values.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = values[i];
        }
        return plain;
    }
}
