package org.earlyhelp.hub.intake.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.intake.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came of a feed and when, in numbers; test drops left out. */
@Repository
public class FeedRecordStore {
    private final JdbcClient sql;

    public FeedRecordStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** How a file ended; {@code held} when the hub itself could not process it. */
    public record Ended(Stage stage, boolean held, long records, long rejected) {
    }

    /** From when on the feed is watched under that rhythm: from {@code now} when it was not before, or under another. */
    public Instant watchedSince(String agency, String feed, String rhythm, Instant now) {
        sql.sql("""
                INSERT INTO feed_watched (agency, feed, rhythm, since) VALUES (:agency, :feed, :rhythm, :now)
                ON CONFLICT ON CONSTRAINT feed_watched_pk DO UPDATE SET rhythm = excluded.rhythm, since = excluded.since WHERE feed_watched.rhythm <> excluded.rhythm
                """).param("agency", agency).param("feed", feed).param("rhythm", rhythm).param("now", Timestamp.from(now)).update();
        return sql.sql("SELECT since FROM feed_watched WHERE agency = ? AND feed = ?").params(agency, feed).query(Timestamp.class).single().toInstant();
    }

    /** When the newest file came that was not cut off on the way. */
    public Optional<Instant> newest(String agency, String feed) {
        return sql.sql("SELECT received_at FROM delivery WHERE agency = ? AND feed = ? AND NOT is_test AND stage <> 'INCOMPLETE' AND " + RecalledDeliveries.OF_CONTENT
                + " ORDER BY received_at DESC LIMIT 1").params(agency, feed)
                .query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    /** How the newest decided files ended, the newest first. Those that wait for an agreement and those sent before say nothing. */
    public List<Ended> ended(String agency, String feed, int limit) {
        return sql.sql("""
                SELECT stage, coalesce(held_for = 'OPERATOR', false) AS held, accepted + unchanged + rejected AS records, rejected FROM delivery
                 WHERE agency = ? AND feed = ? AND NOT is_test AND (stage IN ('ACCEPTED', 'PARTIAL', 'REJECTED', 'INCOMPLETE') OR held_for = 'OPERATOR')
                """ + " AND " + RecalledDeliveries.OF_CONTENT + " ORDER BY id DESC LIMIT ?").params(agency, feed, limit)
                .query((row, i) -> new Ended(Stage.valueOf(row.getString("stage")), row.getBoolean("held"), row.getLong("records"), row.getLong("rejected"))).list();
    }

    /** How many records came in each stretch of time, in the same order. */
    public List<Long> records(String agency, String feed, Collection<Instant> from, Collection<Instant> until) {
        return sql.sql("""
                SELECT coalesce((SELECT sum(accepted + unchanged + rejected) FROM delivery
                                  WHERE agency = :agency AND feed = :feed AND NOT is_test AND received_at >= stretch.begins AND received_at < stretch.ends
                """ + " AND " + RecalledDeliveries.OF_CONTENT + """
                                 ), 0) FROM unnest(:from::timestamptz[], :until::timestamptz[]) WITH ORDINALITY AS stretch (begins, ends, place) ORDER BY place
                """).param("agency", agency).param("feed", feed).param("from", stamps(from)).param("until", stamps(until)).query(Long.class).list();
    }

    private static String[] stamps(Collection<Instant> instants) {
        return instants.stream().map(Instant::toString).toArray(String[]::new);
    }
}
