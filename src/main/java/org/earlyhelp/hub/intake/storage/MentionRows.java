package org.earlyhelp.hub.intake.storage;

import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.Mention;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Mentions of many records to be written in one statement. A mention keeps its row by role and index, so that its link
 * stands when its fingerprint does. Not thread-safe.
 */
final class MentionRows {
    private final List<Long> records = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();
    private final List<Integer> indexes = new ArrayList<>();
    private final List<String> relationships = new ArrayList<>();
    private final List<String> people = new ArrayList<>();
    private final List<byte[]> fingerprints = new ArrayList<>();

    void add(long recordId, List<Mention> mentions) {
        for (Mention mention : mentions) {
            records.add(recordId);
            roles.add(mention.role().name());
            indexes.add(mention.index());
            relationships.add(mention.relationship() == null ? null : mention.relationship().name());
            people.add(CanonicalJson.write(mention.person()));
            fingerprints.add(Fingerprint.of(mention));
        }
    }

    /** Deletes the mentions of these records that are not among the added, and writes the added. */
    void write(JdbcClient sql, List<Long> replacedRecords) {
        if (!replacedRecords.isEmpty()) {
            sql.sql("""
                    DELETE FROM mention WHERE record_id = ANY(:replaced::bigint[]) AND NOT EXISTS (
                        SELECT 1 FROM unnest(:records::bigint[], :roles::text[], :indexes::integer[]) AS kept (record_id, role, index)
                         WHERE kept.record_id = mention.record_id AND kept.role = mention.role AND kept.index = mention.index)
                    """).param("replaced", replacedRecords.toArray(Long[]::new)).param("records", records.toArray(Long[]::new))
                    .param("roles", roles.toArray(String[]::new)).param("indexes", indexes.toArray(Integer[]::new)).update();
        }
        if (!records.isEmpty()) {
            insert(sql);
        }
    }

    private void insert(JdbcClient sql) {
        sql.sql("""
                INSERT INTO mention (record_id, role, index, relationship, person, fingerprint)
                SELECT record_id, role, index, relationship, person::jsonb, fingerprint
                  FROM unnest(:records::bigint[], :roles::text[], :indexes::integer[], :relationships::text[], :people::text[], :fingerprints::bytea[])
                       AS m (record_id, role, index, relationship, person, fingerprint)
                ON CONFLICT ON CONSTRAINT mention_place_unique DO UPDATE
                   SET relationship = EXCLUDED.relationship, person = EXCLUDED.person, fingerprint = EXCLUDED.fingerprint
                """).param("records", records.toArray(Long[]::new)).param("roles", roles.toArray(String[]::new))
                .param("indexes", indexes.toArray(Integer[]::new)).param("relationships", relationships.toArray(String[]::new))
                .param("people", people.toArray(String[]::new)).param("fingerprints", fingerprints.toArray(byte[][]::new)).update();
    }
}
