package org.earlyhelp.hub.cli.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.need.RulesFolder;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

class RuleTryCommandTests {
    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @TempDir
    private Path folder;
    private RulesFolder rules;
    private JdbcClient sql;
    private Throwable failure;

    @BeforeEach
    void oneFamilyUnderTheShippedRules() throws Exception {
        DataSource database = TestDatabase.fresh();
        try (Connection connection = database.getConnection()) {
            environment.put("HUB_DB_URL", connection.getMetaData().getURL());
        }
        environment.put("HUB_DB_USER", "postgres");
        environment.put("HUB_DB_PASSWORD", "postgres");
        environment.put("HUB_DATA_DIR", folder.resolve("data").toString());
        environment.put("HUB_CLOCK", "2026-11-23T08:40:00Z");
        rules = RulesFolder.copiedTo(folder.resolve("rules"));
        sql = JdbcClient.create(database);
        List<String> files = List.of("needs.yaml", "levels.yaml", "alerts.yaml", "concerns.yaml", "localities.yaml", "school-calendar.yaml");
        int number = sql.sql("INSERT INTO rule_set (sha256, rules, seen_at, activated_by, activated_at) VALUES ('x', '{}', now(), 'installation', now()) RETURNING number")
                .query(Integer.class).single();
        files.forEach(file -> sql.sql("INSERT INTO rule_set_file (number, file, body) VALUES (?, ?, ?)").param(number).param(file).param(rules.text(file)).update());
        missingChild();
    }

    /** Reported missing and returned forty days ago. */
    private void missingChild() {
        sql.sql("""
                WITH d AS (INSERT INTO delivery (receipt, upload, agency, feed, lane, file_name, bytes, sha256, stage, received_at)
                           VALUES ('R-1', 'u-1', 'a', 'f', 'l', 'x', 1, 's', 'ACCEPTED', now()) RETURNING id),
                     f AS (INSERT INTO family (ref, created_at) VALUES ('F-ONE', now()) RETURNING id),
                     p AS (INSERT INTO person (ref, created_at, family_id, family_role, summary)
                           SELECT 'P-ONE', now(), id, 'CHILD', '{"dateOfBirth":"2012-05-01","surname":"Example"}'::jsonb FROM f RETURNING id),
                     r AS (INSERT INTO record (ref, agency, feed, source_ref, version, is_current, fact_kind, fact, observed_at, received_at, delivery_id, fingerprint)
                           SELECT 'R1', 'avonford-police', 'missing-children', 'N1', 1, true, 'MISSING',
                                  '{"fact":"MISSING","kind":"RETURNED","reportedAt":"2026-10-14T08:00:00Z","returnedAt":"2026-10-14T09:00:00Z","riskGrade":"LOW"}'::jsonb,
                                  '2026-10-14T08:00:00Z', now(), id, '\\x01' FROM d RETURNING id),
                     m AS (INSERT INTO mention (record_id, role, index, person, fingerprint) SELECT id, 'CHILD', 0, '{}', '\\x01' FROM r RETURNING id)
                INSERT INTO link (mention_id, person_id, match, reason, fingerprint, decided_at) SELECT m.id, p.id, 'CERTAIN', 'test', '\\x01', now() FROM m, p""").update();
    }

    private int tried(String... arguments) {
        return new CommandLine(new RuleTryCommand(environment)).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .setExecutionExceptionHandler((thrown, command, parsed) -> {
                    failure = thrown;
                    return 3;
                }).execute(arguments);
    }

    private String dir() {
        return rules.path().toString();
    }

    private void shortenRaised() {
        rules.with("needs.yaml", "within-days: 90}", "within-days: 30}").with("needs.yaml", "  - id: MISSING\n    version: 1", "  - id: MISSING\n    version: 2");
        String needs = rules.text("needs.yaml");
        int from = needs.indexOf("    examples:");
        int to = needs.indexOf("  - id: EXPLOITATION_RISK");
        rules.with("needs.yaml", needs.substring(from, to), """
                    examples:
                      - title: nothing known
                        now: 2026-11-23T08:40:00Z
                        born: 2012-05-01
                        given: [{ref: A, fact: {fact: INVOLVEMENT, service: Any, level: 1, opened: 2026-02-01}}]
                        expect: none

                """);
    }

    @Test
    void saysThatNothingWouldChange() {
        assertThat(tried(dir())).isZero();
        assertThat(out.toString()).contains("1 families: 0 would gain an alert, 0 lose one");
    }

    @Test
    void namesTheFamilyThatWouldLoseItsAlert() {
        shortenRaised();

        assertThat(tried(dir())).as(out.toString() + err).isZero();
        assertThat(out.toString()).contains("LOSE F-ONE: stands-alone -> no alert, level 2 -> 1").doesNotContain("Example").doesNotContain("P-ONE");
    }

    @Test
    void countsTheWeeksAsJson() {
        shortenRaised();

        assertThat(tried(dir(), "--since", "2026-10-01", "--json")).isZero();
        assertThat(out.toString()).contains("\"monday\":\"2026-10-12\"", "\"queue\":\"frontdoor.early-help\"", "\"before\":1,\"after\":1", "\"lose\":1");
    }

    @Test
    void changesNothingInTheDatabase() {
        shortenRaised();
        tried(dir(), "--since", "2026-10-01");

        assertThat(sql.sql("SELECT (SELECT count(*) FROM need) + (SELECT count(*) FROM alert) + (SELECT count(*) FROM family_work) + (SELECT count(*) FROM family_level)")
                .query(Long.class).single()).isZero();
    }

    @Test
    void namesFaultsOfTheFolder() {
        rules.with("needs.yaml", "group: missing", "groups: missing");

        assertThat(tried(dir())).isEqualTo(1);
        assertThat(out.toString()).contains("needs.yaml:", "group");
    }

    @Test
    void namesVersionsThatWereNotRaised() {
        rules.with("levels.yaml", "title: Still missing", "title: Missing for long");

        assertThat(tried(dir())).isEqualTo(1);
        assertThat(out.toString()).contains("the rule STILL_MISSING was changed but is still version 1");
    }

    @Test
    void refusesWrongUse() {
        assertThat(tried(folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(tried(dir(), "--since", "2027-01-01")).isEqualTo(2);
        assertThat(tried(dir(), "--since", "yesterday")).isEqualTo(2);
    }

    @Test
    void saysThatNoRulesAreInForceYet() {
        sql.sql("DELETE FROM rule_set").update();

        assertThat(tried(dir())).isEqualTo(3);
        assertThat(failure).isInstanceOf(StartFailure.class).hasMessageStartingWith("No rules are in force");
    }
}
