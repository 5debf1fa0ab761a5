package org.earlyhelp.hub.intake.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.earlyhelp.hub.intake.AttendanceMonth;
import org.earlyhelp.hub.intake.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes out what one delivery said, and withdraws the records of which nobody says anything afterwards. In between the records
 * stand blank: without a fingerprint and older than everything, so that whatever another file says of them is news. Joins the
 * caller's transaction.
 */
@Repository
public class UndoStore {
    private static final byte[] BLANK = {};
    private final JdbcClient sql;

    /** A record that a delivery was the last to change, or of whose marks it gave some. */
    public record Touched(long id, String ref, String sourceRef, boolean isPupil) {
    }

    public UndoStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Until the transaction ends, nothing else is stored in that feed. */
    public void lock(Delivery file) {
        RecordWork.lockFeed(sql, file.agency(), file.feed());
    }

    /** Records that stand as the file left them, and months of attendance it has marks in. */
    public List<Touched> touchedBy(Delivery file) {
        return sql.sql("""
                SELECT id, ref, source_ref, fact_kind = 'ATTENDANCE' AS pupil FROM record r
                 WHERE agency = :agency AND feed = :feed AND withdrawn_at IS NULL AND (delivery_id = :file
                    OR fact_kind = 'ATTENDANCE' AND EXISTS (SELECT FROM attendance_month m WHERE m.record_id = r.id AND :file = ANY(m.arrivals)))
                 ORDER BY id""").param("agency", file.agency()).param("feed", file.feed()).param("file", file.id())
                .query((row, n) -> new Touched(row.getLong("id"), row.getString("ref"), row.getString("source_ref"), row.getBoolean("pupil"))).list();
    }

    /** Under which keys these pupils were known before a number came. */
    public List<String> formerKeys(List<Touched> touched) {
        return sql.sql("SELECT source_ref FROM pupil_former_key WHERE record_id = ANY(?)").param(ids(touched)).query(String.class).list();
    }

    /** {@code others} are the deliveries that can be told again: pupils whose marks are all theirs are emptied, to be told whole. */
    public void takeOut(Delivery file, List<Touched> touched, List<Long> others) {
        sql.sql("""
                UPDATE record SET fingerprint = :blank, observed_at = 'epoch',
                       delivery_id = (SELECT min(id) FROM delivery WHERE agency = :agency AND feed = :feed)
                 WHERE id = ANY(:records) AND delivery_id = :file""").param("blank", BLANK).param("agency", file.agency()).param("feed", file.feed())
                .param("records", ids(touched)).param("file", file.id()).update();
        Long[] pupils = ids(touched.stream().filter(Touched::isPupil).toList());
        Long[] told = LongStream.concat(LongStream.of(0, file.id()), others.stream().mapToLong(Long::longValue)).boxed().toArray(Long[]::new);
        sql.sql("""
                DELETE FROM attendance_month WHERE record_id = ANY(:pupils) AND NOT record_id IN
                    (SELECT record_id FROM attendance_month WHERE record_id = ANY(:pupils) AND NOT arrivals <@ :told::bigint[])""")
                .param("pupils", pupils).param("told", told).update();
        sql.sql("DELETE FROM pupil_former_key WHERE delivery_id = ?").param(file.id()).update();
        forgetMarks(file, pupils);
    }

    private void forgetMarks(Delivery file, Long[] pupils) {
        AttendanceMonths months = new AttendanceMonths(sql);
        Map<AttendanceMonths.Key, AttendanceMonth> left = new HashMap<>();
        for (long pupil : pupils) {
            months.all(pupil).forEach((key, marks) -> {
                if (marks.forget(file.id())) {
                    left.put(key, marks);
                }
            });
        }
        months.write(left);
        sql.sql("DELETE FROM attendance_month WHERE record_id = ANY(?) AND marks = repeat(' ', " + AttendanceMonth.SESSIONS + ")").param(pupils).update();
    }

    /**
     * Withdraws those that still stand blank and hands all to identity. A pupil of whom older marks stand keeps the record.
     *
     * @return how many had been known before that file came
     */
    public long withdrawUntold(Delivery file, List<Touched> touched, Instant at, boolean urgent) {
        List<Long> untold = sql.sql("""
                SELECT id FROM record r WHERE id = ANY(?) AND fingerprint = ''::bytea
                   AND NOT EXISTS (SELECT FROM attendance_month m WHERE m.record_id = r.id)""").param(ids(touched)).query(Long.class).list();
        sql.sql("""
                UPDATE record SET withdrawn_at = :at, is_current = false, source_ref = 'withdrawn/' || ref, free_text = NULL WHERE id = ANY(:untold)""")
                .param("at", Timestamp.from(at)).param("untold", untold.toArray(Long[]::new)).update();
        List<Long> work = new ArrayList<>(touched.stream().map(Touched::id).toList());
        work.addAll(makeCurrent(file, touched.stream().filter(record -> !record.isPupil()).map(Touched::sourceRef).toList()));
        RecordWork.queue(sql, work.stream().distinct().toList(), urgent);
        // Both are made by the hub's clock, the record's reference when it was first told.
        return touched.stream().filter(record -> untold.contains(record.id()) && record.ref().compareTo(file.upload()) < 0).count();
    }

    /** The highest version left of each is the current one; returns those that now are and were not. */
    private List<Long> makeCurrent(Delivery file, Collection<String> sourceRefs) {
        return sql.sql("""
                UPDATE record r SET is_current = true WHERE agency = :agency AND feed = :feed AND source_ref = ANY(:refs::text[]) AND NOT is_current
                   AND version = (SELECT max(version) FROM record o WHERE (o.agency, o.feed, o.source_ref) = (r.agency, r.feed, r.source_ref)) RETURNING id""")
                .param("agency", file.agency()).param("feed", file.feed()).param("refs", sourceRefs.toArray(String[]::new)).query(Long.class).list();
    }

    /** Deletes withdrawn records of which identity has let go; returns how many. */
    public int purge() {
        return sql.sql("""
                DELETE FROM record r WHERE withdrawn_at IS NOT NULL AND NOT EXISTS (SELECT FROM record_work w WHERE w.record_id = r.id)
                   AND NOT EXISTS (SELECT FROM mention m JOIN link l ON l.mention_id = m.id WHERE m.record_id = r.id)""").update();
    }

    private static Long[] ids(List<Touched> touched) {
        return touched.stream().map(Touched::id).toArray(Long[]::new);
    }
}
