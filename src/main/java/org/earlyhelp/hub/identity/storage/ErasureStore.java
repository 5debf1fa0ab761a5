package org.earlyhelp.hub.identity.storage;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.earlyhelp.hub.identity.ForgottenFields.Field;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.earlyhelp.hub.sharing.erasure.HeldCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes people out of the tables of the room, in the order in which they point at one another. */
@Component
public class ErasureStore {
    /** What stands in an event instead of a reference that is no more; the event itself belongs to somebody who stays. */
    private static final String ERASED = "erased";
    private final JdbcClient sql;

    ErasureStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** How much is held of the people, by what it is. */
    public List<HeldCount> counts(Erasure erasure) {
        return List.of(new HeldCount("references", erasure.people().size()),
                new HeldCount("links of records", count("SELECT count(*) FROM link WHERE mention_id = ANY(?)", erasure.mentions())),
                new HeldCount("pairs under review", count("SELECT count(*) FROM review_pair WHERE one_id = ANY(:p) OR other_id = ANY(:p)", erasure)),
                new HeldCount("steps of identity", sql.sql("SELECT count(*) FROM identity_event WHERE kept = ANY(:r) OR gone = ANY(:r)")
                        .param("r", erasure.refArray()).query(Long.class).single()));
    }

    /** Everybody whose family or summary may rest on what goes, without those who go. */
    public Set<Long> around(Erasure erasure) {
        return new TreeSet<>(sql.sql("""
                WITH near AS (
                    SELECT l.person_id AS id FROM mention m JOIN link l ON l.mention_id = m.id WHERE m.record_id = ANY(:records)
                    UNION SELECT id FROM person WHERE family_id IN (SELECT family_id FROM person WHERE id = ANY(:people)))
                SELECT id FROM near WHERE id <> ALL(:people)""")
                .param("records", erasure.records().stream().map(Erasure.Part::id).toArray(Long[]::new)).param("people", erasure.peopleIds())
                .query(Long.class).list());
    }

    /** The links go first: what stays is composed without them. A mother's number that her child's records carry goes too. */
    public void forgetLinks(Erasure erasure) {
        sql.sql("""
                UPDATE mention SET person = person - 'mothersIdentifier' WHERE id IN (
                    SELECT l.mention_id FROM kinship k JOIN link l ON l.person_id = k.child_id WHERE k.adult_id = ANY(?))
                   AND jsonb_exists(person, 'mothersIdentifier')""").param(erasure.peopleIds()).update();
        sql.sql("DELETE FROM kinship WHERE child_id = ANY(:p) OR adult_id = ANY(:p)").param("p", erasure.peopleIds()).update();
        sql.sql("DELETE FROM parting WHERE mention_id = ANY(:m) OR person_id = ANY(:p) OR gone_id = ANY(:p)")
                .param("m", erasure.mentions()).param("p", erasure.peopleIds()).update();
        sql.sql("DELETE FROM link WHERE mention_id = ANY(?)").param(erasure.mentions()).update();
    }

    /** The rows of the people themselves, and every word about them. */
    public void forgetPeople(Erasure erasure) {
        Long[] people = erasure.peopleIds();
        forgetPairs(people);
        sql.sql("DELETE FROM identity_exclusion WHERE person_id = ANY(:p) OR other_id = ANY(:p) OR carried_from = ANY(:p)").param("p", people).update();
        forgetEvents(erasure.refArray());
        forgetFindings(erasure);
        sql.sql("UPDATE person SET gone_into = NULL WHERE id = ANY(?)").param(people).update();
        sql.sql("DELETE FROM person WHERE id = ANY(?)").param(people).update();
        // Families that nobody is left in are no more: their queue entry would only fail.
        sql.sql("DELETE FROM family_work w WHERE family_id = ANY(?) AND NOT EXISTS (SELECT FROM person p WHERE p.family_id = w.family_id)")
                .param(erasure.familyIds()).update();
        readMemoryAnew();
    }

    /** Every hub's memory is read again: the old one still describes others by the gone, such as a child by a parent's name. */
    public void readMemoryAnew() {
        sql.sql("UPDATE identity_lane SET holder = 'nobody'").update();
    }

    /** The people to whom the mentions are linked by now. */
    public List<Long> peopleOf(Collection<Long> mentions) {
        return sql.sql("SELECT DISTINCT person_id FROM link WHERE mention_id = ANY(?)").param(Rows.ids(mentions)).query(Long.class).list();
    }

    /** Takes a field out of what these mentions say. */
    public void forgetField(Field field, Collection<Long> mentions) {
        String[] members = field == Field.CONTACT ? new String[] {"phone", "email"} : new String[] {"address"};
        sql.sql("UPDATE mention SET person = person - ?::text[] WHERE id = ANY(?)").params(members, Rows.ids(mentions)).update();
    }

    private void forgetPairs(Long[] people) {
        sql.sql("DELETE FROM review_step WHERE pair_id IN (SELECT id FROM review_pair WHERE one_id = ANY(:p) OR other_id = ANY(:p))").param("p", people).update();
        sql.sql("DELETE FROM review_pair WHERE one_id = ANY(:p) OR other_id = ANY(:p)").param("p", people).update();
        sql.sql("UPDATE review_pair SET kept_id = NULL WHERE kept_id = ANY(?)").param(people).update();
        sql.sql("UPDATE review_pair SET gone_id = NULL WHERE gone_id = ANY(?)").param(people).update();
    }

    private void forgetEvents(String[] refs) {
        sql.sql("DELETE FROM identity_event WHERE (kept = ANY(:r) OR kept = :erased) AND (gone IS NULL OR gone = ANY(:r) OR gone = :erased)")
                .param("r", refs).param("erased", ERASED).update();
        sql.sql("""
                UPDATE identity_event SET kept = CASE WHEN kept = ANY(:r) THEN :erased ELSE kept END,
                       gone = CASE WHEN gone = ANY(:r) THEN :erased ELSE gone END, detail = detail - 'words'
                 WHERE kept = ANY(:r) OR gone = ANY(:r)""").param("r", refs).param("erased", ERASED).update();
    }

    /** Findings name evidence, a reference or {@code person <id>}. */
    private void forgetFindings(Erasure erasure) {
        String[] words = java.util.stream.Stream.of(erasure.refs().stream(), erasure.records().stream().map(Erasure.Part::ref),
                erasure.people().stream().map(id -> "person " + id)).flatMap(all -> all).map(word -> "\\m" + word + "\\M").toArray(String[]::new);
        sql.sql("DELETE FROM finding WHERE about ~ ANY(:words) OR message ~ ANY(:words)").param("words", words).update();
    }

    private long count(String query, Long[] ids) {
        return sql.sql(query).param(ids).query(Long.class).single();
    }

    private long count(String query, Erasure erasure) {
        return sql.sql(query).param("p", erasure.peopleIds()).query(Long.class).single();
    }
}
