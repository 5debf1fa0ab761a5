package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of information governance over a log that each test writes. */
@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"hub.test.case=governance", StewardshipTest.KEPT_SIGNED_IN})
abstract class SharingLogTest {
    private static Browser officer;
    private static int signedInAt;

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient sql;
    LogFile log;

    @BeforeEach
    void emptied() {
        sql.sql("TRUNCATE person, family, identity_event, alert, sharing_entry, unusual_access, unusual_access_day, sharing_sample, sharing_month_count, "
                + "sharing_month_counted, staff_surname CASCADE").update();
        log = new LogFile(sql);
    }

    Browser ig() {
        if (signedInAt != port) {
            officer = Browser.signedIn(port, "ig");
            signedInAt = port;
        }
        return officer;
    }

    String page(String path) {
        HttpResponse<String> answer = ig().get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** A person in a family of their own, or of the family that another stands in. */
    void person(String ref, String family, String surname) {
        sql.sql("INSERT INTO family (ref, created_at) VALUES (?, now()) ON CONFLICT DO NOTHING").param(family).update();
        sql.sql("INSERT INTO person (ref, created_at, family_id, family_role, summary) SELECT ?, now(), id, 'CHILD', jsonb_build_object('surname', ?::text) FROM family WHERE ref = ?")
                .params(ref, surname, family).update();
    }
}
