package org.earlyhelp.hub.alert.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.alert.life.EvidenceState;
import org.earlyhelp.hub.alert.life.FollowUpClocks.Return;
import org.earlyhelp.hub.alert.message.PersonFlags;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.HealthFindings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads, of the rooms that hold records and people, what an alert must know of its evidence. Writes nothing. */
@Repository
public class EvidenceStore {
    private final JdbcClient sql;

    public EvidenceStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A record that refers a family: the sender's own reference of a missing notice or domestic-abuse referral, and whose account sent it last. */
    public record Referral(AccountName account, String sourceRef) {
    }

    /** The evidence as it stands now, by {@code agency/feed/ULID@version}; what is held no more is left out. */
    public Map<String, EvidenceState> look(Collection<String> evidence) {
        if (evidence.isEmpty()) {
            return Map.of();
        }
        Map<String, String> named = evidence.stream().distinct().collect(Collectors.toMap(EvidenceStore::recordRef, Function.identity(), (a, b) -> a));
        Map<String, EvidenceState> found = new HashMap<>();
        sql.sql("""
                SELECT r.id, r.ref, encode(r.fingerprint, 'hex') AS print, r.is_current, r.fact::text AS fact,
                       (SELECT l.fact::text FROM record l WHERE (l.agency, l.feed, l.source_ref) = (r.agency, r.feed, r.source_ref)
                        ORDER BY l.version DESC LIMIT 1) AS latest,
                       ARRAY(SELECT DISTINCT p.ref FROM mention m JOIN link k ON k.mention_id = m.id JOIN person p ON p.id = k.person_id
                             WHERE m.record_id = r.id) AS people
                FROM record r WHERE r.ref IN (:refs)
                """).param("refs", named.keySet()).query((row, i) -> Map.entry(named.get(row.getString("ref")), state(row)))
                .list().forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** Follows merges: the reference that stands now for each of these people, itself when nothing happened. */
    public Map<String, String> standingFor(Collection<String> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        return sql.sql("""
                WITH RECURSIVE way (start, id, gone_into) AS (
                    SELECT ref, id, gone_into FROM person WHERE ref IN (:refs)
                    UNION SELECT w.start, p.id, p.gone_into FROM way w JOIN person p ON p.id = w.gone_into)
                SELECT w.start, p.ref FROM way w JOIN person p ON p.id = w.id WHERE w.gone_into IS NULL
                """).param("refs", people).query((row, i) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
    }

    /** What a disclosure must know of these people. */
    public List<PersonFlags> flagsOf(Collection<String> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                SELECT p.ref, p.place_hidden, p.sealed,
                       (SELECT min(r.agency) FROM link k JOIN mention m ON m.id = k.mention_id JOIN record r ON r.id = m.record_id
                        WHERE k.person_id = p.id AND r.is_current AND m.person ->> 'nhsNumber' IS NOT NULL) AS numbered_by
                FROM person p WHERE p.ref IN (:refs) ORDER BY p.ref
                """).param("refs", people).query((row, i) -> new PersonFlags(row.getString("ref"), row.getBoolean("place_hidden"),
                        row.getBoolean("sealed"), row.getString("numbered_by"))).list();
    }

    /** Those of the evidence of which the person concerned says that it is wrong, whatever version of the record it is. */
    public Set<String> disputedAmong(Collection<String> evidence) {
        if (evidence.isEmpty()) {
            return Set.of();
        }
        Set<String> disputed = Set.copyOf(sql.sql("""
                SELECT DISTINCT o.ref FROM disputed_fact d JOIN record r ON r.ref = d.record
                  JOIN record o ON (o.agency, o.feed, o.source_ref) = (r.agency, r.feed, r.source_ref)
                 WHERE d.ended_at IS NULL AND o.ref IN (:refs)""").param("refs", evidence.stream().map(EvidenceStore::recordRef).toList()).query(String.class).list());
        return evidence.stream().filter(one -> disputed.contains(recordRef(one))).collect(Collectors.toSet());
    }

    /** Which referrals this evidence contains, each once. */
    public List<Referral> referralsIn(Collection<String> evidence) {
        if (evidence.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                SELECT DISTINCT ON (r.agency, r.source_ref) r.agency, d.sender, r.source_ref FROM record r JOIN delivery d ON d.id = r.delivery_id
                WHERE r.ref IN (:refs) AND r.fact_kind IN ('MISSING', 'DOMESTIC_ABUSE') ORDER BY r.agency, r.source_ref, r.version DESC, r.id DESC
                """).param("refs", evidence.stream().map(EvidenceStore::recordRef).toList())
                .query((row, i) -> new Referral(new AccountName(row.getString(1), row.getString(2)), row.getString(3))).list();
    }

    /** The children who came back from an episode of this evidence, by the highest version that says when; a cancelled notice tells none. */
    public List<Return> returnsIn(Collection<String> evidence) {
        if (evidence.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                WITH episode AS (SELECT DISTINCT agency, feed, source_ref FROM record WHERE ref IN (:refs) AND fact_kind = 'MISSING'),
                     latest AS (SELECT DISTINCT ON (r.agency, r.feed, r.source_ref) r.* FROM episode JOIN record r USING (agency, feed, source_ref)
                                ORDER BY r.agency, r.feed, r.source_ref, r.version DESC)
                SELECT DISTINCT p.ref, back.fact ->> 'returnedAt' AS returned FROM latest
                CROSS JOIN LATERAL (SELECT r.id, r.fact FROM record r WHERE (r.agency, r.feed, r.source_ref) = (latest.agency, latest.feed, latest.source_ref)
                                    AND r.fact ->> 'returnedAt' IS NOT NULL ORDER BY r.version DESC LIMIT 1) back
                JOIN mention m ON m.record_id = back.id AND m.role = 'CHILD' JOIN link k ON k.mention_id = m.id JOIN person p ON p.id = k.person_id
                WHERE latest.fact ->> 'kind' <> 'CANCELLED'
                """).param("refs", evidence.stream().map(EvidenceStore::recordRef).toList())
                .query((row, i) -> new Return(row.getString("ref"), Instant.parse(row.getString("returned")))).list();
    }

    private EvidenceState state(ResultSet row) throws SQLException {
        long record = row.getLong("id");
        var fact = CanonicalJson.readFact(row.getString("fact"));
        return new EvidenceState(row.getString("print"), row.getBoolean("is_current"), fact, CanonicalJson.readFact(row.getString("latest")),
                Set.copyOf(Arrays.asList((String[]) row.getArray("people").getArray())), marksOf(record),
                fact instanceof HealthFindings ? codesDeletedFor(record) : Set.of());
    }

    private Map<String, String> marksOf(long record) {
        return sql.sql("SELECT month::text, marks FROM attendance_month WHERE record_id = :record").param("record", record)
                .query((row, i) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Set<String> codesDeletedFor(long record) {
        return Set.copyOf(sql.sql("""
                SELECT DISTINCT f ->> 'code' FROM link mine JOIN mention here ON here.id = mine.mention_id AND here.record_id = :record
                JOIN link theirs ON theirs.person_id = mine.person_id JOIN mention there ON there.id = theirs.mention_id
                JOIN record r ON r.id = there.record_id AND r.fact_kind = 'HEALTH', jsonb_array_elements(r.fact -> 'findings') f
                WHERE (f ->> 'deleted')::boolean
                """).param("record", record).query(String.class).list());
    }

    private static String recordRef(String evidence) {
        return evidence.substring(evidence.lastIndexOf('/') + 1, evidence.lastIndexOf('@'));
    }
}
