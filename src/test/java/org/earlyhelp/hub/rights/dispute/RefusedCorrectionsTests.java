package org.earlyhelp.hub.rights.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.earlyhelp.hub.support.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests for correction that an older hub refused for good since the sharing log was stopped. */
class RefusedCorrectionsTests {
    private static final String STOPPED = "Nothing may leave: the sharing log is stopped until two people have looked at it.";
    private final DataSource database = TestDatabase.empty();
    private final JdbcClient sql = JdbcClient.create(database);

    @Test
    void waitAtTheNextVersionOfTheHub() {
        Flyway.configure().dataSource(database).target("147").load().migrate();
        sql.sql("INSERT INTO rights_request (id, ref, kind, capacity, state, version, details, received_on, opened_by, opened_at) VALUES ('Q', 'RR-AAAAAA', 'RECTIFICATION', 'SELF', 'IN_HAND', 1, '', now(), 'ig', now())")
                .update();
        dispute("A", "OPEN", STOPPED);
        dispute("B", "UPHELD", STOPPED);
        dispute("C", "OPEN", "The agreement does not let it.");

        Flyway.configure().dataSource(database).target("148").load().migrate();

        assertThat(sql.sql("SELECT ref || ' ' || array_to_string(waits, ',') FROM dispute ORDER BY ref").query(String.class).list())
                .containsExactly("A a-force,a-school", "B ", "C ");
    }

    private void dispute(String ref, String state, String why) {
        sql.sql("INSERT INTO disputed_fact (ref, person, field, since) VALUES (?, 'P-ABCDEF', 'name', now())").param(ref).update();
        sql.sql("INSERT INTO dispute (ref, request_id, state, words, told, opened_by) VALUES (?, 'Q', ?, '', jsonb_build_object('a-school', ?::text, 'a-force', ?::text, 'a-clinic', '01K4M5N6P7Q8R9S0T1V2W3X410'), 'ig')")
                .params(ref, state, why, why).update();
    }
}
