package org.earlyhelp.hub.identity.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.earlyhelp.hub.identity.ErasureScope;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.earlyhelp.hub.sharing.erasure.Traces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the tables what belongs to whom. A record is somebody else's too when it is about them, or names them as a victim. */
@Component
class StoredErasureScope implements ErasureScope {
    /** Shorter references are found in anything. */
    private static final int IDENTIFIER_AT_LEAST_CHARACTERS = 6;
    private static final String ABOUT = "('CHILD', 'PUPIL', 'UNBORN', 'SUBJECT', 'VICTIM')";
    private final JdbcClient sql;

    StoredErasureScope(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Erasure> ofPerson(String ref) {
        List<Long> people = sql.sql("""
                WITH RECURSIVE up (id, gone_into) AS (
                    SELECT id, gone_into FROM person WHERE ref = ?
                    UNION SELECT p.id, p.gone_into FROM person p JOIN up ON p.id = up.gone_into),
                whole (id) AS (
                    SELECT id FROM up WHERE gone_into IS NULL
                    UNION SELECT p.id FROM person p JOIN whole ON p.gone_into = whole.id)
                SELECT id FROM whole ORDER BY id""").param(ref).query(Long.class).list();
        return people.isEmpty() ? Optional.empty() : Optional.of(of(new HashSet<>(people), mentionsOf(people)));
    }

    @Override
    public Erasure ofRecords(Collection<Long> records) {
        List<Long> mentions = sql.sql("SELECT id FROM mention WHERE record_id = ANY(?)").param(Rows.ids(records)).query(Long.class).list();
        Set<Long> people = onlyIn(mentions);
        List<Erasure.Part> parts = sql.sql("""
                SELECT r.id, r.ref, ARRAY(SELECT m.id FROM mention m WHERE m.record_id = r.id) AS mentions FROM record r WHERE r.id = ANY(?) ORDER BY r.id""")
                .param(Rows.ids(records)).query((row, n) -> new Erasure.Part(row.getLong("id"), row.getString("ref"), true,
                        Set.of((Long[]) row.getArray("mentions").getArray()))).list();
        return erasure(people, parts);
    }

    @Override
    public Erasure ofMentions(Collection<Long> mentions) {
        return of(onlyIn(mentions), mentions);
    }

    private Erasure of(Set<Long> people, Collection<Long> mentions) {
        List<Erasure.Part> parts = partsOf(mentions);
        Set<Long> all = new HashSet<>(people);
        all.addAll(onlyIn(parts.stream().flatMap(part -> part.mentions().stream()).toList()));
        return erasure(all, parts);
    }

    private List<Long> mentionsOf(Collection<Long> people) {
        return sql.sql("SELECT mention_id FROM link WHERE person_id = ANY(?)").param(Rows.ids(people)).query(Long.class).list();
    }

    private List<Erasure.Part> partsOf(Collection<Long> mentions) {
        return sql.sql("""
                SELECT r.id, r.ref, NOT EXISTS (SELECT FROM mention o WHERE o.record_id = r.id AND o.role IN %s AND o.id <> ALL(:mentions)) AS whole,
                       ARRAY(SELECT m.id FROM mention m WHERE m.record_id = r.id) AS every,
                       ARRAY(SELECT m.id FROM mention m WHERE m.record_id = r.id AND m.id = ANY(:mentions)) AS theirs
                  FROM record r WHERE r.id IN (SELECT record_id FROM mention WHERE id = ANY(:mentions)) ORDER BY r.id""".formatted(ABOUT))
                .param("mentions", Rows.ids(mentions)).query((row, n) -> new Erasure.Part(row.getLong("id"), row.getString("ref"), row.getBoolean("whole"),
                        Set.of((Long[]) row.getArray(row.getBoolean("whole") ? "every" : "theirs").getArray()))).list();
    }

    /** People of whom no other mention is left, with everybody merged into them. */
    private Set<Long> onlyIn(Collection<Long> mentions) {
        return new TreeSet<>(sql.sql("""
                WITH RECURSIVE lost (id) AS (
                    SELECT DISTINCT l.person_id FROM link l WHERE l.mention_id = ANY(:mentions)
                       AND NOT EXISTS (SELECT FROM link o WHERE o.person_id = l.person_id AND o.mention_id <> ALL(:mentions))
                    UNION SELECT p.id FROM person p JOIN lost ON p.gone_into = lost.id)
                SELECT id FROM lost""").param("mentions", Rows.ids(mentions)).query(Long.class).list());
    }

    private Erasure erasure(Set<Long> people, List<Erasure.Part> parts) {
        List<String> refs = sql.sql("SELECT ref FROM person WHERE id = ANY(?)").param(Rows.ids(people)).query(String.class).list();
        List<Long> families = sql.sql("SELECT DISTINCT family_id FROM person WHERE id = ANY(?) AND family_id IS NOT NULL")
                .param(Rows.ids(people)).query(Long.class).list();
        return new Erasure(new TreeSet<>(refs), people, new HashSet<>(families), parts);
    }

    @Override
    public Traces traces(Erasure erasure) {
        Set<String> identifiers = new LinkedHashSet<>(sql.sql("SELECT source_ref FROM record WHERE id = ANY(?)").param(erasure.wholeRecords()).query(String.class).list());
        Set<Traces.Name> names = new LinkedHashSet<>();
        for (MentionedPerson said : saidOf(erasure)) {
            identifiersOf(said).forEach(identifiers::add);
            if (said.surname() != null && said.forenames() != null) {
                names.add(new Traces.Name(said.surname().strip(), said.forenames().strip().split("\\s+")[0]));
            }
        }
        identifiers.removeIf(value -> value.strip().length() < IDENTIFIER_AT_LEAST_CHARACTERS);
        names.removeIf(name -> name.surname().isEmpty() || name.forename().isEmpty());
        return new Traces(List.copyOf(erasure.refs()), List.copyOf(identifiers), List.copyOf(names));
    }

    /** What is said of the people who go; of those who stay in the records, nothing. */
    private List<MentionedPerson> saidOf(Erasure erasure) {
        return sql.sql("""
                SELECT m.person FROM mention m JOIN link l ON l.mention_id = m.id WHERE l.person_id = ANY(?)
                UNION SELECT summary FROM person WHERE id = ANY(?)""").params(erasure.peopleIds(), erasure.peopleIds())
                .query((row, n) -> CanonicalJson.readPerson(row.getString(1))).list();
    }

    private static List<String> identifiersOf(MentionedPerson said) {
        List<String> found = new ArrayList<>();
        if (said.nhsNumber() != null) {
            String digits = said.nhsNumber().digits();
            found.add(digits);
            found.add(digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6));
        }
        if (said.upn() != null) {
            found.add(said.upn().text());
        }
        if (said.localRef() != null) {
            found.add(said.localRef());
        }
        return found;
    }

    @Override
    public boolean areWorkedWith(Collection<String> refs) {
        return sql.sql("""
                SELECT EXISTS (SELECT FROM person p JOIN link l ON l.person_id = p.id JOIN mention m ON m.id = l.mention_id JOIN record r ON r.id = m.record_id
                    WHERE p.ref = ANY(?) AND r.is_current AND r.fact_kind = 'INVOLVEMENT' AND r.fact ->> 'closed' IS NULL AND m.role IN ('CHILD', 'SUBJECT'))""")
                .param(refs.toArray(String[]::new)).query(Boolean.class).single();
    }

    @Override
    public Collection<String> familiesOf(Collection<String> refs) {
        return sql.sql("SELECT DISTINCT f.ref FROM person p JOIN family f ON f.id = p.family_id WHERE p.ref = ANY(?)")
                .param(refs.toArray(String[]::new)).query(String.class).list();
    }
}
