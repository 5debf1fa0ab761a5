package org.earlyhelp.hub.intake.storage;

import java.sql.Timestamp;
import java.sql.Types;
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

    /** From when on what an account sends of the feed is watched under that rhythm: from {@code now} when it was not before, or under another. */
    public Instant watchedSince(String account, String feed, String rhythm, Instant now) {
        sql.sql("""
                INSERT INTO feed_watched (agency, feed, rhythm, since) VALUES (:account, :feed, :rhythm, :now)
                ON CONFLICT ON CONSTRAINT feed_watched_pk DO UPDATE SET rhythm = excluded.rhythm, since = excluded.since WHERE feed_watched.rhythm <> excluded.rhythm
                """).param("account", account).param("feed", feed).param("rhythm", rhythm).param("now", Timestamp.from(now)).update();
        return sql.sql("SELECT since FROM feed_watched WHERE agency = ? AND feed = ?").params(account, feed).query(Timestamp.class).single().toInstant();
    }

    /** Forgets since when the feed was watched, of the agency and of all its senders: once it is again, it begins anew. */
    public void unwatch(String agency, String feed) {
        sql.sql("DELETE FROM feed_watched WHERE feed = ? AND split_part(agency, '.', 1) = ?").params(feed, agency).update();
    }

    /**
     * When the newest file came that told something new: one without rows, or with the content of an earlier one, is no sign that
     * its sender's export works.
     *
     * @param sender of whom alone; null for whoever sends
     */
    public Optional<Instant> newest(String agency, String feed, String sender) {
        return newest(agency, feed, sender, "stage <> 'DUPLICATE' AND (stage NOT IN ('ACCEPTED', 'PARTIAL') OR accepted + unchanged + rejected > 0)");
    }

    /** When the newest file came, whatever was in it. */
    public Optional<Instant> newestOfAny(String agency, String feed, String sender) {
        return newest(agency, feed, sender, "true");
    }

    private Optional<Instant> newest(String agency, String feed, String sender, String which) {
        return sql.sql("SELECT received_at FROM delivery WHERE agency = :agency AND feed = :feed AND (:sender::text IS NULL OR sender = :sender) AND NOT is_test AND stage <> 'INCOMPLETE' AND "
                + which + " AND " + RecalledDeliveries.OF_CONTENT + " ORDER BY received_at DESC LIMIT 1").param("agency", agency).param("feed", feed).param("sender", sender, Types.VARCHAR)
                .query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    /** How the newest decided files ended, the newest first. Those that wait for an agreement and those sent before say nothing. {@code sender} as for {@link #newest}. */
    public List<Ended> ended(String agency, String feed, String sender, int limit) {
        return sql.sql("""
                SELECT stage, coalesce(held_for = 'OPERATOR', false) AS held, accepted + unchanged + rejected AS records, rejected FROM delivery
                 WHERE agency = :agency AND feed = :feed AND (:sender::text IS NULL OR sender = :sender) AND NOT is_test
                   AND (stage IN ('ACCEPTED', 'PARTIAL', 'REJECTED', 'INCOMPLETE') OR held_for = 'OPERATOR')
                """ + " AND " + RecalledDeliveries.OF_CONTENT + " ORDER BY id DESC LIMIT :limit").param("agency", agency).param("feed", feed).param("sender", sender, Types.VARCHAR).param("limit", limit)
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
