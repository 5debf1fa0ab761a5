package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.earlyhelp.hub.alert.AlertLooks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has seen what, one row an alert and account. */
@Repository
public class AlertLookStore implements AlertLooks {
    private static final Duration STILL_NEW = Duration.ofHours(1);
    private final JdbcClient sql;

    public AlertLookStore(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Look> look(String alert, String account, int version, Instant now) {
        return sql.sql("""
                INSERT INTO alert_look (alert_ref, account, version, at) VALUES (:alert, :account, :version, :now)
                ON CONFLICT (alert_ref, account) DO UPDATE SET
                    earlier_version = CASE WHEN alert_look.version < excluded.version OR alert_look.at < :limit THEN alert_look.version ELSE alert_look.earlier_version END,
                    earlier_at = CASE WHEN alert_look.version < excluded.version OR alert_look.at < :limit THEN alert_look.at ELSE alert_look.earlier_at END,
                    version = greatest(alert_look.version, excluded.version),
                    at = CASE WHEN alert_look.version < excluded.version OR alert_look.at < :limit THEN excluded.at ELSE alert_look.at END
                RETURNING earlier_version, earlier_at
                """).param("alert", alert).param("account", account).param("version", version).param("now", stamp(now)).param("limit", stamp(now.minus(STILL_NEW)))
                .query((row, i) -> Optional.ofNullable(row.getObject("earlier_version", Integer.class))
                        .map(seen -> new Look(seen, readEarlier(row)))).single();
    }

    private static Instant readEarlier(java.sql.ResultSet row) {
        try {
            return Stamps.instant(row, "earlier_at");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("the time of a look cannot be read", e);
        }
    }
}
