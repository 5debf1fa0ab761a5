package org.earlyhelp.hub.alert.support;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.MissingReport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts families, people and records into the tables that other rooms fill, so that alerts have something to rest on. */
public final class Borough {
    private static final AtomicInteger COUNT = new AtomicInteger(100_000);
    private static final OffsetDateTime AT = OffsetDateTime.of(2026, 11, 22, 6, 0, 0, 0, ZoneOffset.UTC);
    private final JdbcClient sql;

    public Borough(JdbcClient sql) {
        this.sql = sql;
    }

    public record Family(long id, String ref) {
    }

    public Family family() {
        String ref = "F-" + COUNT.incrementAndGet();
        long id = sql.sql("INSERT INTO family (ref, created_at) VALUES (:ref, :at) RETURNING id").param("ref", ref).param("at", AT).query(Long.class).single();
        return new Family(id, ref);
    }

    public String child(Family family) {
        String ref = "P-" + COUNT.incrementAndGet();
        sql.sql("INSERT INTO person (ref, created_at, family_id, family_role) VALUES (:ref, :at, :family, 'CHILD')")
                .param("ref", ref).param("at", AT).param("family", family.id()).update();
        return ref;
    }

    public String hiddenChild(Family family) {
        String ref = child(family);
        hide(ref);
        return ref;
    }

    public void hide(String person) {
        sql.sql("UPDATE person SET place_hidden = true WHERE ref = :ref").param("ref", person).update();
    }

    /** A grown-up of the family. */
    public String adult(Family family) {
        String ref = child(family);
        sql.sql("UPDATE person SET family_role = 'CARER' WHERE ref = :ref").param("ref", ref).update();
        return ref;
    }

    /** The adult is said to care for the child, and lives elsewhere. */
    public void cares(String adult, String child) {
        sql.sql("""
                INSERT INTO kinship (child_id, adult_id, relationship, resident, certain)
                SELECT c.id, a.id, 'OTHER', false, true FROM person c, person a WHERE c.ref = :child AND a.ref = :adult
                """).param("child", child).param("adult", adult).update();
    }

    /** A referral of domestic abuse that names a child beside the victim. */
    public String referral(String sourceRef, int version, String child, String victim) {
        String evidence = record("avonford-police", "domestic-abuse", sourceRef, version, abuse(), child);
        names(evidence, "VICTIM", victim);
        return evidence;
    }

    private static DomesticAbuseReferral abuse() {
        return new DomesticAbuseReferral(DomesticAbuseReferral.Kind.INITIAL, DomesticAbuseReferral.Source.POLICE, Instant.parse("2026-11-21T20:00:00Z"), null, false, null,
                List.of(), null);
    }

    /** The record also names that person, in that role. */
    public void names(String evidence, String role, String person) {
        long mention = sql.sql("""
                INSERT INTO mention (record_id, role, index, person, fingerprint)
                SELECT r.id, :role, (SELECT count(*) FROM mention m WHERE m.record_id = r.id AND m.role = :role), '{}', '\\x00' FROM record r WHERE r.ref = :ref RETURNING id
                """).param("role", role).param("ref", refOf(evidence)).query(Long.class).single();
        link(mention, person);
    }

    private void link(long mention, String person) {
        sql.sql("INSERT INTO link (mention_id, person_id, match, reason, fingerprint, decided_at) SELECT :mention, id, 'CERTAIN', 'test', '\\x00', :at FROM person WHERE ref = :person")
                .param("mention", mention).param("at", AT).param("person", person).update();
    }

    /** A record that mentions the child as its subject; answers its evidence reference. */
    public String record(String agency, String feed, String sourceRef, int version, Fact fact, String child) {
        return record(agency, feed, sourceRef, version, fact, child, "{\"nhsNumber\":\"9990000018\"}");
    }

    /** A police notice, version 1, INITIAL. */
    public String missing(String sourceRef, String child, MissingReport.RiskGrade grade) {
        return missing(sourceRef, 1, MissingReport.Kind.INITIAL, child, grade);
    }

    public String missing(String sourceRef, int version, MissingReport.Kind kind, String child, MissingReport.RiskGrade grade) {
        return record("avonford-police", "missing-children", sourceRef, version, report(kind, grade), child);
    }

    public static MissingReport report(MissingReport.Kind kind, MissingReport.RiskGrade grade) {
        return new MissingReport(kind, "Avonford", Instant.parse("2026-11-21T20:00:00Z"), null, MissingReport.MissingFrom.HOME, grade, Set.of(), null, null);
    }

    private String record(String agency, String feed, String sourceRef, int version, Fact fact, String child, String person) {
        int number = COUNT.incrementAndGet();
        String ref = "01K" + "0".repeat(17) + number;
        sql.sql("UPDATE record SET is_current = false WHERE agency = :agency AND feed = :feed AND source_ref = :source")
                .param("agency", agency).param("feed", feed).param("source", sourceRef).update();
        long record = sql.sql("""
                INSERT INTO record (ref, agency, feed, source_ref, version, is_current, fact_kind, fact, observed_at, received_at, delivery_id, fingerprint)
                VALUES (:ref, :agency, :feed, :source, :version, true, :kind, :fact::jsonb, :at, :at, :delivery, :print) RETURNING id
                """).param("ref", ref).param("agency", agency).param("feed", feed).param("source", sourceRef).param("version", version)
                .param("kind", CanonicalJson.kindOf(fact)).param("fact", CanonicalJson.write(fact)).param("at", AT).param("delivery", delivery(agency, feed))
                .param("print", HexFormat.of().parseHex("%08x".formatted(number))).query(Long.class).single();
        long mention = sql.sql("INSERT INTO mention (record_id, role, index, person, fingerprint) VALUES (:record, 'CHILD', 0, :person::jsonb, '\\x00') RETURNING id")
                .param("record", record).param("person", person).query(Long.class).single();
        link(mention, child);
        return agency + "/" + feed + "/" + ref + "@" + version;
    }

    /** The pupil's marks of one month, 62 characters, padded. */
    public void marks(String evidence, String month, String marks) {
        sql.sql("""
                INSERT INTO attendance_month (record_id, month, marks, arrivals) SELECT id, :month::date, rpad(:marks, 62), '{1}' FROM record WHERE ref = :ref
                ON CONFLICT (record_id, month) DO UPDATE SET marks = excluded.marks
                """).param("ref", refOf(evidence)).param("month", month).param("marks", marks).update();
    }

    /** Undoes a match: what the record says of its child is another person's from here. */
    public void relink(String evidence, String otherPerson) {
        sql.sql("UPDATE link SET person_id = (SELECT id FROM person WHERE ref = :person) WHERE mention_id IN (SELECT m.id FROM mention m JOIN record r ON r.id = m.record_id WHERE r.ref = :ref)")
                .param("person", otherPerson).param("ref", refOf(evidence)).update();
    }

    /** Marks a person as taken over by another and gives them all links. */
    public void merge(String gone, String kept) {
        sql.sql("UPDATE person SET gone_into = (SELECT id FROM person WHERE ref = :kept) WHERE ref = :gone").param("kept", kept).param("gone", gone).update();
        sql.sql("UPDATE link SET person_id = (SELECT id FROM person WHERE ref = :kept) WHERE person_id = (SELECT id FROM person WHERE ref = :gone)")
                .param("kept", kept).param("gone", gone).update();
    }

    private long delivery(String agency, String feed) {
        return sql.sql("""
                INSERT INTO delivery (receipt, upload, agency, feed, lane, file_name, bytes, sha256, stage, received_at)
                VALUES (:key, :key, :agency, :feed, 'urgent', 'x', 1, 'x', 'ACCEPTED', :at) RETURNING id
                """).param("key", "R" + COUNT.incrementAndGet()).param("agency", agency).param("feed", feed).param("at", AT).query(Long.class).single();
    }

    private static String refOf(String evidence) {
        return evidence.substring(evidence.lastIndexOf('/') + 1, evidence.lastIndexOf('@'));
    }
}
