package org.earlyhelp.hub.intake.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.canary.Canaries;
import org.earlyhelp.hub.intake.canary.CanaryFlight;
import org.earlyhelp.hub.intake.canary.CanaryLeg;
import org.earlyhelp.hub.intake.canary.CanaryMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The newest canary of each feed, and the steps it has behind it. */
@Repository
public class CanaryStore implements Canaries {
    private static final String COLUMNS = "SELECT agency, feed, upload, sent_at, arrived_at, fault FROM canary";
    private static final String ITS_FEED = " WHERE agency = :agency AND feed = :feed";
    private final JdbcClient sql;

    public CanaryStore(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<CanaryFlight> all() {
        Map<String, List<CanaryLeg>> legs = sql.sql("SELECT agency || '/' || feed AS lane, name, words, ended_at FROM canary_step ORDER BY agency, feed, ordinal")
                .query((row, i) -> Map.entry(row.getString("lane"), leg(row))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return sql.sql(COLUMNS + " ORDER BY agency, feed").query((row, i) -> flight(row, legs.getOrDefault(row.getString("agency") + "/" + row.getString("feed"), List.of()))).list();
    }

    /** The newest canary of a feed. */
    public Optional<CanaryFlight> of(String agency, String feed) {
        List<CanaryLeg> legs = sql.sql("SELECT name, words, ended_at FROM canary_step" + ITS_FEED + " ORDER BY ordinal").param("agency", agency).param("feed", feed)
                .query((row, i) -> leg(row)).list();
        return sql.sql(COLUMNS + ITS_FEED).param("agency", agency).param("feed", feed).query((row, i) -> flight(row, legs)).optional();
    }

    /** Notes a new one in the place of the one before. */
    public void sent(String agency, String feed, String upload, Instant now) {
        sql.sql("DELETE FROM canary_step" + ITS_FEED).param("agency", agency).param("feed", feed).update();
        sql.sql("""
                INSERT INTO canary (agency, feed, upload, sent_at) VALUES (:agency, :feed, :upload, :now)
                ON CONFLICT ON CONSTRAINT canary_pk DO UPDATE SET upload = excluded.upload, sent_at = excluded.sent_at, arrived_at = NULL, fault = NULL
                """).param("agency", agency).param("feed", feed).param("upload", upload).param("now", Timestamp.from(now)).update();
    }

    /** Keeps how far it came, in the caller's transaction; of one that is not awaited nothing. */
    public void keepLegs(CanaryMessage canary, List<CanaryLeg> legs) {
        boolean awaited = sql.sql("SELECT count(*) FROM canary" + ITS_FEED + " AND upload = :upload AND arrived_at IS NULL").param("agency", canary.agency()).param("feed", canary.feed())
                .param("upload", canary.upload()).query(Long.class).single() > 0;
        if (awaited) {
            sql.sql("DELETE FROM canary_step" + ITS_FEED).param("agency", canary.agency()).param("feed", canary.feed()).update();
            legs.forEach(leg -> addLeg(canary.agency(), canary.feed(), leg));
        }
    }

    /** Adds a step behind the others. */
    public void addLeg(String agency, String feed, CanaryLeg leg) {
        sql.sql("INSERT INTO canary_step (agency, feed, ordinal, name, words, ended_at) SELECT :agency, :feed, count(*), :name, :words, :ended FROM canary_step" + ITS_FEED)
                .param("agency", agency).param("feed", feed).param("name", leg.name()).param("words", leg.words()).param("ended", Timestamp.from(leg.endedAt())).update();
    }

    /** Acknowledges it; false for one that is not awaited, since it came twice: it changes nothing. {@code fault} is null when it got through. */
    public boolean arrived(String agency, String feed, String upload, Instant now, String fault) {
        return sql.sql("UPDATE canary SET arrived_at = :now, fault = :fault" + ITS_FEED + " AND upload = :upload AND arrived_at IS NULL").param("agency", agency)
                .param("feed", feed).param("upload", upload).param("now", Timestamp.from(now)).param("fault", fault).update() > 0;
    }

    /** Deletes what is kept of a feed's canary. */
    public void forget(String agency, String feed) {
        sql.sql("DELETE FROM canary" + ITS_FEED).param("agency", agency).param("feed", feed).update();
    }

    /** The record that the caller's transaction wrote under that reference. */
    public List<Long> recordsOf(String agency, String feed, String sourceRef) {
        return sql.sql("SELECT id FROM record WHERE agency = ? AND feed = ? AND source_ref = ?").params(agency, feed, sourceRef).query(Long.class).list();
    }

    private static CanaryLeg leg(ResultSet row) throws SQLException {
        return new CanaryLeg(row.getString("name"), row.getString("words"), row.getTimestamp("ended_at").toInstant());
    }

    private static CanaryFlight flight(ResultSet row, List<CanaryLeg> legs) throws SQLException {
        Timestamp arrived = row.getTimestamp("arrived_at");
        return new CanaryFlight(row.getString("agency"), row.getString("feed"), row.getString("upload"), row.getTimestamp("sent_at").toInstant(),
                arrived == null ? null : arrived.toInstant(), row.getString("fault"), legs);
    }
}
