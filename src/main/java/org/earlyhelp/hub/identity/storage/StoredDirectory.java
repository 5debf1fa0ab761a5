package org.earlyhelp.hub.identity.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.identity.FamilyDirectory;
import org.earlyhelp.hub.identity.FamilyView;
import org.earlyhelp.hub.identity.FamilyView.Tie;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.Relationship;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People and families for pages, read from the tables each time. */
final class StoredDirectory {
    static final String PERSON = """
            SELECT p.id, p.ref, f.ref AS family, p.family_role, p.place_hidden, p.sealed, p.summary
            FROM person p LEFT JOIN family f ON f.id = p.family_id\s""";

    private StoredDirectory() {
    }

    static PersonView person(ResultSet row, int number) throws SQLException {
        return new PersonView(row.getLong("id"), row.getString("ref"), row.getString("family"), row.getString("family_role"),
                row.getBoolean("place_hidden"), row.getBoolean("sealed"), CanonicalJson.readPerson(row.getString("summary")));
    }

    /** Follows a reference along merges to the row that stands. */
    private static Optional<Long> standing(JdbcClient sql, String table, String ref) {
        return sql.sql("""
                WITH RECURSIVE path (id, gone_into) AS (
                    SELECT id, gone_into FROM %1$s WHERE ref = ?
                    UNION SELECT t.id, t.gone_into FROM %1$s t JOIN path ON t.id = path.gone_into)
                SELECT id FROM path WHERE gone_into IS NULL""".formatted(table)).param(ref).query(Long.class).optional();
    }

    @Component
    static class People implements PersonDirectory {
        private final JdbcClient sql;

        People(JdbcClient sql) {
            this.sql = sql;
        }

        @Override
        public Optional<PersonView> byRef(String ref) {
            return standing(sql, "person", ref).flatMap(id -> sql.sql(PERSON + "WHERE p.id = ?").param(id).query(StoredDirectory::person).optional());
        }

        @Override
        public List<PersonView> search(String surname, LocalDate born) {
            if (surname == null && born == null) {
                throw new IllegalArgumentException("a search needs a surname or a date of birth");
            }
            return sql.sql(PERSON + """
                    WHERE NOT p.sealed AND p.gone_into IS NULL
                      AND (?::text IS NULL OR lower(p.summary ->> 'surname') = lower(?::text))
                      AND (?::text IS NULL OR p.summary ->> 'dateOfBirth' = ?::text)
                    ORDER BY p.ref LIMIT ?""")
                    .params(surname, surname, born == null ? null : born.toString(), born == null ? null : born.toString(), SEARCH_LIMIT)
                    .query(StoredDirectory::person).list();
        }
    }

    @Component
    static class Families implements FamilyDirectory {
        private final JdbcClient sql;

        Families(JdbcClient sql) {
            this.sql = sql;
        }

        @Override
        public Optional<FamilyView> byRef(String ref) {
            return standing(sql, "family", ref).flatMap(this::byId);
        }

        @Override
        public Optional<FamilyView> byId(long id) {
            return sql.sql("SELECT ref FROM family WHERE id = ?").param(id).query(String.class).optional().map(ref -> view(id, ref));
        }

        private FamilyView view(long id, String ref) {
            List<PersonView> members = sql.sql(PERSON + "WHERE p.family_id = ? ORDER BY array_position(ARRAY['CHILD', 'CARER', 'ADULT'], p.family_role), p.id").param(id).query(StoredDirectory::person).list();
            List<Tie> ties = sql.sql("""
                    SELECT c.ref AS child, a.ref AS adult, k.relationship, k.resident, k.certain
                    FROM kinship k JOIN person c ON c.id = k.child_id JOIN person a ON a.id = k.adult_id
                    WHERE c.family_id = ? OR a.family_id = ? ORDER BY c.id, a.id""").params(id, id)
                    .query((row, n) -> new Tie(row.getString("child"), row.getString("adult"), Relationship.valueOf(row.getString("relationship")),
                            row.getBoolean("resident"), row.getBoolean("certain"))).list();
            return new FamilyView(id, ref, members.stream().anyMatch(PersonView::placeHidden), members, ties);
        }
    }
}
