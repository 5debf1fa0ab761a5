package org.earlyhelp.hub.alert.storage;

import java.util.List;
import org.earlyhelp.hub.alert.FeedbackRates;
import org.earlyhelp.hub.need.RuleRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts feedback from the decisions kept, by the rules of the version that was answered. */
@Repository
public class StoredFeedbackRates implements FeedbackRates {
    private static final String RATES = """
            WITH answer AS (
                SELECT DISTINCT ON (alert_ref, by_whom) alert_ref, alert_version, content ->> 'feedback' AS feedback FROM decision
                WHERE action = 'FEEDBACK' ORDER BY alert_ref, by_whom, at DESC, received_at DESC),
            answered AS (
                SELECT r ->> 'id' AS id, (r ->> 'version')::int AS version, count(*) FILTER (WHERE feedback = 'USEFUL') AS useful,
                       count(*) FILTER (WHERE feedback = 'NOT_USEFUL') AS not_useful, count(*) FILTER (WHERE feedback = 'ALREADY_KNOWN') AS already_known
                FROM answer JOIN alert a ON a.ref = alert_ref
                CROSS JOIN LATERAL (SELECT content FROM alert_version v WHERE v.alert_id = a.id AND v.version <= answer.alert_version
                                    ORDER BY v.version DESC, v.ordinal DESC LIMIT 1) v
                CROSS JOIN jsonb_array_elements(v.content -> 'rules') r GROUP BY 1, 2),
            raised AS (
                SELECT r ->> 'id' AS id, (r ->> 'version')::int AS version, count(*) AS alerts
                FROM alert_version v CROSS JOIN jsonb_array_elements(v.content -> 'rules') r WHERE v.event = 'RAISED' GROUP BY 1, 2)
            SELECT id, version, coalesce(alerts, 0), coalesce(useful, 0), coalesce(not_useful, 0), coalesce(already_known, 0)
            FROM answered FULL JOIN raised USING (id, version) ORDER BY id, version
            """;
    private final JdbcClient sql;

    public StoredFeedbackRates(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Rate> rates() {
        return sql.sql(RATES).query((row, i) -> new Rate(new RuleRef(row.getString(1), row.getInt(2)), row.getLong(3), row.getLong(4), row.getLong(5),
                row.getLong(6))).list();
    }
}
