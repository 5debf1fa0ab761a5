package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.earlyhelp.hub.identity.PersonMaker;
import org.earlyhelp.hub.identity.RecordMaker;
import org.earlyhelp.hub.identity.RecordWriter;
import org.earlyhelp.hub.identity.lane.WorkOff;
import org.earlyhelp.hub.identity.review.ReviewDesk;
import org.earlyhelp.hub.identity.review.ReviewPair;
import org.earlyhelp.hub.need.Forecasts;
import org.earlyhelp.hub.need.RuleBook;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Pages and rooms behind them, with records that go through identity, needs and alerts as in the hub. */
@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"hub.test.case=reviews", StewardshipTest.KEPT_SIGNED_IN})
abstract class StewardshipTest {
    /** A browser is kept over many classes, of which some ask nothing of it for the quarter of an hour that a session lasts. */
    static final String KEPT_SIGNED_IN = "server.servlet.session.timeout=9h";
    static final String UPN = "N999400122002";
    private static final Map<String, Browser> BROWSERS = new ConcurrentHashMap<>();
    @LocalServerPort
    int port;
    @Autowired
    JdbcClient sql;
    @Autowired
    private WorkOff workOff;
    @Autowired
    ReviewDesk reviews;
    @Autowired
    private Forecasts forecasts;
    @Autowired
    private RuleBook rules;
    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void emptied() {
        rules.load(Path.of("rules"));
        sql.sql("TRUNCATE delivery, person, family, identity_event, finding, sharing_entry, outbox, alert, alert_notice, rights_request, disputed_fact, outcome_file CASCADE").update();
        sql.sql("UPDATE identity_lane SET holder = 'nobody'").update();
    }

    ReviewPair aDoubt(RecordMaker... more) {
        receive(school("S1").about(aChild().upn(UPN)));
        receive(school("S2").about(ada().upn(UPN)));
        receive(more);
        return reviews.asked(1).get(0);
    }

    static PersonMaker ada() {
        return named("Ada Lowe").born("2017-01-09").at("9 Far Lane", "ZZ99 7AB");
    }

    ReviewPair aHiddenDoubt() {
        receive(school("S1").about(aChild().upn(UPN)));
        receive(school("S2").about(named("Ada Lowe").born("2017-01-09").hiddenAt("9 Secret Lane", "ZZ99 7QQ").upn(UPN)));
        return reviews.asked(1).get(0);
    }

    void receive(RecordMaker... records) {
        for (RecordMaker record : records) {
            new RecordWriter(sql).store(record);
        }
        workOff.run();
        assess();
    }

    /** What the assessment lane does, for every family. */
    void assess() {
        transaction.executeWithoutResult(status -> forecasts.assessNow(sql.sql("SELECT id FROM family WHERE gone_into IS NULL").query(Long.class).list()));
    }

    Browser as(String role) {
        return BROWSERS.computeIfAbsent(role + " " + port, one -> Browser.signedIn(port, role));
    }

    String page(String role, String path) {
        HttpResponse<String> answer = as(role).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }
}
