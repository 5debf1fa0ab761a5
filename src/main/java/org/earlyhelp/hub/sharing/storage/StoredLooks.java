package org.earlyhelp.hub.sharing.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.audit.Looks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads looks by account and time. */
@Repository
class StoredLooks implements Looks {
    private static final String LOOKED = "who IS NOT NULL AND kind IN ('VIEWED', 'BREAK_GLASS') AND at >= ? AND at < ?";
    private final JdbcClient sql;

    StoredLooks(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<String> accounts(Instant from, Instant to) {
        return sql.sql("SELECT DISTINCT who FROM sharing_entry WHERE " + LOOKED + " ORDER BY who").params(stamp(from), stamp(to)).query(String.class).list();
    }

    @Override
    public List<Look> of(String account, Instant from, Instant to) {
        return sql.sql("SELECT * FROM (SELECT who, recipient, kind, channel, act, person, min(at) AS at, min(id) AS entry FROM sharing_entry WHERE " + LOOKED
                        + " AND who = ? GROUP BY who, recipient, kind, channel, act, person ORDER BY at DESC, entry DESC LIMIT ?) newest ORDER BY at, entry")
                .params(stamp(from), stamp(to), account, LIMIT).query(StoredLooks::look).list();
    }

    @Override
    public Set<String> answeredAbout(String account, Instant from, Instant to) {
        return new HashSet<>(sql.sql("SELECT DISTINCT person FROM sharing_entry WHERE " + LOOKED + " AND who = ? AND channel = '/search' AND person IS NOT NULL")
                .params(stamp(from), stamp(to), account).query(String.class).list());
    }

    private static Look look(ResultSet row, int number) throws SQLException {
        return new Look(row.getString("who"), row.getString("recipient"), ActKind.valueOf(row.getString("kind")), row.getString("channel"), row.getString("act"),
                row.getString("person"), row.getTimestamp("at").toInstant(), row.getString("entry"));
    }

    private static Timestamp stamp(Instant at) {
        return Timestamp.from(at);
    }
}
