package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.earlyhelp.hub.rights.erase.ErasureRun;
import org.earlyhelp.hub.rights.retain.RetentionDesk;
import org.earlyhelp.hub.rights.retain.RetentionWork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Erasure, legal holds and retention by their pages: what is refused, and what two people can do. */
@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "hub.test.database=of-erasure")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ErasurePageTests {
    private static final String PLAN = "/rights/erasure/plan";
    private static final String HOLDS = "/rights/holds";
    private static final String RETENTION = "/rights/retention";
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private ErasureRun erasures;
    @Autowired
    private RetentionDesk retention;
    @Autowired
    private RetentionWork retentionWork;
    private Browser ig;
    private Browser manager;

    @BeforeAll
    void write() {
        new CaseFile(sql).write();
        ig = Browser.signedIn(port, "ig");
        manager = Browser.signedIn(port, "manager");
    }

    @Test
    @Order(1)
    void placesAHoldOverSomebodyKnownOnly() {
        assertThat(ig.post(HOLDS, HOLDS, hold("PERSON", "P-999999", "2027-01-31")).body()).contains("Nobody is known under that reference");
        assertThat(ig.post(HOLDS, HOLDS, hold("PERSON", CaseFile.SEALED, "2026-11-23")).statusCode()).isEqualTo(400);
        assertThat(ig.post(HOLDS, HOLDS, hold("PERSON", CaseFile.SEALED, "a day")).body()).contains("Give a day of review");
        assertThat(ig.post(HOLDS, HOLDS, hold("EVERY", "", "2027-01-31")).statusCode()).isEqualTo(400);
        assertThat(ig.post(HOLDS, HOLDS, hold("ALL", CaseFile.SEALED, "2027-01-31")).statusCode()).isEqualTo(400);

        ig.post(HOLDS, HOLDS, hold("PERSON", CaseFile.SEALED, "2027-01-31"));

        assertThat(ig.get(RETENTION).body()).contains("One legal hold stands");
        assertThat(ig.get(HOLDS).body()).contains("Person " + CaseFile.SEALED).contains("An inquiry asked for it").contains("31 January 2027");
    }

    @Test
    @Order(2)
    void erasesNobodyWhileAHoldStands() {
        assertThat(ig.get(PLAN + "?person=" + CaseFile.SEALED).body()).contains("A legal hold stands").doesNotContain("Propose the erasure");
        assertThat(ig.post(PLAN, PLAN, proposal(CaseFile.SEALED, "")).body()).contains("Nothing can be erased while it stands");
        assertThat(count("SELECT count(*) FROM erasure")).isZero();
    }

    @Test
    @Order(3)
    void liftsAHoldInTwoPeoplesHands() {
        long hold = count("SELECT id FROM legal_hold");
        assertThat(manager.post(HOLDS, HOLDS + "/" + hold + "/lift", Map.of()).body()).contains("Nobody proposed to lift it");
        ig.post(HOLDS, HOLDS + "/" + hold + "/propose", Map.of("reason", "The inquiry has ended"));
        assertThat(ig.post(HOLDS, HOLDS + "/" + hold + "/lift", Map.of()).body()).contains("a second, different person lifts it");
        assertThat(ig.get(HOLDS).body()).contains("The inquiry has ended").doesNotContain(">Lift it<");

        manager.post(HOLDS, HOLDS + "/" + hold + "/lift", Map.of());

        assertThat(count("SELECT count(*) FROM legal_hold WHERE lifted_at IS NOT NULL")).isOne();
        assertThat(manager.post(HOLDS, HOLDS + "/" + hold + "/lift", Map.of()).statusCode()).isEqualTo(400);
    }

    @Test
    @Order(4)
    void proposesNothingWithoutReasonOrAgainstAnOpenAlert() {
        assertThat(ig.get(PLAN + "?person=P-999999").statusCode()).isEqualTo(404);
        assertThat(ig.get(PLAN + "?person=%3Cscript%3E").body()).contains("Nobody is known").doesNotContain("<script");
        Map<String, String> unreasoned = proposal(CaseFile.PLAIN, "It was agreed");
        unreasoned.put("reason", " ");
        assertThat(ig.post(PLAN, PLAN, unreasoned).statusCode()).isEqualTo(400);
        Map<String, String> groundless = proposal(CaseFile.PLAIN, "It was agreed");
        groundless.put("ground", "BECAUSE");
        assertThat(ig.post(PLAN, PLAN, groundless).body()).contains("Choose on which ground");
        assertThat(ig.post(PLAN, PLAN, proposal(CaseFile.PLAIN, "")).body()).contains("say why it should go on all the same");
        assertThat(manager.post("/rights/erasure", PLAN, proposal(CaseFile.PLAIN, "x")).statusCode()).isEqualTo(403);
    }

    @Test
    @Order(5)
    void declinesWithWordsAndForgetsWhoItWas() {
        String erasure = propose(CaseFile.HIDDEN);
        assertThat(ig.post(PLAN, PLAN, proposal(CaseFile.HIDDEN, "All the same")).body()).contains("waits already");
        assertThat(manager.post(erasure, erasure + "/decline", Map.of("words", "")).statusCode()).isEqualTo(409);

        manager.post(erasure, erasure + "/decline", Map.of("words", "A plan is being made"));

        assertThat(ig.get(erasure).body()).contains("Declined").contains("A plan is being made").doesNotContain(CaseFile.HIDDEN);
        assertThat(manager.post(erasure, erasure + "/confirm", Map.of()).statusCode()).isEqualTo(409);
        assertThat(count("SELECT count(*) FROM person WHERE ref = '" + CaseFile.HIDDEN + "'")).isOne();
    }

    @Test
    @Order(6)
    void erasesOnceASecondPersonConfirms() {
        String erasure = propose(CaseFile.PLAIN);
        assertThat(ig.post(erasure, erasure + "/confirm", Map.of()).body()).contains("a second, different person confirms it");
        manager.post(erasure, erasure + "/confirm", Map.of());

        brokenOffByTheDatabase();
        assertThat(erasures.work()).isTrue();

        assertThat(ig.get(erasure).body()).contains("Done").contains("Sharing log").doesNotContain(CaseFile.PLAIN);
        assertThat(count("SELECT count(*) FROM person WHERE ref = '" + CaseFile.PLAIN + "'")).isZero();
        assertThat(count("SELECT count(*) FROM record WHERE source_ref IN ('=N-1', '900001/N999400122002')")).isZero();
        assertThat(count("SELECT count(*) FROM alert WHERE content::text LIKE '%" + CaseFile.PLAIN + "%' OR grounds::text LIKE '%" + CaseFile.PLAIN + "%'")).isZero();
        assertThat(count("SELECT count(*) FROM finding WHERE about LIKE '%" + CaseFile.PLAIN + "%'")).isZero();
        assertThat(erasures.work()).as("nothing is left to do").isTrue();
        assertThat(ig.get(PLAN + "?person=" + CaseFile.PLAIN).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(7)
    void findsWhatHasRunOutAndLeavesTheProtected() {
        sql.sql("UPDATE record SET observed_at = '2011-01-01'").update();
        retention.look();
        assertThat(ig.get(RETENTION).body()).contains("Found; nobody has asked for it");
        long hidden = count("SELECT count(*) FROM record r JOIN mention m ON m.record_id = r.id JOIN link l ON l.mention_id = m.id JOIN person p ON p.id = l.person_id WHERE p.ref = 'P-BBBBBB'");
        long run = count("SELECT id FROM retention_run WHERE state = 'FOUND'");
        assertThat(ig.get(RETENTION + "/" + run + ".csv").body()).startsWith("agency,class,last_fact_before,items,people,oldest,gone\n").contains(",2011-01-01,0");

        assertThat(manager.post(RETENTION, RETENTION + "/" + run + "/confirm", Map.of()).statusCode()).isEqualTo(409);
        ig.post(RETENTION, RETENTION + "/" + run + "/ask", Map.of());
        assertThat(ig.post(RETENTION, RETENTION + "/" + run + "/confirm", Map.of()).body()).contains("a second, different person confirms it");
        manager.post(RETENTION, RETENTION + "/" + run + "/confirm", Map.of());
        retentionWork.work();

        assertThat(count("SELECT count(*) FROM retention_run WHERE state = 'DONE' AND cardinality(entries) > 0")).isOne();
        assertThat(count("SELECT count(*) FROM person WHERE ref = '" + CaseFile.SEALED + "'")).as("nothing else was known of the child").isZero();
        assertThat(count("SELECT count(*) FROM record r JOIN mention m ON m.record_id = r.id JOIN link l ON l.mention_id = m.id JOIN person p ON p.id = l.person_id WHERE p.ref = 'P-BBBBBB'"))
                .as("an alert about the family is open").isEqualTo(hidden).isPositive();
        retention.look();
        assertThat(ig.get(RETENTION).body()).doesNotContain("Found; nobody");
    }

    /** What fails in the middle changes nothing, and is done the next time. */
    private void brokenOffByTheDatabase() {
        sql.sql("CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$").update();
        sql.sql("CREATE TRIGGER refused BEFORE DELETE ON person FOR EACH ROW EXECUTE FUNCTION refuse()").update();

        assertThatThrownBy(() -> erasures.work()).isInstanceOf(RuntimeException.class);

        assertThat(count("SELECT count(*) FROM link l JOIN person p ON p.id = l.person_id WHERE p.ref = '" + CaseFile.PLAIN + "'")).isPositive();
        assertThat(count("SELECT count(*) FROM alert WHERE content::text LIKE '%" + CaseFile.PLAIN + "%'")).isPositive();
        assertThat(count("SELECT count(*) FROM erasure WHERE state = 'CONFIRMED' AND person = '" + CaseFile.PLAIN + "'")).isOne();
        sql.sql("DROP FUNCTION refuse() CASCADE").update();
    }

    private String propose(String person) {
        return ig.post(PLAN + "?person=" + person, PLAN, proposal(person, "It was agreed with the front door")).headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
    }

    private static Map<String, String> proposal(String person, String override) {
        return new HashMap<>(Map.of("person", person, "ground", "NO_LONGER_NEEDED", "reason", "The request of May", "override", override));
    }

    private static Map<String, String> hold(String scope, String about, String review) {
        return Map.of("scope", scope, "about", about, "reason", "An inquiry asked for it", "review", review);
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }
}
