package org.earlyhelp.hub.identity.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.identity.PersonMentions;
import org.earlyhelp.hub.linkage.Reason;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what records say of a person. */
@Repository
class StoredPersonMentions implements PersonMentions {
    private static final String SAID = """
            SELECT m.id, r.agency || '/' || r.feed || '/' || r.ref || '@' || r.version AS record, r.agency, m.role, r.observed_at, r.is_current,
                   l.match, l.reason, p.ref, m.person
            FROM link l JOIN mention m ON m.id = l.mention_id JOIN record r ON r.id = m.record_id JOIN person p ON p.id = l.person_id
            WHERE m.role <> 'ALLEGED_PERPETRATOR'\s""";
    private final JdbcClient sql;

    StoredPersonMentions(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Said> of(String person, int limit) {
        return sql.sql(SAID + "AND p.ref = ? ORDER BY r.is_current DESC, r.observed_at DESC, m.id LIMIT ?").params(person, limit)
                .query(StoredPersonMentions::said).list();
    }

    @Override
    public List<String> mergedInto(String person) {
        return sql.sql("SELECT g.ref FROM person g JOIN person p ON p.id = g.gone_into WHERE p.ref = ? ORDER BY g.id DESC").param(person).query(String.class).list();
    }

    @Override
    public Optional<Said> find(long mention) {
        return sql.sql(SAID + "AND m.id = ?").param(mention).query(StoredPersonMentions::said).optional();
    }

    private static Said said(ResultSet row, int number) throws SQLException {
        return new Said(row.getLong("id"), row.getString("record"), row.getString("agency"), Role.valueOf(row.getString("role")),
                Rows.instant(row, "observed_at"), row.getBoolean("is_current"), row.getString("match"), sentence(row.getString("reason")),
                row.getString("ref"), CanonicalJson.readPerson(row.getString("person")));
    }

    /** A reason of other rules than today's has no sentence any more. */
    static String sentence(String reason) {
        for (Reason known : Reason.values()) {
            if (known.name().equals(reason)) {
                return known.sentence();
            }
        }
        return "By a rule that is no longer in use.";
    }
}
