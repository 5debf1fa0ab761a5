package org.earlyhelp.hub.need.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.need.engine.FamilyFacts;
import org.earlyhelp.hub.need.engine.FamilyFacts.Kin;
import org.earlyhelp.hub.need.engine.HeldFacts;
import org.earlyhelp.hub.need.engine.HeldRecord;
import org.earlyhelp.hub.need.engine.Member;
import org.earlyhelp.hub.person.CanonicalJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the facts of many families in a handful of statements. Writes nothing. */
@Repository
public class FamilyFactsStore {
    private final JdbcClient sql;
    private final RecordReader records;

    FamilyFactsStore(JdbcClient sql) {
        this.sql = sql;
        this.records = new RecordReader(sql);
    }

    /**
     * The facts of those of the families that still stand, by id; marks from {@code marksSince} on.
     *
     * @param withRegisterEnds also until when each school has sent marks, a wider look that only some rules need
     */
    public Map<Long, FamilyFacts> facts(Collection<Long> families, LocalDate marksSince, boolean withRegisterEnds) {
        Map<Long, String> refs = refs(families);
        Map<Long, List<Member>> members = members(refs.keySet());
        Map<Long, List<Kin>> kinship = kinship(ids(members));
        Map<Long, List<HeldRecord>> byPerson = records.byPerson(peopleOf(members, kinship));
        HeldFacts held = new HeldFacts(byPerson, records.marks(byPerson, marksSince), withRegisterEnds ? records.registerEnds(byPerson) : Map.of());
        Map<Long, FamilyFacts> facts = new LinkedHashMap<>();
        Set<Long> restricted = restricted();
        refs.forEach((family, ref) -> {
            List<Member> ofFamily = members.getOrDefault(family, List.of());
            facts.put(family, held.of(family, ref, ofFamily, kinship).restricting(restrictedOf(ofFamily, restricted)));
        });
        return facts;
    }

    /** References of those of the families that still stand. */
    public Map<Long, String> refs(Collection<Long> families) {
        Map<Long, String> refs = new LinkedHashMap<>();
        sql.sql("SELECT id, ref FROM family WHERE id = ANY (?) AND gone_into IS NULL ORDER BY id").param(Rows.ids(families)).query(row -> {
            refs.put(row.getLong("id"), row.getString("ref"));
        });
        return refs;
    }

    private Map<Long, List<Member>> members(Collection<Long> families) {
        Map<Long, List<Member>> members = new HashMap<>();
        sql.sql("""
                SELECT id, ref, family_id, family_role, sealed, place_hidden, summary FROM person
                 WHERE family_id = ANY (?) AND gone_into IS NULL ORDER BY id""").param(Rows.ids(families)).query(row -> {
                    members.computeIfAbsent(row.getLong("family_id"), none -> new ArrayList<>()).add(member(row));
                });
        return members;
    }

    private static Member member(ResultSet row) throws SQLException {
        return Member.of(row.getLong("id"), row.getString("ref"), "CHILD".equals(row.getString("family_role")), CanonicalJson.readPerson(row.getString("summary")),
                row.getBoolean("place_hidden"), row.getBoolean("sealed"));
    }

    /** Few: everybody whose data is used only to keep a child safe, as they stand. */
    private Set<Long> restricted() {
        return Set.copyOf(sql.sql("""
                WITH RECURSIVE way (id, gone_into) AS (
                    SELECT p.id, p.gone_into FROM person_restriction r JOIN person p ON p.id = r.person_id WHERE r.ended_at IS NULL
                    UNION SELECT p.id, p.gone_into FROM way w JOIN person p ON p.id = w.gone_into)
                SELECT id FROM way WHERE gone_into IS NULL""").query(Long.class).list());
    }

    private static Set<Long> restrictedOf(List<Member> members, Set<Long> restricted) {
        return members.stream().map(Member::id).filter(restricted::contains).collect(Collectors.toSet());
    }

    private Map<Long, List<Kin>> kinship(Collection<Long> people) {
        Map<Long, List<Kin>> kinship = new HashMap<>();
        sql.sql("""
                SELECT child_id, adult_id, resident, certain FROM kinship
                 WHERE child_id = ANY (?) AND relationship IN ('MOTHER', 'FATHER', 'CARER', 'PARENT') ORDER BY child_id, adult_id""")
                .param(Rows.ids(people)).query(row -> {
                    kinship.computeIfAbsent(row.getLong("child_id"), none -> new ArrayList<>())
                            .add(new Kin(row.getLong("child_id"), row.getLong("adult_id"), row.getBoolean("resident"), row.getBoolean("certain")));
                });
        return kinship;
    }

    private static List<Long> ids(Map<Long, List<Member>> members) {
        return members.values().stream().flatMap(List::stream).map(Member::id).toList();
    }

    private static Set<Long> peopleOf(Map<Long, List<Member>> members, Map<Long, List<Kin>> kinship) {
        Set<Long> people = new LinkedHashSet<>(ids(members));
        kinship.values().forEach(kin -> kin.forEach(one -> people.add(one.adult())));
        return people;
    }
}
