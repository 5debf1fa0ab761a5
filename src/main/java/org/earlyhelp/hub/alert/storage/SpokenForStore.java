package org.earlyhelp.hub.alert.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.life.SpokenFor.Household;
import org.earlyhelp.hub.alert.life.SpokenFor.Referral;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which alerts speak for which other families, and what must be known to tell. All methods join the caller's transaction. */
@Repository
public class SpokenForStore {
    private static final String OPEN = " a.status IN ('RAISED', 'ACKNOWLEDGED') ";
    private final JdbcClient sql;

    public SpokenForStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Open alerts of families of those who care, wherever they live, for a child of this one; the oldest first. */
    public List<Alert> openOfCarers(long family) {
        return sql.sql(AlertStore.SELECT + "WHERE" + OPEN + """
                AND a.family_id <> :family AND a.family_id IN (SELECT adult.family_id FROM person child JOIN kinship k ON k.child_id = child.id
                    JOIN person adult ON adult.id = k.adult_id WHERE child.family_id = :family) ORDER BY a.id
                """).param("family", family).query(AlertStore::alert).list();
    }

    /** Alerts that nobody has seen yet, of other families with a child for whom somebody of this one cares; the oldest first. */
    public List<Alert> unseenOfChildren(long family) {
        return sql.sql(AlertStore.SELECT + """
                WHERE a.status = 'RAISED' AND a.family_id <> :family AND a.family_id IN (SELECT child.family_id FROM person adult
                    JOIN kinship k ON k.adult_id = adult.id JOIN person child ON child.id = k.child_id WHERE adult.family_id = :family) ORDER BY a.id
                """).param("family", family).query(AlertStore::alert).list();
    }

    /** Families as they are now, by id. */
    public Map<Long, Household> households(Collection<Long> families) {
        Map<Long, Gathered> gathered = new HashMap<>();
        sql.sql("""
                SELECT p.family_id, p.id, p.family_role = 'CHILD' AS child, p.place_hidden OR p.sealed AS protected,
                       ARRAY(SELECT k.adult_id FROM kinship k WHERE k.child_id = p.id) AS carers
                FROM person p WHERE p.family_id IN (:families) AND p.gone_into IS NULL
                """).param("families", families).query((row, i) -> {
                    gathered.computeIfAbsent(row.getLong("family_id"), none -> new Gathered()).add(row);
                    return 0;
                }).list();
        Map<Long, Household> households = new HashMap<>();
        gathered.forEach((family, people) -> households.put(family, people.household()));
        return households;
    }

    /** Whom the referrals of domestic abuse among the evidence are about, by evidence; other records are left out. */
    public Map<String, Referral> referrals(Collection<String> evidence) {
        Map<String, Referral> referrals = new HashMap<>();
        for (String each : evidence) {
            sql.sql("""
                    SELECT ARRAY(SELECT l.person_id FROM mention m JOIN link l ON l.mention_id = m.id WHERE m.record_id = r.id AND m.role = 'VICTIM') AS victims,
                           ARRAY(SELECT l.person_id FROM mention m JOIN link l ON l.mention_id = m.id WHERE m.record_id = r.id AND m.role = 'ALLEGED_PERPETRATOR') AS alleged
                    FROM record r WHERE r.ref = :ref AND r.fact_kind = 'DOMESTIC_ABUSE'
                    """).param("ref", each.substring(each.lastIndexOf('/') + 1, each.lastIndexOf('@')))
                    .query((row, i) -> new Referral(numbers(row, "victims"), numbers(row, "alleged"))).optional().ifPresent(found -> referrals.put(each, found));
        }
        return referrals;
    }

    /** From here on the alert speaks for that family, or says this of it. */
    public void keep(long alert, long family, AlertContent said, Instant since) {
        sql.sql("""
                INSERT INTO alert_spoken_for (alert_id, family_id, said, since) VALUES (:alert, :family, :said::jsonb, :since)
                ON CONFLICT (alert_id, family_id) DO UPDATE SET said = excluded.said
                """).param("alert", alert).param("family", family).param("said", StoredJson.write(said)).param("since", Stamps.stamp(since)).update();
    }

    /** What the alert says of other families, by family. */
    public Map<Long, AlertContent> saidBy(long alert) {
        Map<Long, AlertContent> said = new LinkedHashMap<>();
        sql.sql("SELECT family_id, said FROM alert_spoken_for WHERE alert_id = :alert ORDER BY family_id").param("alert", alert)
                .query((row, i) -> said.put(row.getLong(1), StoredJson.read(row.getString(2), AlertContent.class))).list();
        return said;
    }

    /** Open alerts that speak for one of the families. */
    public List<Alert> speakersOf(Collection<Long> families) {
        return sql.sql(AlertStore.SELECT + "WHERE" + OPEN + "AND a.id IN (SELECT alert_id FROM alert_spoken_for WHERE family_id IN (:families)) ORDER BY a.id")
                .param("families", families).query(AlertStore::alert).list();
    }

    /** The alert speaks for the family no more. */
    public void drop(long alert, long family) {
        sql.sql("DELETE FROM alert_spoken_for WHERE alert_id = :alert AND family_id = :family").param("alert", alert).param("family", family).update();
    }

    /** The successor of an alert that ended speaks for whom it spoke; never for its own family. */
    public void pass(long alert, String successor) {
        sql.sql("""
                INSERT INTO alert_spoken_for (alert_id, family_id, said, since)
                SELECT n.id, s.family_id, s.said, s.since FROM alert_spoken_for s JOIN alert n ON n.ref = :successor
                WHERE s.alert_id = :alert AND n.family_id <> s.family_id ON CONFLICT DO NOTHING
                """).param("alert", alert).param("successor", successor).update();
    }

    /** The alert speaks for nobody any more: each of those families is assessed at once, and asked about anew. */
    public void askAnew(long alert) {
        saidBy(alert).keySet().forEach(family -> askAnew(alert, family));
    }

    /** The alert speaks for that family no more: it is assessed at once, and asked about anew. */
    public void askAnew(long alert, long family) {
        drop(alert, family);
        sql.sql("INSERT INTO alert_owed (family_id) VALUES (:family) ON CONFLICT DO NOTHING").param("family", family).update();
        assess(family);
    }

    /** Puts the family to the need room, if it still stands. */
    public void assess(long family) {
        sql.sql("""
                INSERT INTO family_work (family_id, urgent) SELECT id, true FROM family WHERE id = :family AND gone_into IS NULL
                ON CONFLICT (family_id) DO UPDATE SET urgent = true""").param("family", family).update();
    }

    /** The first family was taken over: who spoke for it does so for the kept one, unless that is the alert's own family. */
    public void merged(long gone, long kept) {
        sql.sql("""
                INSERT INTO alert_spoken_for (alert_id, family_id, said, since) SELECT alert_id, :kept, said, since FROM alert_spoken_for WHERE family_id = :gone
                ON CONFLICT DO NOTHING""").param("kept", kept).param("gone", gone).update();
        sql.sql("DELETE FROM alert_spoken_for s USING alert a WHERE a.id = s.alert_id AND (s.family_id = :gone OR s.family_id = :kept AND a.family_id = :kept)")
                .param("kept", kept).param("gone", gone).update();
    }

    private static Set<Long> numbers(ResultSet row, String column) throws SQLException {
        return new HashSet<>(Arrays.asList((Long[]) row.getArray(column).getArray()));
    }

    private static final class Gathered {
        private final Set<Long> people = new HashSet<>();
        private final Map<Long, Set<Long>> carers = new HashMap<>();
        private boolean adults;
        private boolean isProtected;

        void add(ResultSet row) throws SQLException {
            people.add(row.getLong("id"));
            isProtected |= row.getBoolean("protected");
            if (row.getBoolean("child")) {
                carers.put(row.getLong("id"), numbers(row, "carers"));
            } else {
                adults = true;
            }
        }

        Household household() {
            return new Household(people, carers, adults, isProtected);
        }
    }
}
