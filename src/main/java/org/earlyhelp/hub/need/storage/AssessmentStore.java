package org.earlyhelp.hub.need.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.storage.HeldAssessments.Finding;
import org.earlyhelp.hub.need.storage.HeldAssessments.Held;
import org.earlyhelp.hub.need.storage.HeldAssessments.NeedKey;
import org.earlyhelp.hub.need.storage.HeldAssessments.StoredNeed;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes what an assessment changed and nothing else. */
@Repository
public class AssessmentStore {
    /** The findings of this room begin so; the rest is the rule's id. */
    static final String UNDECIDED = "UNDECIDED ";
    private static final String FAILED = "ASSESSMENT_FAILED";

    private final JdbcTemplate jdbc;
    private final NeedChanges changes;

    AssessmentStore(JdbcTemplate jdbc, NeedChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /**
     * One family's assessment to be kept.
     *
     * @param people database ids of the members by their references
     * @param held   what the tables say before
     */
    public record Saving(Assessment assessment, Set<String> keysToRemember, Map<String, Long> people, Held held) {
        boolean changesLevel() {
            return assessment.level() != held.level() || !Objects.equals(assessment.lookAgainAt(), held.lookAgainAt());
        }

        /** A need that could not be evaluated stays as it was until it can. */
        boolean leavesUndecided(String need) {
            return assessment.undecided().stream().anyMatch(sentence -> sentence.startsWith(need + ": "));
        }
    }

    /** Makes the tables say what the assessments say, many families in a few statements. */
    public void save(Collection<Saving> savings, Instant now) {
        saveNeeds(savings);
        changes.keep(savings, now);
        each("""
                INSERT INTO family_level (family_id, level, assessed_at, look_again_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (family_id) DO UPDATE SET level = excluded.level, assessed_at = excluded.assessed_at,
                    look_again_at = excluded.look_again_at""", savings.stream().filter(Saving::changesLevel).map(Saving::assessment).toList(),
                one -> new Object[] {one.familyId(), one.level(), Rows.stamp(now), Rows.stamp(one.lookAgainAt())});
        each("INSERT INTO evidence_seen (family_id, key, first_seen_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                savings.stream().flatMap(one -> one.keysToRemember().stream().map(key -> new SeenKey(one.assessment().familyId(), key))).toList(),
                seen -> new Object[] {seen.family(), seen.key(), Rows.stamp(now)});
        savings.forEach(saving -> saveFindings(saving.assessment(), saving.held(), now));
    }

    private record SeenKey(long family, String key) {
    }

    private record NeedRow(long family, NeedKey key, StoredNeed need) {
    }

    /** Notes for a person that the family could not be assessed. */
    public void park(String familyRef, String kindOfFailure, Instant now) {
        raise(familyRef, new Finding(FAILED, "The hub could not work out the needs of this family (" + kindOfFailure
                + "). Its needs and level are as they were before."), now);
    }

    private void saveNeeds(Collection<Saving> savings) {
        List<NeedRow> ended = new ArrayList<>();
        List<NeedRow> changed = new ArrayList<>();
        for (Saving saving : savings) {
            long family = saving.assessment().familyId();
            Map<NeedKey, StoredNeed> before = saving.held().needs();
            Map<NeedKey, StoredNeed> now = needs(saving);
            before.forEach((key, need) -> {
                if (!now.containsKey(key) && !saving.leavesUndecided(key.code())) {
                    ended.add(new NeedRow(family, key, need));
                }
            });
            now.forEach((key, need) -> {
                if (!need.equals(before.get(key))) {
                    changed.add(new NeedRow(family, key, need));
                }
            });
            handOver(family, before.keySet().stream().map(NeedKey::person).filter(person -> !saving.people().containsValue(person)).toList());
        }
        each("DELETE FROM need WHERE family_id = ? AND person_id = ? AND code = ? AND agency = ?", ended,
                row -> new Object[] {row.family(), row.key().person(), row.key().code(), row.key().agency()});
        write(changed);
    }

    static Map<NeedKey, StoredNeed> needs(Saving saving) {
        Map<NeedKey, StoredNeed> needs = new LinkedHashMap<>();
        saving.assessment().needs().forEach(need ->
                needs.put(new NeedKey(saving.people().get(need.person()), need.code(), need.agency()), StoredNeed.of(need)));
        return needs;
    }

    /**
     * What is known of people who now belong to another family goes there with them, if that family is still to be
     * assessed, so that moving makes no news.
     */
    private void handOver(long family, Collection<Long> moved) {
        if (!moved.isEmpty()) {
            jdbc.update("""
                    INSERT INTO need (family_id, person_id, code, grade, agency, first_on, last_on, fact, evidence)
                    SELECT p.family_id, n.person_id, n.code, n.grade, n.agency, n.first_on, n.last_on, n.fact, n.evidence
                      FROM need n JOIN person p ON p.id = n.person_id
                     WHERE n.family_id = ? AND n.person_id = ANY (?) AND p.family_id IS NOT NULL AND p.family_id <> n.family_id
                       AND EXISTS (SELECT FROM family_work w WHERE w.family_id = p.family_id)
                    ON CONFLICT DO NOTHING""", family, Rows.ids(moved));
        }
    }

    private void write(List<NeedRow> needs) {
        if (!needs.isEmpty()) {
            jdbc.batchUpdate("""
                    INSERT INTO need (family_id, person_id, code, agency, grade, first_on, last_on, fact, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (family_id, person_id, code, agency) DO UPDATE SET grade = excluded.grade, first_on = excluded.first_on,
                        last_on = excluded.last_on, fact = excluded.fact, evidence = excluded.evidence""",
                    needs, needs.size(), AssessmentStore::bind);
        }
    }

    private static void bind(PreparedStatement statement, NeedRow row) throws SQLException {
        statement.setLong(1, row.family());
        statement.setLong(2, row.key().person());
        statement.setString(3, row.key().code());
        statement.setString(4, row.key().agency());
        statement.setString(5, row.need().grade());
        statement.setObject(6, row.need().firstOn());
        statement.setObject(7, row.need().lastOn());
        statement.setString(8, row.need().fact());
        statement.setArray(9, statement.getConnection().createArrayOf("text", row.need().evidence().toArray()));
    }

    private void saveFindings(Assessment assessment, Held held, Instant now) {
        Set<Finding> undecided = undecided(assessment);
        held.findings().stream().filter(finding -> !undecided.contains(finding)).forEach(finding ->
                jdbc.update("UPDATE finding SET closed_at = ? WHERE room = 'need' AND code = ? AND about = ?",
                        Rows.stamp(now), finding.code(), assessment.familyRef()));
        undecided.stream().filter(finding -> !held.findings().contains(finding)).forEach(finding -> raise(assessment.familyRef(), finding, now));
    }

    /** One finding a rule, whatever the number of reasons. */
    private static Set<Finding> undecided(Assessment assessment) {
        Map<String, String> byRule = new LinkedHashMap<>();
        assessment.undecided().forEach(sentence -> byRule.merge(sentence.substring(0, sentence.indexOf(':')), sentence,
                (one, other) -> one + "; " + other));
        return byRule.entrySet().stream()
                .map(entry -> new Finding(UNDECIDED + entry.getKey(), "A rule could not be evaluated. " + entry.getValue() + "."))
                .collect(Collectors.toSet());
    }

    private void raise(String about, Finding finding, Instant now) {
        jdbc.update("""
                INSERT INTO finding (room, code, about, message, raised_at) VALUES ('need', ?, ?, ?, ?)
                ON CONFLICT (room, code, about) DO UPDATE SET message = excluded.message, raised_at = excluded.raised_at, closed_at = NULL""",
                finding.code(), about, finding.message(), Rows.stamp(now));
    }

    private <T> void each(String statement, Collection<T> items, Function<T, Object[]> values) {
        if (!items.isEmpty()) {
            jdbc.batchUpdate(statement, items.stream().map(values).toList());
        }
    }
}
