package org.earlyhelp.hub.need.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.need.storage.AssessmentStore.Saving;
import org.earlyhelp.hub.need.storage.HeldAssessments.NeedKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps when needs of people begin and end, for figures: once a person and need, whatever agencies show it. */
@Repository
class NeedChanges {
    private final JdbcTemplate jdbc;

    NeedChanges(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record PersonNeed(long person, String code) {
        static Set<PersonNeed> of(Collection<NeedKey> keys) {
            return keys.stream().map(key -> new PersonNeed(key.person(), key.code())).collect(Collectors.toCollection(HashSet::new));
        }
    }

    /**
     * After the table of needs was written, in the same transaction. A need that only moved to another family, or that one
     * of two agencies no longer shows, has neither begun nor ended: what the table says is compared with what was last kept.
     */
    void keep(Collection<Saving> savings, Instant now) {
        List<PersonNeed> touched = savings.stream().flatMap(saving -> touched(saving).stream()).distinct().toList();
        if (!touched.isEmpty()) {
            jdbc.update("""
                    INSERT INTO need_change (person_id, code, holds, first_on, at)
                    SELECT t.person_id, t.code, n.first_on IS NOT NULL, n.first_on, ?
                      FROM unnest(?, ?) AS t (person_id, code)
                      CROSS JOIN LATERAL (SELECT min(first_on) AS first_on FROM need WHERE person_id = t.person_id AND code = t.code) n
                      LEFT JOIN LATERAL (SELECT holds FROM need_change c WHERE c.person_id = t.person_id AND c.code = t.code
                                          ORDER BY c.id DESC LIMIT 1) last ON true
                     WHERE last.holds IS DISTINCT FROM (n.first_on IS NOT NULL)""", Rows.stamp(now),
                    touched.stream().map(PersonNeed::person).toArray(Long[]::new), touched.stream().map(PersonNeed::code).toArray(String[]::new));
        }
    }

    /** What one of before and now has and the other has not. */
    private static Set<PersonNeed> touched(Saving saving) {
        Set<PersonNeed> before = PersonNeed.of(saving.held().needs().keySet());
        Set<PersonNeed> now = PersonNeed.of(AssessmentStore.needs(saving).keySet());
        Set<PersonNeed> touched = new HashSet<>(before);
        touched.addAll(now);
        before.retainAll(now);
        touched.removeAll(before);
        return touched;
    }
}
