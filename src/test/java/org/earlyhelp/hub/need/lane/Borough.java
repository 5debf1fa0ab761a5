package org.earlyhelp.hub.need.lane;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.MentionedPersonBuilder;
import org.earlyhelp.hub.person.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the tables as intake and identity do: families, people, records, links, work. */
final class Borough {
    private static final byte[] FINGERPRINT = {1};
    private final JdbcClient sql;
    private final Map<String, Long> ids = new HashMap<>();

    Borough(DataSource database) {
        sql = JdbcClient.create(database);
        ids.put("delivery", sql.sql("""
                INSERT INTO delivery (receipt, upload, agency, feed, lane, file_name, bytes, sha256, stage, received_at)
                VALUES ('R-1', 'u-1', 'a', 'f', 'l', 'x', 1, 's', 'ACCEPTED', now()) RETURNING id""").query(Long.class).single());
    }

    Borough family(String ref) {
        ids.put(ref, sql.sql("INSERT INTO family (ref, created_at) VALUES (?, now()) RETURNING id").param(ref).query(Long.class).single());
        return this;
    }

    Borough child(String ref, String family, String born) {
        return person(ref, family, "CHILD", MentionedPerson.builder().dateOfBirth(born == null ? null : LocalDate.parse(born)));
    }

    Borough adult(String ref, String family) {
        return person(ref, family, "CARER", MentionedPerson.builder());
    }

    private Borough person(String ref, String family, String role, MentionedPersonBuilder summary) {
        MentionedPerson person = summary.surname("Example").address(new Address("4 Test Row", null, "Avonford", "ZZ99 3VZ", null, null)).build();
        ids.put(ref, sql.sql("INSERT INTO person (ref, created_at, family_id, family_role, summary) VALUES (?, now(), ?, ?, ?::jsonb) RETURNING id")
                .param(ref).param(ids.get(family)).param(role).param(CanonicalJson.write(person)).query(Long.class).single());
        return this;
    }

    Borough parent(String adult, String child) {
        sql.sql("INSERT INTO kinship (child_id, adult_id, relationship, resident, certain) VALUES (?, ?, 'MOTHER', true, true)")
                .param(ids.get(child)).param(ids.get(adult)).update();
        return this;
    }

    /** A record of the first version about one person; its ref is agency and source reference joined. */
    Borough record(String agency, String feed, String sourceRef, Fact fact, Role role, String person) {
        return record(agency, feed, sourceRef, 1, fact, role, person);
    }

    Borough record(String agency, String feed, String sourceRef, int version, Fact fact, Role role, String person) {
        sql.sql("UPDATE record SET is_current = false WHERE agency = ? AND feed = ? AND source_ref = ?").param(agency).param(feed).param(sourceRef).update();
        Timestamp at = Timestamp.from(Instant.parse("2026-11-01T06:00:00Z"));
        long record = sql.sql("""
                INSERT INTO record (ref, agency, feed, source_ref, version, is_current, fact_kind, fact, observed_at, received_at, delivery_id, fingerprint)
                VALUES (?, ?, ?, ?, ?, true, ?, ?::jsonb, ?, ?, ?, ?) RETURNING id""")
                .params(sourceRef + "." + version, agency, feed, sourceRef, version, CanonicalJson.kindOf(fact), CanonicalJson.write(fact), at, at,
                        ids.get("delivery"), FINGERPRINT).query(Long.class).single();
        ids.put("record", record);
        return mention(role, person);
    }

    /** Another person of the record told last. */
    Borough mention(Role role, String person) {
        long mention = sql.sql("INSERT INTO mention (record_id, role, index, person, fingerprint) VALUES (?, ?, 0, '{}', ?) RETURNING id")
                .params(ids.get("record"), role.name(), FINGERPRINT).query(Long.class).single();
        sql.sql("INSERT INTO link (mention_id, person_id, match, reason, fingerprint, decided_at) VALUES (?, ?, 'CERTAIN', 'test', ?, now())")
                .params(mention, ids.get(person), FINGERPRINT).update();
        return this;
    }

    /** Marks of the record told last, two letters a day from the first of the month. */
    Borough marks(String month, String marks) {
        sql.sql("INSERT INTO attendance_month (record_id, month, marks, arrivals) VALUES (?, ?, rpad(?, 62), ARRAY[1])")
                .params(ids.get("record"), LocalDate.parse(month), marks).update();
        return this;
    }

    Borough touched(String family, boolean urgent) {
        sql.sql("INSERT INTO family_work (family_id, urgent) VALUES (?, ?) ON CONFLICT (family_id) DO UPDATE SET urgent = family_work.urgent OR excluded.urgent")
                .params(ids.get(family), urgent).update();
        return this;
    }

    long id(String ref) {
        return ids.get(ref);
    }

    JdbcClient sql() {
        return sql;
    }

    /** The needs that are stored, as {@code F-1 P-ana MISSING REPEAT avonford-police}. */
    List<String> needs() {
        return sql.sql("""
                SELECT concat_ws(' ', f.ref, p.ref, n.code, nullif(n.grade, ''), n.agency) FROM need n JOIN family f ON f.id = n.family_id
                  JOIN person p ON p.id = n.person_id ORDER BY 1""").query(String.class).list();
    }
}
