package org.earlyhelp.hub.alert.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.earlyhelp.hub.alert.HelpFigures;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.kernel.London;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Follows needs and families through the tables; people who were merged are the one that stands. */
@Repository
class StoredHelpFigures implements HelpFigures {
    /** Needs in decided alerts, once each alert, person and need. */
    private static final String IN_DECIDED = """
            SELECT DISTINCT a.id AS alert, s.standing_id AS person, n ->> 'code' AS code, n ->> 'outcome' AS hinders, a.outcome, a.decided_at
              FROM alert a CROSS JOIN jsonb_array_elements(a.content -> 'needs') n JOIN person p ON p.ref = n ->> 'person'
              JOIN person_standing s ON s.person_id = p.id
             WHERE a.status = 'DECIDED' AND a.decided_at >= :from AND a.decided_at < :before
               AND NOT (a.because IS NOT DISTINCT FROM 'HANDED_OVER' AND a.successor IS NOT NULL)""";
    private final JdbcClient sql;

    StoredHelpFigures(JdbcClient sql) {
        this.sql = sql;
    }

    private record PersonNeed(long person, String code) {
        static PersonNeed of(ResultSet row) throws SQLException {
            return new PersonNeed(row.getLong("person"), row.getString("code"));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<FollowedNeed> followed(LocalDate from, LocalDate before) {
        Map<String, Object> span = Map.of("from", Stamps.stamp(London.startOf(from)), "before", Stamps.stamp(London.startOf(before)));
        Map<PersonNeed, List<Change>> changes = changes(span);
        return sql.sql(IN_DECIDED).params(span).query((row, i) -> new FollowedNeed(row.getString("hinders"), Outcome.valueOf(row.getString("outcome")),
                Stamps.instant(row, "decided_at"), changes.getOrDefault(PersonNeed.of(row), List.of()))).list();
    }

    private Map<PersonNeed, List<Change>> changes(Map<String, Object> span) {
        Map<PersonNeed, List<Change>> changes = new HashMap<>();
        sql.sql("WITH followed AS (SELECT DISTINCT person, code FROM (" + IN_DECIDED + """
                ) decided)
                SELECT f.person, f.code, c.at, c.holds FROM followed f JOIN person_standing s ON s.standing_id = f.person
                  JOIN need_change c ON c.person_id = s.person_id AND c.code = f.code ORDER BY c.at, c.id""").params(span).query(row -> {
                    changes.computeIfAbsent(PersonNeed.of(row), none -> new ArrayList<>()).add(new Change(Stamps.instant(row, "at"), row.getBoolean("holds")));
                });
        return changes;
    }

    /** Attendance and other bulk marks count as records too: they show that an agency knows the child. */
    @Override
    public List<ChildAtLevelFour> childrenAtLevelFour() {
        return sql.sql("""
                SELECT known.agencies, known.since, array_remove(ARRAY(SELECT DISTINCT a.outcome FROM alert a WHERE a.family_id = p.family_id
                           AND a.decided_at < raised.at), NULL) AS decisions,
                       EXISTS (SELECT FROM person m JOIN link k ON k.person_id = m.id JOIN mention t ON t.id = k.mention_id JOIN record r ON r.id = t.record_id
                                WHERE m.family_id = p.family_id AND m.gone_into IS NULL AND r.is_current AND r.fact_kind = 'INVOLVEMENT'
                                  AND coalesce((r.fact ->> 'level')::integer, 1) < 4
                                  AND (r.fact ->> 'opened')::date < (raised.at AT TIME ZONE 'Europe/London')::date) AS helped
                  FROM person p JOIN family_level l ON l.family_id = p.family_id AND l.level = 4
                 CROSS JOIN LATERAL (SELECT coalesce((SELECT max(a.raised_at) FROM alert a WHERE a.family_id = p.family_id
                           AND a.queue = 'frontdoor.first-contact'), l.assessed_at) AS at) raised
                 CROSS JOIN LATERAL (SELECT count(DISTINCT r.agency) AS agencies, min(r.observed_at) AS since FROM link k
                           JOIN mention t ON t.id = k.mention_id JOIN record r ON r.id = t.record_id WHERE k.person_id = p.id AND r.is_current) known
                 WHERE p.family_role = 'CHILD' AND p.gone_into IS NULL""").query((row, i) -> child(row)).list();
    }

    private static ChildAtLevelFour child(ResultSet row) throws SQLException {
        var since = Stamps.instant(row, "since");
        return new ChildAtLevelFour(row.getInt("agencies"), since == null ? null : London.dateOf(since),
                Arrays.stream((String[]) row.getArray("decisions").getArray()).map(Outcome::valueOf).collect(Collectors.toSet()), row.getBoolean("helped"));
    }
}
