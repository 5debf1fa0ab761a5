package org.earlyhelp.hub.alert.storage;

import java.util.Collection;
import java.util.Optional;
import org.earlyhelp.hub.alert.life.MatchRate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How deliveries of bulk feeds matched, as identity counts it. */
@Repository
public class MatchRateStore {
    private final JdbcClient sql;

    public MatchRateStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The rate of the newest delivery behind these records; empty when that came by an urgent feed, or at most an hour after
     * something that did: both may be news of the same assessment, and what is urgent waits for nobody's columns. {@code records}
     * are the ULIDs of evidence.
     */
    public Optional<MatchRate> ofNewest(Collection<String> records) {
        return sql.sql("""
                SELECT m.delivery_id, m.agency, m.feed, m.linked, m.known, coalesce(usual.middle, 0) AS middle, usual.past
                  FROM delivery_match m CROSS JOIN LATERAL
                       (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY known::float8 / linked) AS middle, count(DISTINCT day) AS past FROM
                               (SELECT p.known, p.linked, (d.received_at AT TIME ZONE 'Europe/London')::date AS day
                                  FROM delivery_match p JOIN delivery d ON d.id = p.delivery_id
                                 WHERE p.agency = m.agency AND p.feed = m.feed AND p.delivery_id < m.delivery_id AND p.linked >= :from
                                   AND (NOT p.fallen OR d.received_at < (SELECT received_at FROM delivery WHERE id = m.delivery_id) - make_interval(days => :after))
                                 ORDER BY p.delivery_id DESC LIMIT :limit) before) usual
                 WHERE m.delivery_id = (SELECT max(delivery_id) FROM record WHERE ref = ANY(:records::text[]))
                   AND NOT EXISTS (SELECT FROM record r JOIN delivery urgent ON urgent.id = r.delivery_id
                                    WHERE r.ref = ANY(:records::text[]) AND NOT EXISTS (SELECT FROM delivery_match bulk WHERE bulk.delivery_id = urgent.id)
                                      AND urgent.received_at > (SELECT received_at FROM delivery WHERE id = m.delivery_id) - interval '1 hour')
                """).param("from", MatchRate.FROM_RECORDS).param("limit", MatchRate.PAST_LIMIT).param("after", MatchRate.FALLEN_COUNTS_AFTER_DAYS).param("records", records.toArray(String[]::new))
                .query((row, i) -> new MatchRate(row.getLong("delivery_id"), row.getString("agency"), row.getString("feed"), row.getLong("linked"), row.getLong("known"),
                        row.getDouble("middle"), row.getInt("past"))).optional();
    }

    /** Whether one of these records came by a delivery whose rate fell. {@code records} are the ULIDs of evidence. */
    public boolean restsOnFallen(Collection<String> records) {
        return sql.sql("SELECT EXISTS (SELECT FROM record r JOIN delivery_match m ON m.delivery_id = r.delivery_id WHERE r.ref = ANY(?::text[]) AND m.fallen)")
                .param(records.toArray(String[]::new)).query(Boolean.class).single();
    }

    /** Whether no later delivery of its feed has enough records to be judged. */
    public boolean isNewest(MatchRate rate) {
        return sql.sql("SELECT NOT EXISTS (SELECT FROM delivery_match WHERE agency = :agency AND feed = :feed AND delivery_id > :delivery AND linked >= :from)")
                .param("agency", rate.agency()).param("feed", rate.feed()).param("delivery", rate.delivery()).param("from", MatchRate.FROM_RECORDS).query(Boolean.class).single();
    }

    /** Notes whether the delivery's rate fell. */
    public void mark(long delivery, boolean fallen) {
        sql.sql("UPDATE delivery_match SET fallen = :fallen WHERE delivery_id = :delivery AND fallen <> :fallen").param("fallen", fallen).param("delivery", delivery).update();
    }
}
