package org.earlyhelp.hub.intake.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.intake.canary.Canaries;
import org.earlyhelp.hub.intake.canary.CanaryFlight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The newest canary of each feed. */
@Repository
public class CanaryStore implements Canaries {
    private static final String COLUMNS = "SELECT agency, feed, upload, sent_at, arrived_at, fault FROM canary";
    private final JdbcClient sql;

    public CanaryStore(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<CanaryFlight> all() {
        return sql.sql(COLUMNS + " ORDER BY agency, feed").query((row, i) -> flight(row)).list();
    }

    public Optional<CanaryFlight> of(String agency, String feed) {
        return sql.sql(COLUMNS + " WHERE agency = ? AND feed = ?").params(agency, feed).query((row, i) -> flight(row)).optional();
    }

    /** Notes a new one in the place of the one before. */
    public void sent(String agency, String feed, String upload, Instant now) {
        sql.sql("""
                INSERT INTO canary (agency, feed, upload, sent_at) VALUES (:agency, :feed, :upload, :now)
                ON CONFLICT ON CONSTRAINT canary_pk DO UPDATE SET upload = excluded.upload, sent_at = excluded.sent_at, arrived_at = NULL, fault = NULL
                """).param("agency", agency).param("feed", feed).param("upload", upload).param("now", Timestamp.from(now)).update();
    }

    /** Acknowledges it; one that is not awaited, since it came twice, changes nothing. {@code fault} is null when it got through. */
    public void arrived(String agency, String feed, String upload, Instant now, String fault) {
        sql.sql("UPDATE canary SET arrived_at = :now, fault = :fault WHERE agency = :agency AND feed = :feed AND upload = :upload AND arrived_at IS NULL").param("agency", agency)
                .param("feed", feed).param("upload", upload).param("now", Timestamp.from(now)).param("fault", fault).update();
    }

    public void forget(String agency, String feed) {
        sql.sql("DELETE FROM canary WHERE agency = ? AND feed = ?").params(agency, feed).update();
    }

    /** The record that the caller's transaction wrote under that reference. */
    public List<Long> recordsOf(String agency, String feed, String sourceRef) {
        return sql.sql("SELECT id FROM record WHERE agency = ? AND feed = ? AND source_ref = ?").params(agency, feed, sourceRef).query(Long.class).list();
    }

    private static CanaryFlight flight(ResultSet row) throws SQLException {
        Timestamp arrived = row.getTimestamp("arrived_at");
        return new CanaryFlight(row.getString("agency"), row.getString("feed"), row.getString("upload"), row.getTimestamp("sent_at").toInstant(),
                arrived == null ? null : arrived.toInstant(), row.getString("fault"));
    }
}
