package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceReader;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.QuarantinedRow.Choice;
import org.earlyhelp.hub.intake.quarantine.QuarantineRuns;
import org.earlyhelp.hub.intake.quarantine.RowDesk;
import org.earlyhelp.hub.intake.take.DeliveryDoor;
import org.earlyhelp.hub.intake.take.DeliveryRun;
import org.earlyhelp.hub.intake.take.DeliveryTaking;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "hub.test.case=quarantine")
class QuarantinePageTests {
    private static final String HEADER = "Case Ref,NHS Number,UPN,Surname,Forename,DOB,Postcode,Service,Level,Lead Worker,Lead Worker Contact,Opened,Closed\n";
    private static final String ROW = ",,,Quillfeather,Ada,2012-04-02,ZZ99 3VZ,Moon Walking,3,J. Okoro,01632 960002,2026-09-01,\n";
    @LocalServerPort
    private int port;
    @Autowired
    private DeliveryDoor door;
    @Autowired
    private DeliveryTaking taking;
    @Autowired
    private QuarantineRuns runs;
    @Autowired
    private RowDesk rows;
    @Autowired
    private HubClock clock;
    @Autowired
    private JdbcClient sql;
    private Browser operator;
    private String receipt;
    private QuarantinedRow row;

    @BeforeEach
    void aRowIsRefused() throws IOException {
        sql.sql("TRUNCATE delivery, record CASCADE").update();
        receipt = drop(HEADER + "C-1" + ROW.replace("Moon Walking", "Family Help") + "C-2" + ROW + "C-3" + ROW);
        row = rows.open(Choice.ALL, 1).get(0);
        operator = Browser.signedIn(port, "operator");
    }

    private String drop(String content) throws IOException {
        LaneFile file = new LaneFile(Ids.ulid(clock), false, null, "Quillfeather.csv");
        DeliveryRun run = door.receive("avonford-council", "open-involvements", file, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))).orElseThrow();
        try (SourceReader reader = run.feed().mapping().open(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))) {
            List<SourceItem> items = new java.util.ArrayList<>();
            reader.forEachRemaining(items::add);
            taking.take(run, items);
        }
        return taking.finish(run).receipt();
    }

    private String page() {
        return "/quarantine/rows/" + row.id();
    }

    @Test
    void listsByReasonAndRow() {
        assertThat(operator.get("/quarantine").body()).contains("2 refused, by reason", "avonford-council / open-involvements", "UNKNOWN_CODE");
        assertThat(operator.get("/quarantine/rows?receipt=" + receipt).body()).contains("line 3", "line 4", receipt).doesNotContain("Quillfeather");
    }

    @Test
    void masksTheRow() {
        assertThat(operator.get(page()).body()).contains("Xxxxxxxxxxxx", "9999-99-99", "Xxxx Xxxxxxx", "at fault", "it would be refused again")
                .doesNotContain("Quillfeather", "2012-04-02", "01632 960002", "Moon Walking");
    }

    @Test
    void revealsForAReasonWhatTheAgreementLetsAnOperatorSee() {
        HttpResponse<String> revealed = operator.post(page(), page() + "/reveal", Map.of("reason", "the sender asks which row it is"));

        assertThat(revealed.body()).contains("Quillfeather", "2012-04-02", "kept back").doesNotContain("ZZ99 3VZ", "01632 960002", "J. Okoro");
        assertThat(sql.sql("SELECT count(*) FROM sharing_entry WHERE kind = 'VIEWED' AND channel = '/quarantine/rows/{id}/reveal' AND who = 'operator'").query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void revealsNothingWithoutAReason() {
        HttpResponse<String> answer = operator.post(page(), page() + "/reveal", Map.of("reason", " "));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Say why you need to see it").doesNotContain("Quillfeather");
    }

    @Test
    void correctsCountsAndRuns() {
        assertThat(operator.post(page(), page() + "/correct", Map.of("new Service", "Family Help", "reason", "told by telephone")).statusCode()).isEqualTo(302);
        assertThat(operator.get(page()).body()).contains("it would be taken now", "(corrected)", "operator corrected Service: told by telephone");
        String run = operator.post(page(), "/quarantine/runs", Map.of("which", "ticked", "row", String.valueOf(row.id()))).headers().firstValue("Location").orElseThrow().replaceFirst(".*(/quarantine)", "$1");
        assertThat(operator.get(run).headers().firstValue("Refresh")).hasValue("2");
        runs.work();
        assertThat(operator.get(run).body()).contains("1 of 1 would be taken", "Start the run");

        operator.post(run, run + "/start", Map.of());
        runs.work();

        assertThat(operator.get(run).body()).contains("1 taken, 0 refused again").doesNotContain("Start the run");
        assertThat(operator.get("/deliveries/" + receipt).body()).contains("3: 2 taken, 0 unchanged, 1 refused");
        assertThat(sql.sql("SELECT count(*) FROM sharing_entry WHERE kind = 'CORRECTED' AND source = 'avonford-council'").query(Long.class).single()).isPositive();
    }

    @Test
    void mendsARowThatCannotBeReadWithoutShowingIt() throws IOException {
        String torn = drop(HEADER + "C-9" + ROW.replace("Moon Walking", "Family Help").replace(",3,J.", ",3;J.") + "C-1" + ROW.replace("Moon Walking", "Family Help"));
        String place = "/quarantine/rows/" + rows.open(new Choice(null, null, null, torn, null), 1).get(0).id();
        String page = operator.get(place).body();
        String sent = page.replaceFirst("(?s).*<textarea[^>]*>(.*?)</textarea>.*", "$1");

        assertThat(page).contains("The row cannot be read", "TRUNCATED_ROW", "‹2› Xxxxxxxxxxxx").doesNotContain("Quillfeather", "2012-04-02", "Okoro");
        assertThat(sent).contains("‹2›,‹3›,", ";");
        assertThat(operator.post(place, place + "/correct", Map.of("text", sent.replace(';', ','), "seen", "0", "reason", "told by telephone")).statusCode()).isEqualTo(302);
        assertThat(operator.get(place).body()).contains("The text that was put in its place", "it would be taken now", "operator corrected the whole text: told by telephone", "Take the text back", "Surname")
                .doesNotContain("Quillfeather", "2012-04-02", "New text");
        assertThat(sql.sql("SELECT count(*) FROM sharing_entry WHERE kind = 'CORRECTED' AND source = 'avonford-council'").query(Long.class).single()).isPositive();
        assertThat(operator.post(place, place + "/correct", Map.of("text", "‹1›‹99›", "seen", "1", "reason", "why")).body()).contains("no piece ‹99›", "‹1›‹99›");
        assertThat(operator.post(place, place + "/correct", Map.of("text", "‹1›", "seen", "0", "reason", "why")).body()).contains("Somebody changed this row");
    }

    @Test
    void showsNoTextThatTellsAPlace() throws IOException {
        String torn = drop(HEADER + "C-9,,,Quillfeather\n" + "C-1" + ROW.replace("Moon Walking", "Family Help"));
        String place = "/quarantine/rows/" + rows.open(new Choice(null, null, null, torn, null), 1).get(0).id();

        HttpResponse<String> answer = operator.post(place, place + "/reveal", Map.of("reason", "the sender asks", "whole", "true"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Nothing of this may be shown").doesNotContain("Quillfeather");
        assertThat(operator.post(place, place + "/reveal", Map.of("reason", " ", "whole", "true")).statusCode()).isEqualTo(400);
    }

    @Test
    void changesNothingWithoutAReasonOrWithABadText() {
        assertThat(operator.post(page(), page() + "/correct", Map.of("new Service", "Family Help")).statusCode()).isEqualTo(400);
        assertThat(operator.post(page(), page() + "/correct", Map.of("new Service", "x".repeat(300), "reason", "why")).body()).contains("longer than 200");
        assertThat(operator.post(page(), page() + "/correct", Map.of("new Elsewhere", "x", "reason", "why")).body()).contains("no such field");
        assertThat(rows.history(row.id())).isEmpty();
    }

    @Test
    void runsAWholeDeliveryAgainAndLeavesItAsItWas() {
        String run = operator.post("/quarantine", "/deliveries/" + receipt + "/again", Map.of()).headers().firstValue("Location").orElseThrow().replaceFirst(".*(/quarantine)", "$1");
        runs.work();
        operator.post(run, run + "/start", Map.of());
        runs.work();

        assertThat(operator.get(run).body()).contains("1 taken, 2 refused again");
        assertThat(operator.get("/deliveries/" + receipt).body()).contains("3: 1 taken, 0 unchanged, 2 refused");
    }

    @Test
    void doesNotStartTwice() {
        String run = operator.post("/quarantine", "/quarantine/runs", Map.of("which", "all")).headers().firstValue("Location").orElseThrow().replaceFirst(".*(/quarantine)", "$1");
        runs.work();
        operator.post(run, run + "/leave", Map.of());
        operator.post(run, run + "/start", Map.of());
        runs.work();

        assertThat(operator.get(run).body()).contains("left alone");
        assertThat(operator.get("/quarantine/runs/999999").statusCode()).isEqualTo(404);
    }
}
