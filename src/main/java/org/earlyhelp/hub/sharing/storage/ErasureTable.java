package org.earlyhelp.hub.sharing.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.earlyhelp.hub.sharing.log.EntryColumns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Entries about people who are erased. In the transaction at hand. Thread-safe. */
@Repository
public class ErasureTable {
    static final String COLUMNS = "id, act, at, kind, person, recipient, agreement, source, purpose, basis, who, channel, standing, level, withheld, classes";

    private final JdbcTemplate jdbc;

    public ErasureTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry about one of them; {@code index} is null while it has no place in the log. */
    public record About(long ordinal, Long index, EntryColumns columns) {
    }

    /** All entries about these people that say something, locked, in the order of their places. */
    public List<About> about(Collection<String> persons) {
        return jdbc.query("SELECT ordinal, leaf, " + COLUMNS + " FROM sharing_entry LEFT JOIN sharing_leaf USING (ordinal) "
                + "WHERE person = ANY (?) ORDER BY leaf FOR UPDATE OF sharing_entry", (row, number) ->
                new About(row.getLong("ordinal"), row.getObject("leaf", Long.class), columns(row)), new Object[] {persons.toArray(String[]::new)});
    }

    /** How many entries are about these people. */
    public long count(Collection<String> persons) {
        Long count = jdbc.queryForObject("SELECT count(*) FROM sharing_entry WHERE person = ANY (?)", Long.class, new Object[] {persons.toArray(String[]::new)});
        return count == null ? 0 : count;
    }

    /** Takes away what the entries say, their salts and keys, and whom they are about. */
    public void erase(Collection<Long> ordinals) {
        jdbc.update("UPDATE sharing_entry SET sealed = NULL, salt = NULL, person = NULL WHERE ordinal = ANY (?)", new Object[] {ordinals.toArray(Long[]::new)});
    }

    /** The plain columns of a row of sharing_entry. */
    static EntryColumns columns(ResultSet row) throws SQLException {
        return new EntryColumns(row.getString("id"), row.getString("act"), row.getTimestamp("at").toInstant().toString(), row.getString("kind"), row.getString("person"),
                row.getString("recipient"), row.getString("agreement"), row.getString("source"), row.getString("purpose"), row.getString("basis"), row.getString("who"),
                row.getString("channel"), row.getString("standing"), row.getObject("level", Integer.class), row.getInt("withheld"), row.getString("classes"));
    }
}
