package org.earlyhelp.hub.alert.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertFigures;
import org.earlyhelp.hub.alert.Decision;
import org.earlyhelp.hub.alert.life.SecondAgency;
import org.earlyhelp.hub.kernel.London;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts alerts in the tables. */
@Repository
class StoredAlertFigures implements AlertFigures {
    private final JdbcClient sql;

    StoredAlertFigures(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Raised> raised(LocalDate from) {
        return sql.sql("""
                WITH hidden AS (SELECT ref, family_id FROM person WHERE place_hidden)
                SELECT date_trunc('month', a.raised_at AT TIME ZONE 'Europe/London')::date AS month,
                       CASE WHEN EXISTS (SELECT FROM hidden h WHERE h.family_id = a.family_id)
                              OR EXISTS (SELECT FROM jsonb_array_elements(a.content -> 'children') c JOIN hidden h ON h.ref = c ->> 'person')
                            THEN 'withheld' ELSE a.locality END AS locality, count(*) AS alerts
                  FROM alert a WHERE a.raised_at >= :from GROUP BY 1, 2""").param("from", Stamps.stamp(London.startOf(from)))
                .query((row, i) -> new Raised(YearMonth.from(row.getObject("month", LocalDate.class)), row.getString("locality"), row.getLong("alerts"))).list();
    }

    @Override
    public List<Decided> decided(LocalDate from) {
        return sql.sql("""
                SELECT a.content, a.decided_at,
                       (SELECT min(v.at) FROM alert_version v WHERE v.alert_id = a.id
                           AND (SELECT count(DISTINCT n ->> 'agency') FROM jsonb_array_elements((v.content -> 'needs') || (v.content -> 'harmTests')) n) > 1) AS known_at
                  FROM alert a WHERE a.status = 'DECIDED' AND a.decided_at >= :from AND NOT (a.because IS NOT DISTINCT FROM 'HANDED_OVER' AND a.successor IS NULL)
                """).param("from", Stamps.stamp(London.startOf(from))).query((row, i) -> decided(row)).list().stream().flatMap(Optional::stream).toList();
    }

    private static Optional<Decided> decided(ResultSet row) throws SQLException {
        var decidedAt = Stamps.instant(row, "decided_at");
        var knownAt = Stamps.instant(row, "known_at");
        return SecondAgency.factOn(StoredJson.read(row.getString("content"), AlertContent.class))
                .map(day -> new Decided(decidedAt, day, knownAt == null ? decidedAt : knownAt));
    }

    @Override
    public List<RuleUse> uses(LocalDate from) {
        return sql.sql("""
                SELECT a.raised_at, split_part(a.rule, '@', 1) AS rule, said.feedback,
                       ARRAY(SELECT DISTINCT n ->> 'code' FROM jsonb_array_elements((a.content -> 'needs') || (a.content -> 'harmTests')) n) AS codes
                  FROM alert a LEFT JOIN LATERAL (
                       SELECT d.content ->> 'feedback' AS feedback FROM decision d WHERE d.alert_ref = a.ref AND d.action = 'FEEDBACK'
                        ORDER BY d.received_at DESC, d.id DESC LIMIT 1) said ON true
                 WHERE a.raised_at >= :from""").param("from", Stamps.stamp(London.startOf(from))).query((row, i) -> use(row)).list();
    }

    private static RuleUse use(ResultSet row) throws SQLException {
        String feedback = row.getString("feedback");
        return new RuleUse(Stamps.instant(row, "raised_at"), row.getString("rule"), Set.copyOf(Arrays.asList((String[]) row.getArray("codes").getArray())),
                feedback == null ? null : Decision.Feedback.valueOf(feedback));
    }
}
