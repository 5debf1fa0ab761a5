package org.earlyhelp.hub.intake.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.ArrivedFeed;
import org.earlyhelp.hub.intake.Deliveries;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.HeldFeed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the table delivery which deliveries there are; {@link DeliveryStore} changes it. Thread-safe. */
@Repository
public class DeliveryLists implements Deliveries {
    private final JdbcClient sql;
    private final DeliveryErrorRows errors;

    public DeliveryLists(JdbcClient sql) {
        this.sql = sql;
        this.errors = new DeliveryErrorRows(sql);
    }

    @Override
    public Optional<Delivery> find(String receipt) {
        return sql.sql(DeliveryRow.SELECT + " WHERE receipt = ?").param(receipt).query(DeliveryRow::of).optional();
    }

    @Override
    public List<DeliveryError> errorsOf(long deliveryId, int limit) {
        return errors.of(deliveryId, limit);
    }

    @Override
    public List<Delivery> newest(String agency, String feed, int limit) {
        return sql.sql(DeliveryRow.SELECT + """
                 WHERE (:agency::text IS NULL OR agency = :agency) AND (:feed::text IS NULL OR feed = :feed)
                 ORDER BY id DESC LIMIT :limit
                """).param("agency", agency).param("feed", feed).param("limit", limit).query(DeliveryRow::of).list();
    }

    @Override
    public List<ArrivedFeed> arrived() {
        return sql.sql("SELECT agency, feed, count(*), max(received_at) FROM delivery WHERE NOT is_test GROUP BY agency, feed ORDER BY agency, feed")
                .query((row, i) -> new ArrivedFeed(row.getString(1), row.getString(2), row.getLong(3), row.getTimestamp(4).toInstant())).list();
    }

    @Override
    public Optional<Instant> latestArrival() {
        return sql.sql("SELECT max(received_at) FROM delivery").query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant)).single();
    }

    /** The account's deliveries since then, oldest first, at most {@code limit} of the newest. */
    public List<Delivery> since(AccountName account, Instant since, int limit) {
        return sql.sql("SELECT * FROM (" + DeliveryRow.SELECT + """
                 WHERE agency = ? AND sender IS NOT DISTINCT FROM ? AND received_at >= ? ORDER BY id DESC LIMIT ?) newest ORDER BY id
                """).param(account.agency()).param(account.sender()).param(Timestamp.from(since)).param(limit).query(DeliveryRow::of).list();
    }

    @Override
    public List<HeldFeed> held() {
        return sql.sql("SELECT agency, feed, count(*), min(received_at) FROM delivery WHERE held_for = 'AGREEMENT' GROUP BY agency, feed ORDER BY agency, feed")
                .query((row, i) -> new HeldFeed(row.getString(1), row.getString(2), row.getLong(3), row.getTimestamp(4).toInstant())).list();
    }

    @Override
    public long open() {
        return sql.sql("SELECT count(*) FROM delivery WHERE stage = 'RECEIVED' OR answered_at IS NULL").query(Long.class).single();
    }

    /** Deliveries that are still worked at or wait for it, oldest first. */
    public List<Delivery> undecided() {
        return sql.sql(DeliveryRow.SELECT + " WHERE stage = 'RECEIVED' ORDER BY id").query(DeliveryRow::of).list();
    }

    /** Deliveries that are decided but whose receipt may not be written. */
    public List<Delivery> unanswered() {
        return sql.sql(DeliveryRow.SELECT + " WHERE answered_at IS NULL AND stage <> 'RECEIVED' ORDER BY id").query(DeliveryRow::of).list();
    }

    /** The oldest deliveries of a feed that wait for an agreement or a mapping, at most {@code limit}. */
    public List<Delivery> waitingForAgreement(String agency, String feed, int limit) {
        return sql.sql(DeliveryRow.SELECT + " WHERE held_for = 'AGREEMENT' AND agency = ? AND feed = ? ORDER BY id LIMIT ?").params(agency, feed, limit)
                .query(DeliveryRow::of).list();
    }

    /** Deliveries whose file is not named {@code name}, for whoever looks at the names themselves; the newest last. */
    public List<Delivery> notNamed(String name) {
        return sql.sql(DeliveryRow.SELECT + " WHERE file_name <> ? ORDER BY id").param(name).query(DeliveryRow::of).list();
    }

    /** Another delivery of the same account and feed that took the same content whole, as far as it was good, and was not recalled. */
    public Optional<Delivery> sameContent(Delivery delivery) {
        return sql.sql(DeliveryRow.SELECT + """
                 WHERE agency = ? AND sender IS NOT DISTINCT FROM ? AND feed = ? AND sha256 = ? AND id <> ? AND stage IN ('ACCEPTED', 'PARTIAL') AND NOT is_test AND recalled_by IS NULL
                   AND NOT EXISTS (SELECT FROM lost_copy l WHERE l.delivery_id = delivery.id)
                 ORDER BY id DESC LIMIT 1
                """).param(delivery.agency()).param(delivery.sender()).param(delivery.feed()).param(delivery.sha256()).param(delivery.id()).query(DeliveryRow::of).optional();
    }

    /** Whether another file of that feed was taken between the two deliveries. */
    public boolean tookOthersBetween(Delivery earlier, Delivery later) {
        return sql.sql("""
                SELECT EXISTS (SELECT 1 FROM delivery WHERE agency = ? AND feed = ? AND id > ? AND id < ? AND sha256 <> ?
                                  AND stage IN ('ACCEPTED', 'PARTIAL') AND NOT is_test AND recalled_by IS NULL)
                """).params(earlier.agency(), earlier.feed(), earlier.id(), later.id(), earlier.sha256()).query(Boolean.class).single();
    }
}
