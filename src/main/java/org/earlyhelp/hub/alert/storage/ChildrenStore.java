package org.earlyhelp.hub.alert.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where children belong, and who told of them. Reads what other rooms hold, writes nothing. */
@Repository
public class ChildrenStore {
    private final JdbcClient sql;

    public ChildrenStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The newest standing record of a feed that names that person, in whatever role. */
    public record Word(String person, String agency, String feed, Instant receivedAt) {
    }

    /** Those of the people who live and are members of the family, grown up or not. */
    public Set<String> membersAmong(Collection<String> people, long family) {
        return people.isEmpty() ? Set.of() : Set.copyOf(sql.sql("""
                SELECT ref FROM person WHERE ref IN (:refs) AND family_id = :family AND gone_into IS NULL AND summary ->> 'deceased' IS DISTINCT FROM 'true'
                """).param("refs", people).param("family", family).query(String.class).list());
    }

    /** By which feeds each of these people is known. */
    public List<Word> wordsOf(Collection<String> people) {
        return people.isEmpty() ? List.of() : sql.sql("""
                SELECT p.ref, r.agency, r.feed, max(r.received_at) AS received_at FROM person p JOIN link l ON l.person_id = p.id
                JOIN mention m ON m.id = l.mention_id JOIN record r ON r.id = m.record_id
                WHERE p.ref IN (:refs) AND r.is_current GROUP BY p.ref, r.agency, r.feed
                """).param("refs", people)
                .query((row, i) -> new Word(row.getString("ref"), row.getString("agency"), row.getString("feed"), Stamps.instant(row, "received_at"))).list();
    }
}
