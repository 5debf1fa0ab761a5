package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.sharing.SharingLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "hub.test.case=casework")
class CaseworkPageTests {
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private SharingLog log;

    @BeforeAll
    static void writeCases(@Autowired JdbcClient sql) {
        new CaseFile(sql).write();
    }

    @BeforeEach
    void emptyLog() {
        sql.sql("TRUNCATE sharing_entry").update();
    }

    @Test
    void listsOpenAlertsWithoutNames() {
        String html = page("front-door", "/inbox");

        assertThat(html).contains("A-2026-000001").contains("Level 3: complex, several needs").contains("Reported missing 3 times in 90 days; missed 14 of 100 possible sessions.")
                .contains("<span>Avonford Police</span>, <span>Avonford schools data service</span>").contains("Acknowledge by 09:00 today").contains("20 minutes left");
        assertThat(html).contains("A-2026-000002").contains("a domestic abuse service").contains("Withheld")
                .doesNotContain("<span>Safe Haven").doesNotContain("Kim").doesNotContain("Moor");
        assertThat(entries()).containsExactlyInAnyOrder("VIEWED P-AAAAAA avonford-police", "VIEWED P-AAAAAA avonford-schools", "VIEWED P-AAAAAA hub",
                "VIEWED P-BBBBBB safe-haven", "NOT_SHARED P-BBBBBB hub");
    }

    @Test
    void showsAnAlertWithDatesAgenciesAndWorker() {
        String html = page("front-door", "/alerts/A-2026-000001");

        assertThat(html).contains("Kim Lane").contains("1 May 2014").contains("Missed 14 of 100 possible sessions").contains("21 November 2026")
                .contains("J. Okoro").contains("01632 960123").contains("pass it to them today: J. Okoro (Family Help)").contains("Riverside")
                .doesNotContain("Domestic abuse alleged");
        assertThat(entries()).contains("VIEWED P-AAAAAA avonford-council", "VIEWED P-AAAAAA hub");
    }

    @Test
    void opensWithTheWarningWhereAbuseIsAlleged() {
        String html = page("manager", "/alerts/A-2026-000002");

        assertThat(html).contains("Domestic abuse alleged in or near this household: do not ring, write or visit before the safe-contact check.")
                .contains("A referral graded HIGH within 30 days").contains("a domestic abuse service").contains("Ash Moor")
                .doesNotContain("Safe Haven").doesNotContain("safe-haven").doesNotContain(CaseFile.HIDDEN_POSTCODE);
    }

    @Test
    void opensACaseToGovernanceWithAReasonOnly() {
        Browser officer = Browser.signedIn(port, "ig");

        assertThat(officer.get("/alerts/A-2026-000001").body()).contains("Why do you need to open this case?").doesNotContain("Kim Lane");
        assertThat(officer.post("/alerts/A-2026-000001", "/alerts/A-2026-000001", Map.of("reason", "Complaint 12")).body()).contains("Kim Lane")
                .contains("Withheld from you").doesNotContain("01632 960123");
        assertThat(log.find(sql.sql("SELECT id FROM sharing_entry WHERE kind = 'VIEWED' LIMIT 1").query(String.class).single()).orElseThrow().payload()).contains("Complaint 12");
    }

    @Test
    void refusesGovernanceAnEmptyReason() {
        Browser officer = Browser.signedIn(port, "ig");

        HttpResponse<String> answer = officer.post("/alerts/A-2026-000001", "/alerts/A-2026-000001", Map.of("reason", "  "));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("a reason is needed").doesNotContain("Kim Lane");
        assertThat(entries()).isNotEmpty().allMatch(entry -> entry.startsWith("REFUSED "));
    }

    @Test
    void showsTheStewardWhatIsOpen() {
        assertThat(page("steward", "/reviews")).contains("1 finding waits").contains("Two records give this person different NHS numbers.");
    }

    @Test
    void showsTheOperatorWhatArrivedAndNoFileName() {
        assertThat(page("operator", "/feeds")).contains("R-20261123-7F3KQ2").contains("accepted in part").contains("nothing yet").doesNotContain("Kim-Lane");
        assertThat(page("operator", "/deliveries/R-20261123-7F3KQ2")).contains("MISSING_FIELD").contains("The notice names no child.")
                .contains("3: 2 taken, 0 unchanged, 1 refused").doesNotContain("Kim-Lane");
        assertThat(sql.sql("SELECT count(*) FROM sharing_entry").query(Long.class).single()).isZero();
    }

    @Test
    void showsGovernanceEveryEntryInWords() {
        page("front-door", "/alerts/A-2026-000002");
        String id = sql.sql("SELECT id FROM sharing_entry WHERE person = 'P-BBBBBB' AND kind = 'VIEWED' AND agreement LIKE 'ISA-SAFE%'").query(String.class).single();

        assertThat(page("ig", "/sharing?person=p-bbbbbb")).contains(id);
        assertThat(page("ig", "/sharing/" + id)).contains("ISA-SAFE-HAVEN-1, version 1").contains("9(2)(g) substantial public interest")
                .contains(">knownTo<").contains("the place of this person is hidden").contains("in force");
    }

    @Test
    void says404ForWhatIsNotThere() {
        HttpResponse<String> answer = Browser.signedIn(port, "front-door").get("/alerts/A-2026-999999");

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private String page(String role, String path) {
        HttpResponse<String> answer = Browser.signedIn(port, role).get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private List<String> entries() {
        return sql.sql("SELECT kind || ' ' || person || ' ' || source FROM sharing_entry").query(String.class).list();
    }
}
