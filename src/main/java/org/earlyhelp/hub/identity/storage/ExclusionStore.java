package org.earlyhelp.hub.identity.storage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pairs of people who are kept apart: the table identity_exclusion. All methods join the caller's transaction. */
@Component
public class ExclusionStore {
    private final JdbcClient sql;
    private final JdbcTemplate jdbc;

    ExclusionStore(JdbcClient sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** Keeps two people apart for good, or no longer. */
    public void keepApart(long one, long other, boolean apart) {
        String statement = apart ? """
                INSERT INTO identity_exclusion (person_id, other_id) VALUES (?, ?)
                ON CONFLICT (person_id, other_id) DO UPDATE SET carried_from = NULL"""
                : "DELETE FROM identity_exclusion WHERE person_id = ? AND other_id = ?";
        jdbc.batchUpdate(statement, List.of(new Object[] {one, other}, new Object[] {other, one}));
    }

    /** Whoever is kept apart from a person merged away is kept apart from the one who stands for them. */
    public void carryApart(long gone, long kept) {
        sql.sql("""
                INSERT INTO identity_exclusion (person_id, other_id, carried_from)
                SELECT :kept::bigint, other_id, :gone::bigint FROM identity_exclusion WHERE person_id = :gone AND other_id <> :kept
                UNION ALL SELECT other_id, :kept::bigint, :gone::bigint FROM identity_exclusion WHERE person_id = :gone AND other_id <> :kept
                ON CONFLICT DO NOTHING""").param("kept", kept).param("gone", gone).update();
    }

    /** Takes back what {@link #carryApart} did, and returns from whom the person is still kept apart. */
    public Set<Long> dropCarried(long gone, long kept) {
        sql.sql("DELETE FROM identity_exclusion WHERE carried_from = :gone AND (person_id = :kept OR other_id = :kept)")
                .param("kept", kept).param("gone", gone).update();
        sql.sql("SELECT id FROM person WHERE gone_into = ?").param(kept).query(Long.class).list().forEach(other -> carryApart(other, kept));
        return new HashSet<>(sql.sql("SELECT other_id FROM identity_exclusion WHERE person_id = ?").param(kept).query(Long.class).list());
    }
}
