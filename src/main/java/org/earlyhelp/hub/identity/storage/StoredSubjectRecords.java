package org.earlyhelp.hub.identity.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.earlyhelp.hub.identity.subject.RecordItems;
import org.earlyhelp.hub.identity.subject.SubjectRecord;
import org.earlyhelp.hub.identity.subject.SubjectRecord.Said;
import org.earlyhelp.hub.intake.TextSeal;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.SubjectItem;
import org.earlyhelp.hub.sharing.SubjectItem.Section;
import org.earlyhelp.hub.sharing.SubjectRecords;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads every record that mentions a person, all versions, with who else it mentions and what was written. */
@Repository
class StoredSubjectRecords implements SubjectRecords {
    private static final String MENTIONING = """
            WITH mine AS (SELECT DISTINCT m.record_id FROM link l JOIN mention m ON m.id = l.mention_id
                            JOIN person p ON p.id = l.person_id WHERE p.ref = ?)
            SELECT r.id, r.ref, r.agency, r.version, r.is_current, r.observed_at, r.fact, r.free_text, m.id AS mention, m.role, m.relationship, m.person,
                   coalesce(p.ref = ?, false) AS own
              FROM mine JOIN record r ON r.id = mine.record_id JOIN mention m ON m.record_id = r.id
              LEFT JOIN link l ON l.mention_id = m.id LEFT JOIN person p ON p.id = l.person_id
             ORDER BY r.observed_at, r.id, m.role, m.index""";
    private static final String MARKS = """
            SELECT a.month, min(r.agency) AS agency, string_agg(a.marks, '' ORDER BY r.id) AS marks
              FROM link l JOIN mention m ON m.id = l.mention_id AND m.role = 'PUPIL' JOIN record r ON r.id = m.record_id
              JOIN attendance_month a ON a.record_id = r.id JOIN person p ON p.id = l.person_id
             WHERE p.ref = ? GROUP BY a.month ORDER BY a.month""";

    private final JdbcClient sql;
    private final ObjectProvider<TextSeal> seal;

    /** The seal is asked for when a text is opened: whoever links records needs none. */
    StoredSubjectRecords(JdbcClient sql, ObjectProvider<TextSeal> seal) {
        this.sql = sql;
        this.seal = seal;
    }

    @Override
    public List<SubjectItem> of(String person, int limit) {
        Map<Long, Gathered> records = new LinkedHashMap<>();
        sql.sql(MENTIONING).params(person, person).query(row -> {
            records.computeIfAbsent(row.getLong("id"), any -> new Gathered()).take(row, seal);
        });
        List<SubjectItem> items = new ArrayList<>();
        records.values().forEach(record -> items.addAll(RecordItems.of(record.record())));
        items.addAll(sql.sql(MARKS).param(person).query(StoredSubjectRecords::marks).list());
        return items.stream().limit(limit).toList();
    }

    /** Marks of a month over all schools together: which school they are of tells where the pupil is. */
    private static SubjectItem marks(ResultSet row, int number) throws SQLException {
        LocalDate month = row.getObject("month", LocalDate.class);
        Map<String, Long> counts = row.getString("marks").chars().filter(mark -> mark != ' ').mapToObj(Character::toString)
                .collect(Collectors.groupingBy(mark -> mark, TreeMap::new, Collectors.counting()));
        String value = counts.entrySet().stream().map(count -> count.getValue() + " × " + count.getKey()).collect(Collectors.joining(", "));
        return new SubjectItem("marks/" + month, Section.TOLD, "attendance", "School marks of " + PlainTime.month(YearMonth.from(month)), value, month, row.getString("agency"),
                DataClass.EDUCATION, true, Set.of());
    }

    /** A record while its mentions are gathered. */
    private static final class Gathered {
        private final List<Said> own = new ArrayList<>();
        private final List<Said> others = new ArrayList<>();
        private SubjectRecord bare;

        void take(ResultSet row, ObjectProvider<TextSeal> seal) throws SQLException {
            if (bare == null) {
                Fact fact = CanonicalJson.readFact(row.getString("fact"));
                byte[] sealed = row.getBytes("free_text");
                Map<String, String> texts = sealed == null ? Map.of() : seal.getObject().open(row.getString("ref"), sealed);
                bare = new SubjectRecord(row.getString("ref"), row.getString("agency"), row.getInt("version"), row.getBoolean("is_current"), Rows.instant(row, "observed_at"),
                        fact, texts, List.of(), List.of());
            }
            String relationship = row.getString("relationship");
            Said said = new Said(row.getLong("mention"), Role.valueOf(row.getString("role")), relationship == null ? null : Relationship.valueOf(relationship),
                    CanonicalJson.readPerson(row.getString("person")));
            (row.getBoolean("own") ? own : others).add(said);
        }

        SubjectRecord record() {
            return new SubjectRecord(bare.ref(), bare.agency(), bare.version(), bare.current(), bare.observedAt(), bare.fact(), bare.texts(), own, others);
        }
    }
}
