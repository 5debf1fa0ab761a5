package org.earlyhelp.hub.need.storage;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lets what is known follow merged people and families, in the transaction of the merge. References name them. */
@Repository
public class NeedsOfMerged {
    private final JdbcClient sql;

    NeedsOfMerged(JdbcClient sql) {
        this.sql = sql;
    }

    /** Evidence seen by the gone family counts as seen by the kept one, its needs are known there, and the higher level stands until both are assessed as one. */
    public void family(String kept, String gone) {
        sql.sql("""
                INSERT INTO evidence_seen (family_id, key, first_seen_at)
                SELECT k.id, s.key, s.first_seen_at FROM evidence_seen s, family k, family g
                 WHERE k.ref = :kept AND g.ref = :gone AND s.family_id = g.id
                ON CONFLICT DO NOTHING""").param("kept", kept).param("gone", gone).update();
        sql.sql("""
                INSERT INTO need (family_id, person_id, code, grade, agency, first_on, last_on, fact, evidence)
                SELECT k.id, n.person_id, n.code, n.grade, n.agency, n.first_on, n.last_on, n.fact, n.evidence
                  FROM need n, family k, family g
                 WHERE k.ref = :kept AND g.ref = :gone AND n.family_id = g.id
                ON CONFLICT DO NOTHING""").param("kept", kept).param("gone", gone).update();
        sql.sql("DELETE FROM need WHERE family_id = (SELECT id FROM family WHERE ref = ?)").param(gone).update();
        sql.sql("""
                UPDATE family_level k SET level = greatest(k.level, g.level) FROM family_level g
                 WHERE k.family_id = (SELECT id FROM family WHERE ref = :kept) AND g.family_id = (SELECT id FROM family WHERE ref = :gone)""")
                .param("kept", kept).param("gone", gone).update();
        sql.sql("DELETE FROM family_level WHERE family_id = (SELECT id FROM family WHERE ref = ?)").param(gone).update();
    }

    /** Needs of the gone person are needs of the kept one; where both have one, the kept one's stands. */
    public void person(String kept, String gone) {
        sql.sql("""
                INSERT INTO need_of_merged (family_id, person_id, code, grade, agency, first_on, last_on, fact, evidence)
                SELECT n.family_id, n.person_id, n.code, n.grade, n.agency, n.first_on, n.last_on, n.fact, n.evidence
                  FROM need n JOIN person p ON p.id = n.person_id WHERE p.ref = ?
                ON CONFLICT DO NOTHING""").param(gone).update();
        sql.sql("""
                UPDATE need n SET person_id = k.id FROM person k, person g
                 WHERE k.ref = :kept AND g.ref = :gone AND n.person_id = g.id
                   AND NOT EXISTS (SELECT FROM need o WHERE o.family_id = n.family_id AND o.person_id = k.id
                                      AND o.code = n.code AND o.agency = n.agency)""").param("kept", kept).param("gone", gone).update();
        sql.sql("DELETE FROM need WHERE person_id = (SELECT id FROM person WHERE ref = ?)").param(gone).update();
    }

    /** Needs the person had before a merge are known again, so that standing again makes no news of them. Nothing for a new person. */
    public void restore(String person) {
        sql.sql("""
                WITH kept AS (DELETE FROM need_of_merged WHERE person_id = (SELECT id FROM person WHERE ref = ?) RETURNING *)
                INSERT INTO need (family_id, person_id, code, grade, agency, first_on, last_on, fact, evidence)
                SELECT coalesce(p.family_id, k.family_id), k.person_id, k.code, k.grade, k.agency, k.first_on, k.last_on, k.fact, k.evidence
                  FROM kept k JOIN person p ON p.id = k.person_id
                ON CONFLICT DO NOTHING""").param(person).update();
    }
}
