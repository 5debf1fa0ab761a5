package org.earlyhelp.hub.identity.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.identity.household.Kin;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.person.Relationship;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Families, who is parent or carer of whom, and the families that wait for an assessment. */
@Component
public class FamilyStore {
    private final JdbcClient sql;
    private final JdbcTemplate jdbc;
    private final PersonStore people;

    FamilyStore(JdbcClient sql, JdbcTemplate jdbc, PersonStore people) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.people = people;
    }

    /** Makes that many new families and returns their references by id. */
    public Map<Long, String> create(int count, Instant at) {
        List<Long> ids = sql.sql("SELECT nextval(pg_get_serial_sequence('family', 'id')) FROM generate_series(1, ?)").param(count).query(Long.class).list();
        List<String> refs = people.freshRefs("SELECT ref FROM family WHERE ref = ANY(?)", count, Ids::familyRef);
        Map<Long, String> made = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            made.put(ids.get(i), refs.get(i));
        }
        jdbc.batchUpdate("INSERT INTO family (id, ref, created_at) OVERRIDING SYSTEM VALUE VALUES (?, ?, ?)",
                made.entrySet().stream().map(it -> new Object[] {it.getKey(), it.getValue(), Rows.stamp(at)}).toList());
        return made;
    }

    /** References of families by id. */
    public Map<Long, String> refs(Collection<Long> families) {
        Map<Long, String> refs = new LinkedHashMap<>();
        sql.sql("SELECT id, ref FROM family WHERE id = ANY(?)").param(Rows.ids(families)).query(row -> {
            refs.put(row.getLong(1), row.getString(2));
        });
        return refs;
    }

    /** Notes that a family ended in another. */
    public void goneInto(long gone, long kept) {
        sql.sql("UPDATE family SET gone_into = ? WHERE id = ?").params(kept, gone).update();
    }

    /** Lets a family that ended stand again; false when it stands anyway. */
    public boolean revive(long family) {
        return sql.sql("UPDATE family SET gone_into = NULL WHERE id = ? AND gone_into IS NOT NULL").param(family).update() > 0;
    }

    /** Makes the kinship among {@code people} what {@code kin} says, touching only what differs. */
    public void setKin(Set<Long> people, Collection<Kin> kin) {
        Map<String, Kin> before = new LinkedHashMap<>();
        sql.sql("SELECT child_id, adult_id, relationship, resident, certain FROM kinship WHERE child_id = ANY(?) AND adult_id = ANY(?)")
                .params(Rows.ids(people), Rows.ids(people)).query(row -> {
                    Kin one = new Kin(row.getLong(1), row.getLong(2), Relationship.valueOf(row.getString(3)), row.getBoolean(4), row.getBoolean(5));
                    before.put(key(one), one);
                });
        List<Kin> changed = kin.stream().filter(it -> !it.equals(before.get(key(it)))).toList();
        kin.forEach(it -> before.remove(key(it)));
        jdbc.batchUpdate("DELETE FROM kinship WHERE child_id = ? AND adult_id = ?",
                before.values().stream().map(it -> new Object[] {it.child(), it.adult()}).toList());
        jdbc.batchUpdate("""
                INSERT INTO kinship (child_id, adult_id, relationship, resident, certain) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (child_id, adult_id) DO UPDATE SET relationship = excluded.relationship, resident = excluded.resident,
                    certain = excluded.certain""",
                changed.stream().map(it -> new Object[] {it.child(), it.adult(), it.relationship().name(), it.resident(), it.certain()}).toList());
    }

    /** Forgets all kinship of a person who was merged into another. */
    public void forgetKin(long person) {
        sql.sql("DELETE FROM kinship WHERE child_id = ? OR adult_id = ?").params(person, person).update();
    }

    /** Lets families wait for an assessment; one that already waits becomes urgent if one of both is. */
    public void queue(Map<Long, Boolean> urgencyByFamily) {
        jdbc.batchUpdate("""
                INSERT INTO family_work (family_id, urgent) VALUES (?, ?)
                ON CONFLICT (family_id) DO UPDATE SET urgent = family_work.urgent OR excluded.urgent, queued = DEFAULT""",
                urgencyByFamily.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(it -> new Object[] {it.getKey(), it.getValue()}).toList());
    }

    private static String key(Kin kin) {
        return kin.child() + "|" + kin.adult();
    }
}
