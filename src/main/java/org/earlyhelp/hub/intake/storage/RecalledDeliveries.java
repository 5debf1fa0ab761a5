package org.earlyhelp.hub.intake.storage;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.NoteName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which deliveries a recall may mean, and which were undone. Changes join the caller's transaction. Thread-safe. */
@Repository
public class RecalledDeliveries {
    /** Of a feed's files those that stand and say something: what only goes with another, and what was undone, is no file of the feed. */
    static final String OF_CONTENT = "recalled_by IS NULL AND file_name NOT LIKE '_%" + NoteName.RECALL.ending() + "' AND file_name NOT LIKE '_%" + NoteName.CHECKSUM.ending() + "'";
    private final JdbcClient sql;

    public RecalledDeliveries(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The file that a recall means: of the same account and feed, of that name, and come before it. With a receipt that one;
     * else the newest that is no test drop, and a test drop only where there is no other.
     */
    public Optional<Delivery> named(Delivery recall, String fileName, String receipt) {
        return sql.sql(DeliveryRow.SELECT + """
                 WHERE agency = :agency AND sender IS NOT DISTINCT FROM :sender AND feed = :feed AND file_name = :name AND id < :id AND (:receipt::text IS NULL OR receipt = :receipt)
                 ORDER BY is_test, id DESC LIMIT 1
                """).param("agency", recall.agency()).param("sender", recall.sender(), Types.VARCHAR).param("feed", recall.feed()).param("name", fileName).param("id", recall.id())
                .param("receipt", receipt).query(DeliveryRow::of).optional();
    }

    /** What a recall had undone that a restore lost and that is repeated; empty for every other. */
    public Optional<Delivery> undoneBefore(Delivery recall) {
        return sql.sql(DeliveryRow.SELECT + " WHERE agency = ? AND feed = ? AND receipt = (SELECT target FROM resend_file WHERE upload = ?)")
                .params(recall.agency(), recall.feed(), recall.upload()).query(DeliveryRow::of).optional();
    }

    /** The receipt of the recall that undid it. */
    public Optional<String> recallOf(long delivery) {
        return sql.sql("SELECT recalled_by FROM delivery WHERE id = ? AND recalled_by IS NOT NULL").param(delivery).query(String.class).optional();
    }

    /** Notes that it is undone; its sender is to be answered anew. */
    public void recall(Delivery target, String recall, String reason) {
        int rows = sql.sql("UPDATE delivery SET recalled_by = ?, reason = ?, answered_at = NULL WHERE id = ? AND recalled_by IS NULL")
                .params(recall, reason, target.id()).update();
        if (rows == 0) {
            throw new IllegalStateException(target.receipt() + " was undone by another recall in between; " + recall + " is given up");
        }
    }

    /** Files that were answered as duplicates of that one and stand, the oldest first: not those which their sender wanted undone as well. */
    public List<Delivery> repeatsOf(Delivery target) {
        return sql.sql(DeliveryRow.SELECT + """
                 WHERE agency = ? AND feed = ? AND sha256 = ? AND stage = 'DUPLICATE' AND duplicate_of = ? AND NOT is_test AND NOT EXISTS (SELECT FROM delivery n WHERE n.agency = delivery.agency
                       AND n.sender IS NOT DISTINCT FROM delivery.sender AND n.feed = delivery.feed AND n.file_name = delivery.file_name || '.recall' AND n.id > delivery.id AND NOT n.is_test)
                """ + " AND " + OF_CONTENT + " ORDER BY id").params(target.agency(), target.feed(), target.sha256(), target.receipt()).query(DeliveryRow::of).list();
    }

    /** Lets a duplicate be taken on its own, since what it repeats counts no more. */
    public void takeAnew(Delivery repeat) {
        sql.sql("""
                UPDATE delivery SET stage = 'RECEIVED', reason = NULL, duplicate_of = NULL, decided_at = NULL, answered_at = NULL, starts = 0, failures = 0
                 WHERE id = ? AND stage = 'DUPLICATE'
                """).param(repeat.id()).update();
    }

    /** Whether another file of that feed is in the middle of being taken: it will not tell again what it found unchanged. */
    public boolean isOtherHalfTaken(Delivery target) {
        return sql.sql("SELECT EXISTS (SELECT FROM delivery WHERE agency = ? AND feed = ? AND id <> ? AND stage = 'RECEIVED' AND records_done > 0 AND " + OF_CONTENT + ")")
                .params(target.agency(), target.feed(), target.id()).query(Boolean.class).single();
    }

    /** The other files of that feed of which something was taken and which stand or wait, in the order in which they came. */
    public List<Delivery> standingBeside(Delivery target) {
        return sql.sql(DeliveryRow.SELECT + """
                 WHERE agency = ? AND feed = ? AND id <> ? AND (stage IN ('ACCEPTED', 'PARTIAL') OR stage = 'HELD' AND records_done > 0) AND NOT is_test AND accepted + unchanged > 0
                """ + " AND " + OF_CONTENT + " ORDER BY id").params(target.agency(), target.feed(), target.id()).query(DeliveryRow::of).list();
    }
}
