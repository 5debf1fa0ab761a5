package org.earlyhelp.hub.intake.storage;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.intake.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which deliveries a recall may mean, and which were undone. Changes join the caller's transaction. Thread-safe. */
@Repository
public class RecalledDeliveries {
    /** Of a feed's files those that stand and say something: what only goes with another, and what was undone, is no file of the feed. */
    static final String OF_CONTENT = "recalled_by IS NULL AND file_name !~ '[.](recall|sha256)$'";
    private final JdbcClient sql;

    public RecalledDeliveries(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The file that a recall means: of the same account and feed, of that name, and come before it. With a receipt that one;
     * else the newest that is no test drop, and a test drop only where there is no other.
     */
    public Optional<Delivery> named(Delivery recall, String fileName, String receipt) {
        return sql.sql(DeliveryStore.COLUMNS + """
                 WHERE agency = :agency AND sender IS NOT DISTINCT FROM :sender AND feed = :feed AND file_name = :name AND id < :id AND (:receipt::text IS NULL OR receipt = :receipt)
                 ORDER BY is_test, id DESC LIMIT 1
                """).param("agency", recall.agency()).param("sender", recall.sender(), Types.VARCHAR).param("feed", recall.feed()).param("name", fileName).param("id", recall.id())
                .param("receipt", receipt).query(DeliveryStore::delivery).optional();
    }

    /** What a recall had undone that a restore lost and that is repeated; empty for every other. */
    public Optional<Delivery> undoneBefore(Delivery recall) {
        return sql.sql(DeliveryStore.COLUMNS + " WHERE agency = ? AND feed = ? AND receipt = (SELECT target FROM resend_file WHERE upload = ?)")
                .params(recall.agency(), recall.feed(), recall.upload()).query(DeliveryStore::delivery).optional();
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

    /** The other files of that feed of which something was taken and which stand, in the order in which they came. */
    public List<Delivery> standingBeside(Delivery target) {
        return sql.sql(DeliveryStore.COLUMNS + """
                 WHERE agency = ? AND feed = ? AND id <> ? AND stage IN ('ACCEPTED', 'PARTIAL') AND NOT is_test AND accepted + unchanged > 0
                """ + " AND " + OF_CONTENT + " ORDER BY id").params(target.agency(), target.feed(), target.id()).query(DeliveryStore::delivery).list();
    }
}
