package org.earlyhelp.hub.need.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.need.Need;
import javax.sql.DataSource;
import org.earlyhelp.hub.need.engine.FamilyFacts;
import org.earlyhelp.hub.need.engine.Known;
import org.earlyhelp.hub.need.engine.Member;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the last assessments left behind, for many families at once. */
@Repository
public class HeldAssessments {
    private final JdbcClient sql;

    HeldAssessments(JdbcClient sql) {
        this.sql = sql;
    }

    /** For a database that is at hand without a hub. */
    public static HeldAssessments of(DataSource database) {
        return new HeldAssessments(JdbcClient.create(database));
    }

    /** What was known of the family before it is looked at again. */
    public Known known(FamilyFacts facts) {
        return known(facts, needsOf(facts.members().stream().map(Member::id).toList()), of(Map.of(facts.familyId(), facts.familyRef())).get(facts.familyId()));
    }

    /** The same from what was read of many families. */
    public static Known known(FamilyFacts facts, Map<Long, List<KnownNeed>> needs, Held held) {
        Map<Known.PersonNeed, String> grades = new HashMap<>();
        for (Member member : facts.members()) {
            needs.getOrDefault(member.id(), List.of()).forEach(one -> grades.merge(one.need(), one.grade(), (first, second) -> first.isEmpty() ? second : first));
        }
        return new Known(grades, held.seen(), held.level());
    }

    /** What is held of one family; {@code level} is 0 when it was never assessed. */
    public record Held(Map<NeedKey, StoredNeed> needs, int level, Instant lookAgainAt, Set<String> seen, Set<Finding> findings) {
        static Held nothing() {
            return new Held(new HashMap<>(), 0, null, new HashSet<>(), new HashSet<>());
        }
    }

    /** A need row's key within its family; {@code person} is the database id. */
    public record NeedKey(long person, String code, String agency) {
    }

    /** All of a need row that can change. */
    public record StoredNeed(String grade, LocalDate firstOn, LocalDate lastOn, String fact, List<String> evidence) {
        static StoredNeed of(Need need) {
            return new StoredNeed(need.grade(), need.firstOn(), need.lastOn(), need.fact(), need.evidence());
        }
    }

    /** An open finding about the family. */
    public record Finding(String code, String message) {
    }

    /** By family; a family of which nothing is held is there too. */
    public Map<Long, Held> of(Map<Long, String> familyRefs) {
        Map<Long, Held> held = new HashMap<>();
        familyRefs.keySet().forEach(family -> held.put(family, Held.nothing()));
        readLevels(held);
        readNeeds(held);
        readSeen(held);
        readFindings(held, familyRefs);
        return held;
    }

    /** Needs of people in whatever family the row is, by database id of the person. */
    public Map<Long, List<KnownNeed>> needsOf(Collection<Long> people) {
        Map<Long, List<KnownNeed>> needs = new HashMap<>();
        sql.sql("SELECT n.person_id, p.ref, n.code, n.grade FROM need n JOIN person p ON p.id = n.person_id WHERE n.person_id = ANY (?)")
                .param(Rows.ids(people)).query(row -> {
                    needs.computeIfAbsent(row.getLong("person_id"), none -> new ArrayList<>()).add(
                            new KnownNeed(new Known.PersonNeed(row.getString("ref"), row.getString("code")), row.getString("grade")));
                });
        return needs;
    }

    /** One need somebody was known to have. */
    public record KnownNeed(Known.PersonNeed need, String grade) {
    }

    private void readLevels(Map<Long, Held> held) {
        sql.sql("SELECT family_id, level, look_again_at FROM family_level WHERE family_id = ANY (?)")
                .param(Rows.ids(held.keySet())).query(row -> {
                    Held before = held.get(row.getLong("family_id"));
                    held.put(row.getLong("family_id"), new Held(before.needs(), row.getInt("level"), Rows.instant(row, "look_again_at"),
                            before.seen(), before.findings()));
                });
    }

    private void readNeeds(Map<Long, Held> held) {
        sql.sql("SELECT family_id, person_id, code, agency, grade, first_on, last_on, fact, evidence FROM need WHERE family_id = ANY (?)")
                .param(Rows.ids(held.keySet())).query(row -> {
                    held.get(row.getLong("family_id")).needs().put(
                            new NeedKey(row.getLong("person_id"), row.getString("code"), row.getString("agency")),
                            new StoredNeed(row.getString("grade"), row.getObject("first_on", LocalDate.class),
                                    row.getObject("last_on", LocalDate.class), row.getString("fact"), Rows.texts(row, "evidence")));
                });
    }

    private void readSeen(Map<Long, Held> held) {
        sql.sql("SELECT family_id, key FROM evidence_seen WHERE family_id = ANY (?)").param(Rows.ids(held.keySet())).query(row -> {
            held.get(row.getLong("family_id")).seen().add(row.getString("key"));
        });
    }

    private void readFindings(Map<Long, Held> held, Map<Long, String> familyRefs) {
        Map<String, Long> families = new HashMap<>();
        familyRefs.forEach((family, ref) -> families.put(ref, family));
        sql.sql("SELECT about, code, message FROM finding WHERE room = 'need' AND closed_at IS NULL AND about = ANY (?)")
                .param(families.keySet().toArray(String[]::new)).query(row -> {
                    held.get(families.get(row.getString("about"))).findings().add(new Finding(row.getString("code"), row.getString("message")));
                });
    }
}
