package org.earlyhelp.hub.need.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.storage.FamilyWork;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How fast a bulk load of attendance is assessed; printed, not asserted. */
class AssessmentRateTests {
    private static final int FAMILIES = Integer.getInteger("hub.rate.families", 2_000);

    @Test
    void assessesEveryFamilyOfABulkLoad() {
        DataSource database = TestDatabase.fresh();
        fill(JdbcClient.create(database));
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(DataSource.class, () -> database);
            context.register(LaneWiring.class);
            context.refresh();
            AssessmentLane lane = context.getBean(AssessmentLane.class);
            lane.stop();
            context.getBean(RuleBook.class).load(Path.of("rules"));
            queueAll(JdbcClient.create(database));

            timed("first load", lane);
            queueAll(JdbcClient.create(database));
            timed("nothing changed", lane);

            assertThat(context.getBean(FamilyWork.class).waiting()).isZero();
            assertThat(JdbcClient.create(database).sql("SELECT count(*) FROM need").query(Integer.class).single()).isEqualTo(FAMILIES / 4);
        }
    }

    private static void timed(String what, AssessmentLane lane) {
        long start = System.nanoTime();
        lane.drain();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("assessed %d families (%s) in %.1f s: %.0f a second%n", FAMILIES, what, seconds, FAMILIES / seconds);
    }

    private static void queueAll(JdbcClient sql) {
        sql.sql("INSERT INTO family_work (family_id, urgent) SELECT id, false FROM family").update();
    }

    /** A carer and a pupil with three months of marks a family; every fourth pupil misses more than a tenth. */
    private static void fill(JdbcClient sql) {
        sql.sql("""
                INSERT INTO delivery (receipt, upload, agency, feed, lane, file_name, bytes, sha256, stage, received_at)
                VALUES ('R-1', 'u-1', 'a', 'f', 'l', 'x', 1, 's', 'ACCEPTED', now())""").update();
        sql.sql("INSERT INTO family (ref, created_at) SELECT 'F-' || n, now() FROM generate_series(1, ?) n").param(FAMILIES).update();
        sql.sql("""
                INSERT INTO person (ref, created_at, family_id, family_role, summary)
                SELECT 'P-' || f.id || role, now(), f.id, role, '{"surname":"Example","dateOfBirth":"2014-02-01","address":{"postcode":"ZZ99 3VZ"}}'
                  FROM family f, unnest(ARRAY['CHILD', 'CARER']) role""").update();
        sql.sql("""
                INSERT INTO record (ref, agency, feed, source_ref, version, is_current, fact_kind, fact, observed_at, received_at, delivery_id, fingerprint)
                SELECT 'R' || p.id, 'avonford-schools', 'school-attendance', '999001/' || p.id, 1, true, 'ATTENDANCE',
                       '{"fact":"ATTENDANCE","urn":"999001","date":"2026-11-20"}', now(), now(), (SELECT id FROM delivery), ''
                  FROM person p WHERE family_role = 'CHILD'""").update();
        sql.sql("""
                INSERT INTO mention (record_id, role, index, person, fingerprint)
                SELECT r.id, role, 0, '{"surname":"Example","notes":[]}', '' FROM record r, unnest(ARRAY['PUPIL', 'PARENT']) role""").update();
        sql.sql("""
                INSERT INTO link (mention_id, person_id, match, reason, fingerprint, decided_at)
                SELECT m.id, p.id, 'CERTAIN', 'test', '', now() FROM mention m JOIN record r ON r.id = m.record_id JOIN person c ON r.ref = 'R' || c.id
                  JOIN person p ON p.family_id = c.family_id AND p.family_role = CASE m.role WHEN 'PUPIL' THEN 'CHILD' ELSE 'CARER' END""").update();
        sql.sql("""
                INSERT INTO attendance_month (record_id, month, marks, arrivals)
                SELECT r.id, month, rpad(repeat(CASE WHEN r.id % 4 = 0 THEN 'II' ELSE '' END, 3) || repeat('LL', 18), 62), ARRAY[1]
                  FROM record r, unnest(ARRAY[date '2026-09-01', date '2026-10-01', date '2026-11-01']) month""").update();
    }
}
