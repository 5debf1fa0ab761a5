package org.earlyhelp.hub.alert.storage;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Families to which an alert is owed at their next assessment. All methods join the caller's transaction. */
@Repository
public class OwedAlertStore {
    private final JdbcClient sql;

    public OwedAlertStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Owes an alert to families whose own had ended for one that is another family's by now. Each such alert counts once. */
    public void owe(Collection<Long> families) {
        sql.sql("""
                WITH ended AS (
                    UPDATE alert a SET asked_anew = true FROM alert s
                    WHERE a.family_id IN (:families) AND a.because IN ('MERGED', 'STEPPED_UP') AND NOT a.asked_anew AND s.ref = a.successor
                      AND s.family_id <> a.family_id RETURNING a.family_id)
                INSERT INTO alert_owed (family_id) SELECT DISTINCT family_id FROM ended ON CONFLICT DO NOTHING""").param("families", families).update();
    }

    /**
     * Owes an alert to those of the families that have none open, though a record among the evidence is about one of their
     * people and came after their last alert ended: only the other family's alert spoke of it.
     */
    public void oweSpokenFor(Collection<Long> families, Collection<String> recordRefs) {
        if (!recordRefs.isEmpty()) {
            sql.sql("""
                    INSERT INTO alert_owed (family_id)
                    SELECT DISTINCT p.family_id FROM record r JOIN mention m ON m.record_id = r.id AND m.role IN ('CHILD', 'PUPIL', 'UNBORN', 'SUBJECT')
                    JOIN link l ON l.mention_id = m.id JOIN person p ON p.id = l.person_id
                    WHERE r.ref IN (:refs) AND p.family_id IN (:families)
                      AND NOT EXISTS (SELECT FROM alert a WHERE a.family_id = p.family_id AND (a.status IN ('RAISED', 'ACKNOWLEDGED') OR a.closed_at >= r.received_at))
                    ON CONFLICT DO NOTHING""").param("refs", recordRefs).param("families", families).update();
        }
    }

    /** Takes note that an alert was owed to the family; false when none was. */
    public boolean settle(long familyId) {
        return sql.sql("DELETE FROM alert_owed WHERE family_id = :family").param("family", familyId).update() > 0;
    }
}
