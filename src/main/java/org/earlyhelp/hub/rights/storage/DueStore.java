package org.earlyhelp.hub.rights.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.rights.retain.Expiry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which records and mentions have run out. Counted from the last fact of the class that the agency gave about the person: one
 * newer keeps the older ones. Whatever names somebody protected is left. Thread-safe.
 */
@Repository
public class DueStore {
    private static final String ABOUT = "('CHILD', 'PUPIL', 'UNBORN', 'SUBJECT', 'VICTIM')";
    /** Items of one agency and class with whom they are about, and when each was so. */
    private static final String DUE = """
            WITH item AS (%s),
            last AS (SELECT standing_id, max(observed_at) AS at FROM item GROUP BY standing_id),
            kept AS (SELECT DISTINCT i.id FROM item i JOIN last USING (standing_id) WHERE last.at >= :before),
            due AS (SELECT DISTINCT ON (i.id) i.id, i.record_id, i.standing_id, i.observed_at FROM item i
                     WHERE i.observed_at < :before AND i.id NOT IN (SELECT id FROM kept)
                       AND NOT EXISTS (SELECT FROM mention m JOIN link l ON l.mention_id = m.id WHERE m.record_id = i.record_id AND l.person_id = ANY(:protected)))
            """;
    private static final String RECORDS = """
            SELECT r.id, r.id AS record_id, r.observed_at, s.standing_id FROM record r
              LEFT JOIN mention m ON m.record_id = r.id AND m.role IN %s LEFT JOIN link l ON l.mention_id = m.id
              LEFT JOIN person_standing s ON s.person_id = l.person_id WHERE r.agency = :agency AND\s""".formatted(ABOUT);
    private static final String MENTIONS = """
            SELECT m.id, r.id AS record_id, r.observed_at, s.standing_id FROM record r JOIN mention m ON m.record_id = r.id
              LEFT JOIN link l ON l.mention_id = m.id LEFT JOIN person_standing s ON s.person_id = l.person_id WHERE r.agency = :agency AND\s""";
    private final JdbcClient sql;

    DueStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** How much has run out; {@code oldest} is null when nothing has. */
    public record Due(long items, long people, LocalDate oldest) {
    }

    /** How much has run out, and from when the oldest is; the records in {@code keep} are left out. */
    public Due count(Expiry expiry, Collection<Long> keep) {
        return ask(expiry, keep, "SELECT count(*) AS items, count(DISTINCT standing_id) AS people, min(observed_at) AS oldest FROM due")
                .query((row, n) -> new Due(row.getLong("items"), row.getLong("people"), day(row.getTimestamp("oldest")))).single();
    }

    /** Ids of the oldest items, of records or of mentions as {@link Expiry} says, at most {@code limit}. */
    public List<Long> oldest(Expiry expiry, Collection<Long> keep, int limit) {
        return ask(expiry, keep, "SELECT id FROM due ORDER BY observed_at, id LIMIT :limit").param("limit", limit).query(Long.class).list();
    }

    private JdbcClient.StatementSpec ask(Expiry expiry, Collection<Long> keep, String question) {
        JdbcClient.StatementSpec spec = sql.sql(DUE.formatted(items(expiry)) + question).param("agency", expiry.agency())
                .param("before", Timestamp.from(London.startOf(expiry.before()))).param("protected", keep.toArray(Long[]::new));
        return expiry.isWholeRecord() ? spec.param("kind", expiry.factKind()) : spec;
    }

    private static String items(Expiry expiry) {
        return switch (expiry.dataClass()) {
            case FREE_TEXT -> RECORDS + "r.free_text IS NOT NULL";
            case CONTACT -> MENTIONS + "(jsonb_exists(m.person, 'phone') OR jsonb_exists(m.person, 'email'))";
            case ADDRESS -> MENTIONS + "jsonb_exists(m.person, 'address')";
            case ALLEGATION -> MENTIONS + "m.role = 'ALLEGED_PERPETRATOR'";
            default -> RECORDS + "r.fact_kind = :kind";
        };
    }

    /**
     * Everybody whose data stays whatever its age: who is held, by reference of person or family, and the families with an
     * open alert or whom a service works with.
     */
    public List<Long> kept(Collection<String> heldPeople, Collection<String> heldFamilies) {
        return sql.sql("""
                WITH RECURSIVE family_kept AS (
                    SELECT family_id AS id FROM alert WHERE status IN ('RAISED', 'ACKNOWLEDGED')
                    UNION SELECT p.family_id FROM person p JOIN link l ON l.person_id = p.id JOIN mention m ON m.id = l.mention_id JOIN record r ON r.id = m.record_id
                     WHERE r.is_current AND r.fact_kind = 'INVOLVEMENT' AND r.fact ->> 'closed' IS NULL AND p.family_id IS NOT NULL
                    UNION SELECT id FROM family WHERE ref = ANY(:families)),
                kept (id) AS (
                    SELECT id FROM person WHERE ref = ANY(:people) OR family_id IN (SELECT id FROM family_kept)
                    UNION SELECT p.id FROM person p JOIN kept ON p.gone_into = kept.id)
                SELECT id FROM kept""").param("people", heldPeople.toArray(String[]::new)).param("families", heldFamilies.toArray(String[]::new)).query(Long.class).list();
    }

    private static LocalDate day(Timestamp stamp) {
        return stamp == null ? null : London.dateOf(Instant.ofEpochMilli(stamp.getTime()));
    }
}
