package org.earlyhelp.hub.identity.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.identity.PersonReferences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Follows merges both ways and partings one step back. */
@Repository
class StoredPersonReferences implements PersonReferences {
    private static final String ALL = """
            WITH RECURSIVE up (id, gone_into) AS (
                SELECT id, gone_into FROM person WHERE ref = :ref
                UNION SELECT p.id, p.gone_into FROM person p JOIN up ON p.id = up.gone_into),
            own (id, ref, standing) AS (
                SELECT p.id, p.ref, true FROM person p JOIN up ON p.id = up.id WHERE up.gone_into IS NULL
                UNION SELECT p.id, p.ref, false FROM person p JOIN own ON p.gone_into = own.id),
            parted AS (
                SELECT e.kept AS ref, max(e.at) AS until, coalesce(min(m.at), '-infinity') AS since
                FROM own JOIN identity_event e ON e.gone = own.ref AND e.kind IN ('unmerged', 'split', 'moved')
                LEFT JOIN identity_event m ON m.kind = 'merged' AND m.kept = e.kept AND m.gone = e.gone AND m.id < e.id
                WHERE NOT EXISTS (SELECT FROM own o WHERE o.ref = e.kept)
                GROUP BY e.kept)
            SELECT * FROM (
                SELECT ref, NULL::timestamptz AS since, NULL::timestamptz AS until, CASE WHEN standing THEN 'OWN' ELSE 'MERGED' END AS reason FROM own
                UNION ALL SELECT ref, nullif(since, '-infinity'), until, 'SHARED' FROM parted) held
            ORDER BY reason = 'OWN' DESC, reason, ref LIMIT :limit""";
    private final JdbcClient sql;

    StoredPersonReferences(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Held> of(String ref) {
        return sql.sql(ALL).param("ref", ref).param("limit", LIMIT).query(StoredPersonReferences::held).list();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(row.getString("ref"), instant(row.getTimestamp("since")), instant(row.getTimestamp("until")), Reason.valueOf(row.getString("reason")));
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
