package org.earlyhelp.hub.identity.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.identity.storage.WorkRecord.WorkMention;
import org.earlyhelp.hub.intake.Counts;
import org.earlyhelp.hub.intake.SenderFault;
import org.earlyhelp.hub.intake.Trail;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.sharing.Agreement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for identity ({@code record_work}) and the fence between several hubs ({@code identity_lane}). */
@Component
public class WorkStore {
    private final JdbcClient sql;

    WorkStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Ids of the records to take next: urgent ones alone while there are any, oldest first. */
    public List<Long> next(int urgentLimit, int limit) {
        List<Long> urgent = next(true, urgentLimit);
        return urgent.isEmpty() ? next(false, limit) : urgent;
    }

    private List<Long> next(boolean urgent, int limit) {
        return sql.sql("SELECT record_id FROM record_work WHERE urgent = ? ORDER BY queued LIMIT ?").params(urgent, limit).query(Long.class).list();
    }

    /**
     * Takes the records off the waiting list for this transaction and reads them. A row that intake is just writing is
     * left for later, so that neither waits for the other.
     */
    public List<WorkRecord> take(Collection<Long> records) {
        Map<Long, Boolean> taken = new LinkedHashMap<>();
        sql.sql("""
                DELETE FROM record_work WHERE record_id IN
                    (SELECT record_id FROM record_work WHERE record_id = ANY(?) FOR UPDATE SKIP LOCKED)
                RETURNING record_id, urgent""").param(Rows.ids(records)).query((row, n) -> taken.put(row.getLong(1), row.getBoolean(2))).list();
        letGoOfWithdrawn(taken.keySet());
        return read(taken, records);
    }

    /** A record that its sender took back names nobody from here on; the memory drops its mentions as those of any changed record. */
    private void letGoOfWithdrawn(Collection<Long> records) {
        sql.sql("""
                DELETE FROM link USING mention m JOIN record r ON r.id = m.record_id
                 WHERE link.mention_id = m.id AND r.id = ANY(?) AND r.withdrawn_at IS NOT NULL""").param(Rows.ids(records)).update();
    }

    /** Gives a record up: it no longer waits. */
    public void drop(long record) {
        sql.sql("DELETE FROM record_work WHERE record_id = ?").param(record).update();
    }

    /** How a parked record is named to a steward, by evidence reference. */
    public String evidence(long record) {
        return sql.sql("SELECT agency || '/' || feed || '/' || ref || '@' || version FROM record WHERE id = ?").param(record).query(String.class)
                .optional().orElse("record " + record);
    }

    /** Which delivery gave a parked record its newest form. */
    public Optional<Trail> trail(long record) {
        return sql.sql("SELECT d.upload, d.receipt FROM record r JOIN delivery d ON d.id = r.delivery_id WHERE r.id = ?").param(record)
                .query((row, n) -> new Trail(row.getString("upload"), row.getString("receipt"))).optional();
    }

    /** What the front door is to hear when the record is parked; empty unless its feed tells of harm. */
    public Optional<SenderFault> fault(long record) {
        return sql.sql("""
                SELECT r.agency, r.feed, d.receipt, d.accepted, d.unchanged, d.rejected, d.warnings
                  FROM record r JOIN delivery d ON d.id = r.delivery_id WHERE r.id = ? AND r.feed = ANY(?)""")
                .param(record).param(Agreement.FEEDS_OF_HARM.toArray(String[]::new))
                .query((row, n) -> new SenderFault(row.getString("agency"), row.getString("feed"), row.getString("receipt"),
                        new Counts(row.getLong("accepted"), row.getLong("unchanged"), row.getLong("rejected"), row.getLong("warnings")))).optional();
    }

    /** Locks the lane for this transaction; false when another hub, or an earlier life of this one, wrote since. */
    public boolean lock(String holder) {
        boolean mine = sql.sql("SELECT holder FROM identity_lane FOR UPDATE").query(String.class).single().equals(holder);
        if (!mine) {
            sql.sql("UPDATE identity_lane SET holder = ?").param(holder).update();
        }
        return mine;
    }

    /** People linked to other versions of the given record. */
    public List<Long> peopleOfOtherVersions(WorkRecord record) {
        return sql.sql("""
                SELECT DISTINCT l.person_id FROM record r JOIN mention m ON m.record_id = r.id JOIN link l ON l.mention_id = m.id
                WHERE r.agency = ? AND r.feed = ? AND r.source_ref = ? AND r.id <> ?""")
                .params(record.agency(), record.feed(), record.sourceRef(), record.id()).query(Long.class).list();
    }

    /** Notes for the families of these records that wait for an assessment that this news is the newest reason. */
    public void giveReason(Collection<WorkRecord> records) {
        sql.sql("""
                UPDATE family_work w SET delivery_id = reason.delivery_id
                  FROM (SELECT p.family_id, max(r.delivery_id) AS delivery_id
                          FROM record r JOIN mention m ON m.record_id = r.id JOIN link l ON l.mention_id = m.id JOIN person p ON p.id = l.person_id
                         WHERE r.id = ANY(?) GROUP BY p.family_id) reason
                 WHERE w.family_id = reason.family_id""").param(Rows.ids(records.stream().map(WorkRecord::id).toList())).update();
    }

    private List<WorkRecord> read(Map<Long, Boolean> urgency, Collection<Long> order) {
        Map<Long, WorkRecord> found = new LinkedHashMap<>();
        sql.sql("""
                SELECT d.upload, d.receipt, r.id, r.ref, r.agency, r.feed, r.source_ref, r.version, r.is_current, r.fact_kind, r.observed_at,
                       m.id AS mention_id, m.role, m.index, m.relationship, m.person, m.fingerprint, l.person_id,
                       l.fingerprint IS NOT DISTINCT FROM m.fingerprint AS unchanged
                FROM record r JOIN delivery d ON d.id = r.delivery_id
                LEFT JOIN mention m ON m.record_id = r.id AND r.withdrawn_at IS NULL LEFT JOIN link l ON l.mention_id = m.id
                WHERE r.id = ANY(?) ORDER BY r.id, m.role, m.index""").param(Rows.ids(urgency.keySet()))
                .query(row -> {
                    WorkRecord record = found.get(row.getLong("id"));
                    if (record == null) {
                        record = record(row, urgency.get(row.getLong("id")));
                        found.put(record.id(), record);
                    }
                    if (row.getObject("mention_id") != null) {
                        record.mentions().add(mention(row));
                    }
                });
        return order.stream().filter(found::containsKey).map(found::get).toList();
    }

    private static WorkRecord record(ResultSet row, boolean urgent) throws SQLException {
        return new WorkRecord(new Trail(row.getString("upload"), row.getString("receipt")), row.getLong("id"), row.getString("ref"), row.getString("agency"), row.getString("feed"), row.getString("source_ref"),
                row.getInt("version"), row.getBoolean("is_current"), row.getString("fact_kind"),
                row.getObject("observed_at", OffsetDateTime.class).toInstant(), urgent, new ArrayList<>());
    }

    private static WorkMention mention(ResultSet row) throws SQLException {
        String relationship = row.getString("relationship");
        Mention mention = new Mention(Role.valueOf(row.getString("role")), row.getInt("index"),
                relationship == null ? null : Relationship.valueOf(relationship), CanonicalJson.readPerson(row.getString("person")));
        Long person = row.getObject("person_id", Long.class);
        return new WorkMention(row.getLong("mention_id"), mention, row.getBytes("fingerprint"), person, person != null && row.getBoolean("unchanged"));
    }
}
