package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.earlyhelp.hub.alert.AwaitedAgreements;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for an agreement, once for each alert and agency. All methods join the caller's transaction. */
@Repository
public class AwaitedStore implements AwaitedAgreements {
    private final JdbcClient sql;

    public AwaitedStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Notes it; since when is that of the first time. */
    public void await(String alert, String agency, What what, Instant now) {
        sql.sql("INSERT INTO awaited_agreement (alert_ref, agency, what, since) VALUES (:alert, :agency, :what, :now) ON CONFLICT DO NOTHING")
                .param("alert", alert).param("agency", agency).param("what", what.name()).param("now", stamp(now)).update();
    }

    /** Of that alert only these agencies' facts still wait. */
    public void keepFactsOf(String alert, Collection<String> agencies) {
        sql.sql("DELETE FROM awaited_agreement WHERE alert_ref = :alert AND what = 'FACTS' AND agency <> ALL (:agencies)")
                .param("alert", alert).param("agencies", agencies.toArray(String[]::new)).update();
    }

    /** False when it no longer waited. */
    public boolean settle(String alert, String agency, What what) {
        return sql.sql("DELETE FROM awaited_agreement WHERE alert_ref = :alert AND agency = :agency AND what = :what")
                .param("alert", alert).param("agency", agency).param("what", what.name()).update() > 0;
    }

    /** The alerts that wait longest for that agency, at most {@code limit}. */
    public List<String> waitingFor(String agency, What what, int limit) {
        return sql.sql("SELECT alert_ref FROM awaited_agreement WHERE agency = :agency AND what = :what ORDER BY since, alert_ref LIMIT :limit")
                .param("agency", agency).param("what", what.name()).param("limit", limit).query(String.class).list();
    }

    @Override
    public List<Awaited> standing() {
        return sql.sql("SELECT agency, what, count(*) AS alerts, min(since) AS since FROM awaited_agreement GROUP BY agency, what ORDER BY agency, what")
                .query((row, i) -> new Awaited(row.getString("agency"), What.valueOf(row.getString("what")), row.getLong("alerts"), Stamps.instant(row, "since")))
                .list();
    }
}
