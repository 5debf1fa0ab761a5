package org.earlyhelp.hub.need.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.earlyhelp.hub.need.NeedFigures;
import org.earlyhelp.hub.need.rules.Localities;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts needs in the tables; people and families that were merged count as the one that stands. */
@Repository
class StoredNeedFigures implements NeedFigures {
    private final JdbcClient sql;
    private final FamilyPlaces places;

    StoredNeedFigures(JdbcClient sql, FamilyPlaces places) {
        this.sql = sql;
        this.places = places;
    }

    private record MonthOfFamily(long family, YearMonth month, long needs) {
    }

    private record Place(YearMonth month, String locality) {
    }

    @Override
    @Transactional(readOnly = true)
    public List<Begun> begun(LocalDate from) {
        Map<Long, String> localities = places.all();
        return begunByFamily(from).stream()
                .collect(Collectors.groupingBy(one -> new Place(one.month(), localities.getOrDefault(one.family(), Localities.UNKNOWN)),
                        Collectors.summingLong(MonthOfFamily::needs)))
                .entrySet().stream().map(entry -> new Begun(entry.getKey().month(), entry.getKey().locality(), entry.getValue())).toList();
    }

    private List<MonthOfFamily> begunByFamily(LocalDate from) {
        return sql.sql("""
                SELECT coalesce(p.family_id, 0) AS family, date_trunc('month', c.first_on)::date AS month, count(DISTINCT (p.id, c.code)) AS needs
                  FROM need_change c JOIN person_standing s ON s.person_id = c.person_id JOIN person p ON p.id = s.standing_id
                 WHERE c.holds AND c.first_on >= :from GROUP BY 1, 2""").param("from", from)
                .query((row, i) -> new MonthOfFamily(row.getLong("family"), YearMonth.from(row.getObject("month", LocalDate.class)), row.getLong("needs"))).list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<InNeed> childrenInNeed() {
        Map<Long, String> localities = places.all();
        return sql.sql("""
                SELECT n.family_id, n.person_id FROM need n JOIN person p ON p.id = n.person_id
                 WHERE p.family_role = 'CHILD' AND p.gone_into IS NULL GROUP BY n.family_id, n.person_id""")
                .query((row, i) -> localities.getOrDefault(row.getLong("family_id"), Localities.UNKNOWN)).list().stream()
                .collect(Collectors.groupingBy(locality -> locality, Collectors.counting()))
                .entrySet().stream().map(entry -> new InNeed(entry.getKey(), entry.getValue())).toList();
    }

    @Override
    public Optional<Instant> knownSince() {
        return sql.sql("SELECT at FROM need_change ORDER BY at LIMIT 1").query(Timestamp.class).optional().map(Timestamp::toInstant);
    }
}
