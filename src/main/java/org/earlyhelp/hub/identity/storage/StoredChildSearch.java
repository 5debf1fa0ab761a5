package org.earlyhelp.hub.identity.storage;

import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.identity.ChildSearch;
import org.earlyhelp.hub.identity.PersonView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Searches by an index on the surname. */
@Component
class StoredChildSearch implements ChildSearch {
    private final JdbcClient sql;

    StoredChildSearch(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<PersonView> find(String surname, String forename, LocalDate born, int limit) {
        if (surname == null || forename == null && born == null) {
            throw new IllegalArgumentException("a search needs a surname and a forename or a date of birth");
        }
        String date = born == null ? null : born.toString();
        return sql.sql(StoredDirectory.PERSON + """
                WHERE NOT p.sealed AND p.gone_into IS NULL AND p.family_role = 'CHILD' AND lower(p.summary ->> 'surname') = lower(?)
                  AND (?::text IS NULL OR p.summary ->> 'dateOfBirth' = ?)
                  AND (?::text IS NULL OR EXISTS (
                      SELECT FROM regexp_split_to_table(concat_ws(' ', p.summary ->> 'forenames', p.summary ->> 'knownAs'), '[^[:alpha:]''-]+') name
                      WHERE starts_with(lower(name), lower(?))))
                ORDER BY p.ref LIMIT ?""").params(surname, date, date, forename, forename, limit).query(StoredDirectory::person).list();
    }
}
