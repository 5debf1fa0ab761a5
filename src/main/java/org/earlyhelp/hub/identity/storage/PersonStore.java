package org.earlyhelp.hub.identity.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.earlyhelp.hub.identity.household.FamilyRole;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.person.CanonicalJson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People and links. Written in batches: a first load brings a borough at once. */
@Component
public class PersonStore {
    private final JdbcClient sql;
    private final JdbcTemplate jdbc;

    PersonStore(JdbcClient sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** Ids for that many new people. */
    public List<Long> newIds(int count) {
        return sql.sql("SELECT nextval(pg_get_serial_sequence('person', 'id')) FROM generate_series(1, ?)").param(count).query(Long.class).list();
    }

    /** Stores new people and returns their references by id. */
    public Map<Long, String> insert(List<Long> ids, Instant at) {
        List<String> refs = freshRefs("SELECT ref FROM person WHERE ref = ANY(?)", ids.size(), Ids::personRef);
        Map<Long, String> refById = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            refById.put(ids.get(i), refs.get(i));
        }
        jdbc.batchUpdate("INSERT INTO person (id, ref, created_at) OVERRIDING SYSTEM VALUE VALUES (?, ?, ?)",
                refById.entrySet().stream().map(it -> new Object[] {it.getKey(), it.getValue(), Rows.stamp(at)}).toList());
        return refById;
    }

    /** References nobody has; six letters collide now and then in a borough. */
    List<String> freshRefs(String query, int count, Supplier<String> maker) {
        Set<String> fresh = new HashSet<>();
        while (fresh.size() < count) {
            Set<String> wanted = new HashSet<>();
            while (wanted.size() + fresh.size() < count) {
                wanted.add(maker.get());
            }
            sql.sql(query).param(wanted.toArray(String[]::new)).query(String.class).list().forEach(wanted::remove);
            fresh.addAll(wanted);
        }
        return new ArrayList<>(fresh);
    }

    /** Writes links, new or moved. */
    public void link(Collection<NewLink> links, Instant at) {
        jdbc.batchUpdate("""
                INSERT INTO link (mention_id, person_id, match, reason, fingerprint, decided_at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (mention_id) DO UPDATE SET person_id = excluded.person_id, match = excluded.match, reason = excluded.reason,
                    fingerprint = excluded.fingerprint, decided_at = excluded.decided_at""",
                links.stream().map(it -> new Object[] {it.mention(), it.person(), it.match().name(), it.reason().name(), it.fingerprint(),
                        Rows.stamp(at)}).toList());
    }

    /** Moves mentions to another person; match and reason stay as they were. */
    public void move(Collection<Long> mentions, long person) {
        sql.sql("UPDATE link SET person_id = ? WHERE mention_id = ANY(?)").params(person, Rows.ids(mentions)).update();
    }

    /** Notes that a person was merged; with null, that the person stands again. */
    public void goneInto(long gone, Long kept) {
        sql.sql("UPDATE person SET gone_into = ?, family_id = CASE WHEN ?::bigint IS NULL THEN family_id END, "
                + "family_role = CASE WHEN ?::bigint IS NULL THEN family_role END WHERE id = ?").params(kept, kept, kept, gone).update();
    }

    /** Puts a person into a family by hand, before families are composed again. */
    public void placeIn(long person, Long family) {
        sql.sql("UPDATE person SET family_id = ? WHERE id = ?").params(family, person).update();
    }

    /** Whether nobody is in the family. */
    public boolean isEmpty(long family) {
        return sql.sql("SELECT NOT EXISTS (SELECT FROM person WHERE family_id = ?)").param(family).query(Boolean.class).single();
    }

    /** The person standing under a reference: known and not merged away. */
    public Optional<Long> standing(String ref) {
        return sql.sql("SELECT id FROM person WHERE ref = ? AND gone_into IS NULL").param(ref).query(Long.class).optional();
    }

    /** Who stands for a person by now: the person, or whoever it was merged into in the end. */
    public long standing(long person) {
        return sql.sql("""
                WITH RECURSIVE way (id, gone_into) AS (SELECT id, gone_into FROM person WHERE id = ?
                    UNION SELECT p.id, p.gone_into FROM way w JOIN person p ON p.id = w.gone_into)
                SELECT id FROM way WHERE gone_into IS NULL""").param(person).query(Long.class).single();
    }

    /** The id of {@code gone} if it was merged into {@code kept}. */
    public Optional<Long> mergedInto(String gone, String kept) {
        return sql.sql("SELECT g.id FROM person g JOIN person k ON k.id = g.gone_into WHERE g.ref = ? AND k.ref = ?").params(gone, kept)
                .query(Long.class).optional();
    }

    /** The reference of a person who is known, merged away or not. */
    public String ref(long person) {
        return sql.sql("SELECT ref FROM person WHERE id = ?").param(person).query(String.class).single();
    }

    /** People, as they stand, whose data is used only to keep a child safe. */
    public Set<Long> restricted() {
        return Set.copyOf(sql.sql("""
                WITH RECURSIVE way (id, gone_into) AS (
                    SELECT p.id, p.gone_into FROM person_restriction r JOIN person p ON p.id = r.person_id WHERE r.ended_at IS NULL
                    UNION SELECT p.id, p.gone_into FROM way w JOIN person p ON p.id = w.gone_into)
                SELECT id FROM way WHERE gone_into IS NULL""").query(Long.class).list());
    }

    /** Notes a restriction under the reference of the request it was granted on. */
    public void restrict(String request, long person, Instant at) {
        sql.sql("INSERT INTO person_restriction (ref, person_id, since) VALUES (?, ?, ?)").params(request, person, Rows.stamp(at)).update();
    }

    /** Ends a restriction; empty when none stood, else the person, as they stand, of whom it was. */
    public Optional<Long> lift(String request, Instant at) {
        return sql.sql("UPDATE person_restriction SET ended_at = ? WHERE ref = ? AND ended_at IS NULL RETURNING person_id").params(Rows.stamp(at), request).query(Long.class).optional()
                .map(this::standing);
    }

    /** Once set it stays: only two people together may open an identity again. */
    public void seal(long person) {
        sql.sql("UPDATE person SET sealed = true WHERE id = ?").param(person).update();
    }

    /** Hides the place of a person made out of another one whose place is hidden: only two people together show it again. */
    public void hideLike(long person, long origin) {
        sql.sql("UPDATE person SET place_hidden = place_hidden OR (SELECT place_hidden FROM person WHERE id = ?) WHERE id = ?").params(origin, person).update();
    }

    /** Lets places be shown that only a merge had hidden; composing the families anew hides again what must be. */
    public void showAgain(Collection<Long> people) {
        sql.sql("UPDATE person SET place_hidden = false WHERE id = ANY(?)").param(Rows.ids(people)).update();
    }

    /** The given people as stored, by id. */
    public Map<Long, PersonRow> read(Collection<Long> people) {
        Map<Long, PersonRow> rows = new LinkedHashMap<>();
        sql.sql("SELECT id, ref, family_id, family_role, place_hidden, summary FROM person WHERE id = ANY(?) ORDER BY id").param(Rows.ids(people)).query(row -> {
            String role = row.getString("family_role");
            rows.put(row.getLong("id"), new PersonRow(row.getLong("id"), row.getString("ref"), row.getObject("family_id", Long.class),
                    role == null ? null : FamilyRole.valueOf(role), row.getBoolean("place_hidden"), CanonicalJson.readPerson(row.getString("summary"))));
        });
        return rows;
    }

    /** Writes what changed about people; a hidden place is never shown again by a machine. */
    public void update(Collection<PersonRow> people) {
        jdbc.batchUpdate("UPDATE person SET family_id = ?, family_role = ?, place_hidden = place_hidden OR ?, summary = ?::jsonb WHERE id = ?",
                people.stream().map(it -> new Object[] {it.family(), it.role() == null ? null : it.role().name(), it.placeHidden(),
                        CanonicalJson.write(it.summary()), it.id()}).toList());
    }

    /** People who stand in a family of one of the given people, these included. */
    public Set<Long> withFamilies(Collection<Long> people) {
        Set<Long> all = new HashSet<>(people);
        all.addAll(sql.sql("SELECT id FROM person WHERE family_id IN (SELECT family_id FROM person WHERE id = ANY(?))")
                .param(Rows.ids(people)).query(Long.class).list());
        return all;
    }
}
