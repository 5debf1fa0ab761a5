package org.earlyhelp.hub.cli.bench;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.RuleRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills a store with families of one child and an alert each: the first few are written one by one, the
 * others are copies of them. Open ones are younger than any time at which somebody is told of them.
 */
final class AlertStock {
    static final int ONE_OPEN_IN = 10;
    private static final Duration OLDEST_OPEN = Duration.ofHours(6);
    private static final List<AlertQueue> QUEUES = List.of(AlertQueue.EARLY_HELP, AlertQueue.EARLY_HELP, AlertQueue.FIRST_CONTACT);
    private final JdbcClient sql;
    private final Instant now = HubClock.machineTime();
    private final LocalDate today = London.dateOf(now);

    AlertStock(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** One in 100 families lives at a hidden place. Call once, on an empty hub. */
    void fill(int alerts) {
        addFamilies(alerts);
        for (int number = 1; number <= QUEUES.size(); number++) {
            raise(number, content(number));
        }
        copy(alerts);
        sql.sql("SELECT setval('alert_number', ?)").param(alerts).query(Long.class).single();
        sql.sql("ANALYZE").update();
    }

    /** Some alert of the store. */
    static String anyRef(SplittableRandom random, int alerts) {
        return ref(1 + random.nextInt(alerts));
    }

    /** Some alert that is open. */
    static String openRef(SplittableRandom random, int alerts) {
        return ref(alerts < ONE_OPEN_IN ? 1 : ONE_OPEN_IN * (1 + random.nextInt(alerts / ONE_OPEN_IN)));
    }

    private static String ref(int number) {
        return Ids.alertRef(London.dateOf(HubClock.machineTime()).getYear(), number);
    }

    private void addFamilies(int count) {
        sql.sql("INSERT INTO family (ref, created_at) SELECT 'F-' || lpad(n::text, 6, '0'), now() FROM generate_series(1, ?) n").param(count).update();
        sql.sql("""
                INSERT INTO person (ref, created_at, family_id, family_role, place_hidden, summary)
                SELECT 'P-' || lpad(f.id::text, 6, '0'), now(), f.id, 'CHILD', f.id % 100 = 0,
                       jsonb_build_object('surname', 'Bench' || f.id, 'forenames', 'Child', 'dateOfBirth', DATE '2010-01-01' + (f.id % 5000)::integer)
                  FROM family f ORDER BY f.id""").update();
    }

    /** As the room of alerts writes it; what it keeps empty is empty here. */
    private void raise(int number, AlertContent content) {
        sql.sql("""
                INSERT INTO alert (ref, family_id, queue, version, status, level, rule, locality, content, raised_at, acknowledge_by, decide_by)
                VALUES (:ref, :family, :queue, 1, 'RAISED', :level, :rule, :locality, :content::jsonb, :raised::timestamptz, :raised::timestamptz + INTERVAL '1 day',
                        :raised::timestamptz + INTERVAL '2 days')
                """).param("ref", ref(number)).param("family", number).param("queue", QUEUES.get(number - 1).queueName()).param("level", content.level())
                .param("rule", content.rule().toString()).param("locality", content.locality()).param("content", JsonMapper.shared().writeValueAsString(content))
                .param("raised", Timestamp.from(now)).update();
    }

    /** The families after the first ones get a copy of one of theirs, about their own child; all but one in ten decided long ago. */
    private void copy(int alerts) {
        sql.sql("""
                INSERT INTO alert (ref, family_id, queue, version, status, level, rule, locality, content, raised_at, acknowledge_by, decide_by,
                                   acknowledged_at, decided_at, closed_at, outcome, reason)
                SELECT left(t.ref, 7) || lpad(n::text, 6, '0'), n, t.queue, 1,
                       CASE WHEN n % :open > 0 THEN 'DECIDED' WHEN t.queue = 'frontdoor.early-help' AND n % 20 = 0 THEN 'RAISED' ELSE 'ACKNOWLEDGED' END,
                       t.level, t.rule, t.locality, replace(t.content::text, 'P-' || lpad(t.id::text, 6, '0'), 'P-' || lpad(n::text, 6, '0'))::jsonb,
                       t.raised_at - a.age, t.acknowledge_by - a.age, t.decide_by - a.age,
                       t.raised_at - a.age + INTERVAL '20 minutes', d.decided, d.decided, CASE WHEN d.decided IS NULL THEN NULL ELSE 'EMERGING' END,
                       CASE WHEN d.decided IS NULL THEN NULL ELSE 'Early Help has it.' END
                  FROM generate_series(:first, :last) n
                  JOIN alert t ON t.family_id = 1 + n % :kinds AND t.family_id < :first
                  CROSS JOIN LATERAL (SELECT CASE WHEN n % :open > 0 THEN INTERVAL '2 days' + n * INTERVAL '5 minutes' ELSE n % :minutes * INTERVAL '1 minute' END AS age) a
                  CROSS JOIN LATERAL (SELECT CASE WHEN n % :open > 0 THEN t.raised_at - a.age + INTERVAL '1 day' END AS decided) d
                """).param("first", QUEUES.size() + 1).param("last", alerts).param("kinds", QUEUES.size()).param("open", ONE_OPEN_IN)
                .param("minutes", OLDEST_OPEN.toMinutes()).update();
        sql.sql("INSERT INTO alert_version (alert_id, version, event, content, at) SELECT id, 1, 'RAISED', content, raised_at FROM alert").update();
    }

    private AlertContent content(int number) {
        String child = "P-%06d".formatted(number);
        boolean harm = QUEUES.get(number - 1) == AlertQueue.FIRST_CONTACT;
        List<String> evidence = List.of("avonford-police/missing-children/01KAN0R7G00000000000000002@2");
        List<HarmTest> harms = harm ? List.of(new HarmTest("MISSING_HIGH", "Missing, graded high by the police.", today, child, "avonford-police", evidence)) : List.of();
        List<Need> needs = List.of(
                new Need("MISSING", "missing", "SAFE_FROM_ABUSE", child, "avonford-police", "", "Reported missing once within 90 days.", today.minusDays(3), today.minusDays(3), evidence),
                new Need("SCHOOL_ABSENCE", "school", "GOOD_EDUCATION", child, "avonford-schools", "", "Missed 14 of 80 possible sessions.", today.minusDays(40), today.minusDays(1),
                        List.of("avonford-schools/school-attendance/01KAN0R7G00000000000000003@1")));
        return new AlertContent(harm ? 4 : 2, harm ? "FIRST_CONTACT" : "EARLY_HELP_ASSESSMENT", "harbour", List.of(new RuleRef(harm ? "first-contact" : "two-agencies", 1)),
                needs, harms, List.of(new Assessment.Child(child, "CERTAIN", null, false, false)), List.of(), List.of("avonford-police", "avonford-schools"), List.of(), List.of());
    }
}
