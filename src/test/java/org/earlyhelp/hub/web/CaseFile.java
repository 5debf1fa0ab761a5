package org.earlyhelp.hub.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.RuleRef;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.Concern;
import org.earlyhelp.hub.person.MentionedPerson;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Three families as the rooms to the left would have left them: one that goes missing and misses school, one whose
 * place is hidden and whom a specialist knows, and a sealed child.
 */
final class CaseFile {
    static final String PLAIN = "P-AAAAAA";
    static final String HIDDEN = "P-BBBBBB";
    static final String SEALED = "P-CCCCCC";
    static final String HIDDEN_POSTCODE = "ZZ99 9QQ";
    private static final Instant RAISED = Instant.parse("2026-11-23T08:00:00Z");
    private static final LocalDate SEEN = LocalDate.of(2026, 11, 21);

    private final JdbcClient sql;
    private final AlertStore alerts;
    private long delivery;

    CaseFile(JdbcClient sql) {
        this.sql = sql;
        this.alerts = new AlertStore(sql);
    }

    void write() {
        delivery = id("""
                INSERT INTO delivery (receipt, upload, agency, feed, lane, file_name, bytes, sha256, stage, received_at, decided_at, accepted, rejected)
                VALUES ('R-20261123-7F3KQ2', 'U1', 'avonford-police', 'missing-children', 'urgent', 'Kim-Lane.json', 10, 'ab', 'PARTIAL', ?, ?, 2, 1) RETURNING id""",
                stamp(RAISED), stamp(RAISED));
        sql.sql("""
                INSERT INTO delivery_error (delivery_id, line, record, field, code, severity, message, fix)
                VALUES (?, 3, 2, 'child', 'MISSING_FIELD', 'error', 'The notice names no child.', 'Send the child''s name or reference.')""").param(delivery).update();
        plainFamily();
        hiddenFamily();
        sealedChild();
        sql.sql("INSERT INTO finding (room, code, about, message, raised_at) VALUES ('identity', 'IDENTIFIER_CONFLICT', 'P-AAAAAA', "
                + "'Two records give this person different NHS numbers.', ?)").param(stamp(RAISED)).update();
    }

    private void plainFamily() {
        long family = family("F-AAAAAA", 3);
        long child = person(PLAIN, family, false, false, aPerson("Kim", "Lane"));
        link(record("01K00000000000000000000001", "avonford-police", "missing-children", "=N-1", 2, child), child, "CHILD", "CERTAIN");
        link(record("01K00000000000000000000002", "avonford-schools", "school-attendance", "900001/N999400122002", 1, child), child, "PUPIL", "CERTAIN");
        need(family, child, "MISSING", "REPEAT", "avonford-police", List.of("avonford-police/missing-children/01K00000000000000000000001@2"));
        need(family, child, "SCHOOL_ABSENCE", "", "avonford-schools", List.of("avonford-schools/school-attendance/01K00000000000000000000002@1"));
        alert(family, AlertQueue.EARLY_HELP, content(3, "riverside", List.of(
                aNeed("MISSING", PLAIN, "avonford-police", "Reported missing 3 times in 90 days"),
                aNeed("SCHOOL_ABSENCE", PLAIN, "avonford-schools", "Missed 14 of 100 possible sessions")), List.of(),
                new Assessment.Child(PLAIN, "CERTAIN", null, false, false),
                List.of(new Assessment.OpenInvolvement(PLAIN, "Family Help", 2, "J. Okoro", "01632 960123", "avonford-council"))));
    }

    private void hiddenFamily() {
        long family = family("F-BBBBBB", 4);
        long child = person(HIDDEN, family, true, false, aPerson("Ash", "Moor"));
        link(record("01K00000000000000000000003", "safe-haven", "domestic-abuse", "SH-9", 1, child), child, "CHILD", "NEW");
        need(family, child, "DOMESTIC_ABUSE", "", "safe-haven", List.of("safe-haven/domestic-abuse/01K00000000000000000000003@1"));
        alert(family, AlertQueue.FIRST_CONTACT, content(4, "withheld", List.of(aNeed("DOMESTIC_ABUSE", HIDDEN, "safe-haven", "A referral names the child")),
                List.of(new HarmTest("DA_HIGH", "A referral graded HIGH within 30 days", SEEN, HIDDEN, "safe-haven", List.of("safe-haven/domestic-abuse/01K00000000000000000000003@1"))),
                new Assessment.Child(HIDDEN, "NEW", null, true, false), List.of()));
    }

    private void sealedChild() {
        long family = family("F-CCCCCC", 1);
        long child = person(SEALED, family, false, true, aPerson("Robin", "Vale"));
        link(record("01K00000000000000000000004", "avonford-health", "health-visiting", "HV-4", 1, child), child, "CHILD", "CERTAIN");
    }

    private AlertContent content(int level, String locality, List<Need> needs, List<HarmTest> harmTests, Assessment.Child child,
                                 List<Assessment.OpenInvolvement> open) {
        List<String> knownTo = needs.stream().map(Need::agency).toList();
        return new AlertContent(level, open.isEmpty() ? "FIRST_CONTACT" : "ALREADY_OPEN", locality, List.of(new RuleRef("stands-alone", 1)), needs, harmTests,
                List.of(child), open, knownTo, List.of(), List.of());
    }

    private static Need aNeed(String code, String person, String agency, String fact) {
        return new Need(code, "group", "GOOD_EDUCATION", person, agency, "", fact, SEEN, SEEN, List.of(agency + "/feed/01K00000000000000000000009@1"));
    }

    private void alert(long family, AlertQueue queue, AlertContent content) {
        alerts.raise(family, queue, content, new Alert.Clocks(RAISED, RAISED.plusSeconds(3600), RAISED.plusSeconds(7200)), null);
    }

    private static MentionedPerson aPerson(String forename, String surname) {
        return MentionedPerson.builder().forenames(forename).surname(surname).dateOfBirth(LocalDate.of(2014, 5, 1)).build();
    }

    private long family(String ref, int level) {
        long family = id("INSERT INTO family (ref, created_at) VALUES (?, ?) RETURNING id", ref, stamp(RAISED));
        sql.sql("INSERT INTO family_level (family_id, level, assessed_at) VALUES (?, ?, ?)").params(family, level, stamp(RAISED)).update();
        return family;
    }

    private long person(String ref, long family, boolean hidden, boolean sealed, MentionedPerson summary) {
        return id("""
                INSERT INTO person (ref, created_at, family_id, family_role, place_hidden, sealed, summary)
                VALUES (?, ?, ?, 'CHILD', ?, ?, ?::jsonb) RETURNING id""", ref, stamp(RAISED), family, hidden, sealed, CanonicalJson.write(summary));
    }

    private long record(String ref, String agency, String feed, String sourceRef, int version, long child) {
        return id("""
                INSERT INTO record (ref, agency, feed, source_ref, version, is_current, fact_kind, fact, observed_at, received_at, delivery_id, fingerprint)
                VALUES (?, ?, ?, ?, ?, true, 'CONCERN', ?::jsonb, ?, ?, ?, '\\x01') RETURNING id""", ref, agency, feed, sourceRef, version,
                CanonicalJson.write(new Concern("HOUSING_AT_RISK", SEEN, null, Concern.Status.OPEN)), stamp(RAISED), stamp(RAISED), delivery);
    }

    private void link(long record, long person, String role, String match) {
        long mention = id("INSERT INTO mention (record_id, role, index, person, fingerprint) VALUES (?, ?, 0, ?::jsonb, '\\x01') RETURNING id", record, role,
                "{\"address\":{\"postcode\":\"" + HIDDEN_POSTCODE + "\"}}");
        sql.sql("INSERT INTO link (mention_id, person_id, match, reason, fingerprint, decided_at) VALUES (?, ?, ?, 'made', '\\x01', ?)")
                .params(mention, person, match, stamp(RAISED)).update();
    }

    private void need(long family, long person, String code, String grade, String agency, List<String> evidence) {
        sql.sql("INSERT INTO need (family_id, person_id, code, grade, agency, first_on, last_on, fact, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, 'fact', ?)")
                .params(family, person, code, grade, agency, SEEN.minusDays(30), SEEN, evidence.toArray(String[]::new)).update();
    }

    private long id(String insert, Object... params) {
        return sql.sql(insert).params(params).query(Long.class).single();
    }

    private static java.sql.Timestamp stamp(Instant instant) {
        return java.sql.Timestamp.from(instant);
    }
}
