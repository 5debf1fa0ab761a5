package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "hub.test.case=simulator")
class SimulatorTests {
    private static final String PAGE = "/agreements/simulator";
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient sql;

    @BeforeAll
    static void write(@Autowired JdbcClient sql) {
        new CaseFile(sql).write();
    }

    @Test
    void saysWhatMayBeSeenAndWhy() {
        String html = asked(Map.of("recipient", "queue frontdoor.early-help", "purpose", "EARLY_HELP", "agency", "avonford-schools", "class", "EDUCATION")).body();

        assertThat(html).contains("Answer for 23 November 2026").contains("school (EDUCATION)").contains("Allowed").contains("ISA-AVON-SCHOOLS-1@1, in force")
                .contains("Education Act").doesNotContain(">Withheld<");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "queue frontdoor.early-help|EARLY_HELP|avonford-schools|HEALTH||the agreement does not let this recipient see this kind of data",
            "queue frontdoor.early-help|MATCHING|avonford-schools|EDUCATION||the agreement is not for this purpose",
            "agency avonford-schools|SAFEGUARDING|avonford-police|MISSING||the agreement does not name this recipient",
            "queue frontdoor.early-help|EARLY_HELP|avonford-schools|EDUCATION|2024-01-01|no agreement with the agency is in force",
            "queue frontdoor.early-help|EARLY_HELP|avonford-schools|EDUCATION|2031-01-01|no agreement with the agency is in force",
            "export needs|GOVERNANCE|safe-haven|ALLEGATION||who is alleged is shown to the front door only, by itself and with a reason",
            "role ig|GOVERNANCE|avonford-schools|EDUCATION||a reason is needed"})
    void refusesAsTheHubWould(String recipient, String purpose, String agency, String kind, String day, String why) {
        Map<String, String> form = new HashMap<>(Map.of("recipient", recipient, "purpose", purpose, "agency", agency, "class", kind));
        if (day != null) {
            form.put("day", day);
        }

        assertThat(asked(form).body()).contains("Nothing of this may be seen").contains(why).contains(">Withheld<").doesNotContain(">Allowed<");
    }

    @Test
    void countsWhatProtectsAPerson() {
        Map<String, String> form = Map.of("recipient", "role front-door", "purpose", "EARLY_HELP", "agency", "avonford-schools", "class", "ADDRESS", "person", "p-bbbbbb");

        assertThat(asked(form).body()).contains("the place of this person is hidden").doesNotContain("Ash").doesNotContain("Moor");
        assertThat(asked(with(form, "person", CaseFile.PLAIN)).body()).contains(">Allowed<").doesNotContain("Kim");
        assertThat(asked(with(with(form, "person", CaseFile.PLAIN), "placeHidden", "yes")).body()).contains("the place of this person is hidden");
    }

    @Test
    void disclosesNothingAndSoLogsNothing() {
        long before = entries();

        asked(Map.of("recipient", "role front-door", "purpose", "EARLY_HELP", "class", "IDENTITY", "person", CaseFile.PLAIN));

        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void saysWhatIsWrongWithTheQuestion() {
        HttpResponse<String> answer = asked(Map.of("recipient", "everybody", "person", "Kim Lane", "day", "2026-02-30", "level", "9", "fields", "<b>"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Choose who would see it").contains("Choose what it would be for").contains("A person&#39;s reference looks like")
                .contains("Choose at least one kind of data").contains("Enter a day as year, month and day").contains("A level is 1 to 4").contains("Name at most 20 fields");
    }

    @Test
    void answersProgramsTheSame() {
        HttpResponse<String> answer = new Browser(port).postJson("/api/simulate", "ig",
                "{\"recipient\":[\"export links\"],\"purpose\":[\"GOVERNANCE\"],\"agency\":[\"avonford-police\"],\"class\":[\"IDENTITY\",\"CONTACT\"]}");

        JsonNode lines = JsonMapper.shared().readTree(answer.body()).path("lines");
        assertThat(lines.valueStream().map(line -> line.path("dataClass").asString() + " " + line.path("allowed").asBoolean())).containsExactlyInAnyOrder("IDENTITY true", "CONTACT false");
        assertThat(new Browser(port).postJson("/api/simulate", "ig", "{}").statusCode()).isEqualTo(400);
        assertThat(List.of("steward", "manager", "operator", "front-door")).allSatisfy(role ->
                assertThat(new Browser(port).postJson("/api/simulate", role, "{}").statusCode()).isEqualTo(403));
    }

    private long entries() {
        return sql.sql("SELECT count(*) FROM sharing_entry").query(Long.class).single();
    }

    private HttpResponse<String> asked(Map<String, String> form) {
        return Browser.signedIn(port, "ig").post(PAGE, PAGE, form);
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> changed = new HashMap<>(form);
        changed.put(name, value);
        return changed;
    }
}
