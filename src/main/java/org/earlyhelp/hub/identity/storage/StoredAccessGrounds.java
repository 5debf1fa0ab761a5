package org.earlyhelp.hub.identity.storage;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.identity.AccessGrounds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the tables of people. */
@Repository
class StoredAccessGrounds implements AccessGrounds {
    /** Everyone asked for, with the row that stands for them now. */
    private static final String STANDING = """
            WITH RECURSIVE path (asked, id, gone_into, family_id) AS (
                SELECT ref, id, gone_into, family_id FROM person WHERE ref = ANY(:persons)
                UNION SELECT path.asked, p.id, p.gone_into, p.family_id FROM path JOIN person p ON p.id = path.gone_into)
            """;
    private static final String SHARING = STANDING + """
            SELECT DISTINCT s.asked FROM path s JOIN person m ON m.id = s.id OR m.family_id = s.family_id
            WHERE s.gone_into IS NULL AND EXISTS (
                SELECT FROM regexp_split_to_table(lower(m.summary ->> 'surname'), '[^[:alpha:]]+') word WHERE word = ANY(:words))""";
    private static final String ASKED = STANDING + """
            SELECT DISTINCT path.asked FROM path JOIN review_pair r ON r.one_id = path.id OR r.other_id = path.id""";
    private final JdbcClient sql;

    StoredAccessGrounds(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, String> families(Collection<String> persons) {
        Map<String, String> families = new HashMap<>();
        sql.sql(STANDING + "SELECT s.asked, f.ref FROM path s JOIN family f ON f.id = s.family_id WHERE s.gone_into IS NULL")
                .param("persons", array(persons)).query(row -> {
                    families.put(row.getString("asked"), row.getString("ref"));
                });
        return families;
    }

    @Override
    public Set<String> sharingSurname(Collection<String> persons, Collection<String> words) {
        return words.isEmpty() ? Set.of() : new HashSet<>(sql.sql(SHARING).param("persons", array(persons)).param("words", array(words)).query(String.class).list());
    }

    @Override
    public Set<String> askedAbout(Collection<String> persons) {
        return new HashSet<>(sql.sql(ASKED).param("persons", array(persons)).query(String.class).list());
    }

    private static String[] array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }
}
