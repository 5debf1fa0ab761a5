package org.earlyhelp.hub.web.why.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and families by reference. */
public final class PeopleFacts {
    private final JdbcClient sql;

    public PeopleFacts(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** Whom a reference is of; {@code goneInto} and {@code family} are null when there is none. */
    public record Person(long id, String ref, Instant createdAt, String role, String goneInto, Long familyId, String family, boolean restricted) {
    }

    /** A family; {@code level} is 0 while it was never assessed. */
    public record Family(long id, String ref, Instant createdAt, String goneInto, int level, Instant assessedAt, Instant lookAgainAt, boolean waits) {
    }

    /** A record in which somebody is mentioned. */
    public record Mention(String evidence, String role, String match, Instant at) {
    }

    /** A step of an identity. */
    public record Event(String kind, String kept, String gone, Instant at) {
    }

    /** A need that holds by the last assessment. */
    public record HeldNeed(String person, String code, String grade, String agency, LocalDate firstOn, LocalDate lastOn) {
    }

    /** A need that began or ended. */
    public record Change(String code, boolean holds, Instant at) {
    }

    /** What somebody has to look at. */
    public record Finding(String room, String code, Instant at) {
    }

    /** The person of that reference, merged away or not. */
    public Optional<Person> person(String ref) {
        return sql.sql("""
                SELECT p.id, p.ref, p.created_at, p.family_role, g.ref AS gone, p.family_id, f.ref AS family,
                       EXISTS (SELECT FROM person_restriction r WHERE r.person_id = p.id AND r.ended_at IS NULL) AS restricted
                  FROM person p LEFT JOIN person g ON g.id = p.gone_into LEFT JOIN family f ON f.id = p.family_id WHERE p.ref = ?""").param(ref)
                .query((row, n) -> new Person(row.getLong("id"), row.getString("ref"), Rows.instant(row, "created_at"), row.getString("family_role"), row.getString("gone"),
                        row.getObject("family_id", Long.class), row.getString("family"), row.getBoolean("restricted"))).optional();
    }

    /** The family of that reference, gone into another or not. */
    public Optional<Family> family(String ref) {
        return sql.sql("""
                SELECT f.id, f.ref, f.created_at, g.ref AS gone, coalesce(l.level, 0) AS level, l.assessed_at, l.look_again_at,
                       EXISTS (SELECT FROM family_work w WHERE w.family_id = f.id) AS waits
                  FROM family f LEFT JOIN family g ON g.id = f.gone_into LEFT JOIN family_level l ON l.family_id = f.id WHERE f.ref = ?""").param(ref)
                .query((row, n) -> new Family(row.getLong("id"), row.getString("ref"), Rows.instant(row, "created_at"), row.getString("gone"), row.getInt("level"),
                        Rows.instant(row, "assessed_at"), Rows.instant(row, "look_again_at"), row.getBoolean("waits"))).optional();
    }

    /** Whether somebody of these, or of their families, has a place that is hidden. */
    public boolean isAPlaceHidden(List<String> refs) {
        return sql.sql("""
                SELECT EXISTS (SELECT FROM person asked JOIN person p ON p.id = asked.id OR p.family_id = asked.family_id
                                WHERE asked.ref = ANY (?) AND p.place_hidden)""").param(refs.toArray(String[]::new)).query(Boolean.class).single();
    }

    /** References of the members, children first. */
    public List<String> members(long family) {
        return sql.sql("SELECT ref FROM person WHERE family_id = ? AND gone_into IS NULL ORDER BY family_role <> 'CHILD', ref").param(family).query(String.class).list();
    }

    /** Where records speak of the person. */
    public List<Mention> mentions(long person, int limit) {
        return sql.sql("""
                SELECT r.agency || '/' || r.feed || '/' || r.ref || '@' || r.version AS evidence, m.role, l.match, l.decided_at
                  FROM link l JOIN mention m ON m.id = l.mention_id JOIN record r ON r.id = m.record_id WHERE l.person_id = ? ORDER BY l.decided_at DESC, r.id DESC LIMIT ?""")
                .params(person, limit).query((row, n) -> new Mention(row.getString("evidence"), row.getString("role"), row.getString("match"), Rows.instant(row, "decided_at"))).list();
    }

    /** Merges and splits of a person or family, the newest first. */
    public List<Event> events(String ref, int limit) {
        return sql.sql("SELECT kind, kept, gone, at FROM identity_event WHERE kept = ? OR gone = ? ORDER BY id DESC LIMIT ?").params(ref, ref, limit)
                .query((row, n) -> new Event(row.getString("kind"), row.getString("kept"), row.getString("gone"), Rows.instant(row, "at"))).list();
    }

    /** The needs that hold now, by person and code. */
    public List<HeldNeed> needs(long family) {
        return sql.sql("SELECT p.ref, n.code, n.grade, n.agency, n.first_on, n.last_on FROM need n JOIN person p ON p.id = n.person_id WHERE n.family_id = ? ORDER BY 1, 2, 4")
                .param(family).query((row, n) -> new HeldNeed(row.getString("ref"), row.getString("code"), row.getString("grade"), row.getString("agency"),
                        row.getObject("first_on", LocalDate.class), row.getObject("last_on", LocalDate.class))).list();
    }

    /** When needs of the person began and ended to hold, the newest first. */
    public List<Change> changes(long person, int limit) {
        return sql.sql("SELECT code, holds, at FROM need_change WHERE person_id = ? ORDER BY id DESC LIMIT ?").params(person, limit)
                .query((row, n) -> new Change(row.getString("code"), row.getBoolean("holds"), Rows.instant(row, "at"))).list();
    }

    /** Open findings about the reference itself. */
    public List<Finding> findings(String ref) {
        return sql.sql("SELECT room, code, raised_at FROM finding WHERE about = ? AND closed_at IS NULL ORDER BY id").param(ref)
                .query((row, n) -> new Finding(row.getString("room"), row.getString("code"), Rows.instant(row, "raised_at"))).list();
    }

    /** Pairs that a steward has still to decide on and that the person is one of. */
    public long openReviews(long person) {
        return sql.sql("SELECT count(*) FROM review_pair WHERE state IN ('OPEN', 'WAITING') AND (one_id = ? OR other_id = ?)").params(person, person).query(Long.class).single();
    }

    /** Records about the family's people that nobody has matched again since they changed. */
    public long recordsWaiting(long family) {
        return sql.sql("""
                SELECT count(DISTINCT w.record_id) FROM record_work w JOIN mention m ON m.record_id = w.record_id JOIN link l ON l.mention_id = m.id
                  JOIN person p ON p.id = l.person_id WHERE p.family_id = ?""").param(family).query(Long.class).single();
    }

    /** Feeds that the family's records came from, {@code agency/feed}. */
    public List<String> feeds(long family) {
        return sql.sql("""
                SELECT DISTINCT r.agency || '/' || r.feed FROM person p JOIN link l ON l.person_id = p.id JOIN mention m ON m.id = l.mention_id JOIN record r ON r.id = m.record_id
                 WHERE p.family_id = ? ORDER BY 1""").param(family).query(String.class).list();
    }
}
