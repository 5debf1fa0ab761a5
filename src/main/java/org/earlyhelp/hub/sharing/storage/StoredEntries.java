package org.earlyhelp.hub.sharing.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.LoggedEntry;
import org.earlyhelp.hub.sharing.SharingLog;
import org.earlyhelp.hub.sharing.seal.EntrySeal;
import org.earlyhelp.hub.sharing.seal.Unsealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the sharing log. */
@Repository
class StoredEntries implements SharingLog {
    private static final String SELECT = "SELECT ordinal, id, act, kind, person, recipient, agreement, source, purpose, basis, who, channel, standing, level, "
            + "sealed, at, leaf FROM sharing_entry LEFT JOIN sharing_leaf USING (ordinal) ";

    private final JdbcClient sql;
    private final EntrySeal seal;

    StoredEntries(JdbcClient sql, EntrySeal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    @Override
    public List<LoggedEntry> before(long ordinal, int limit) {
        return sql.sql(SELECT + "WHERE ordinal < ? ORDER BY ordinal DESC LIMIT ?").param(ordinal).param(limit)
                .query(this::entry).list();
    }

    @Override
    public List<LoggedEntry> aboutBefore(String person, long ordinal, int limit) {
        return sql.sql(SELECT + "WHERE person = ? AND ordinal < ? ORDER BY ordinal DESC LIMIT ?").param(person).param(ordinal).param(limit)
                .query(this::entry).list();
    }

    @Override
    public Optional<LoggedEntry> find(String id) {
        return sql.sql(SELECT + "WHERE id = ?").param(id).query(this::entry).optional();
    }

    private LoggedEntry entry(ResultSet row, int number) throws SQLException {
        return new LoggedEntry(row.getLong("ordinal"), row.getString("id"), row.getString("act"), ActKind.valueOf(row.getString("kind")),
                row.getString("person"), row.getString("recipient"), row.getString("agreement"), row.getString("source"),
                row.getString("purpose"), row.getString("basis"), row.getString("who"), row.getString("channel"), row.getString("standing"),
                row.getObject("level", Integer.class), payload(row), row.getTimestamp("at").toInstant(), row.getObject("leaf", Long.class));
    }

    private String payload(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("sealed");
        return sealed != null && seal.open(row.getString("id"), sealed) instanceof Unsealed.Open open ? open.payload() : null;
    }
}
