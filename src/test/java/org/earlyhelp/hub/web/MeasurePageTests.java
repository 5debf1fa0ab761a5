package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.need.RuleBook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pages of figures over HTTP: 20 families of Riverside, 3 of Harbour, 6 hidden ones whose postcode is of Westbrook; all raised in November, their
 * needs since October, decided after ten days of which some are long ago.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "hub.test.data=figures")
class MeasurePageTests {
    private static final LocalDate FIRST_ON = LocalDate.of(2026, 10, 5);
    private static final Instant RAISED = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant DECIDED = Instant.parse("2026-11-03T11:00:00Z");

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private RuleBook rules;

    @BeforeAll
    void fill() {
        rules.load(Path.of("rules"));
        MeasureFile file = new MeasureFile(sql);
        families(file, 20, "ZZ99 1AA", false, "riverside");
        families(file, 3, "ZZ99 4AA", false, "harbour");
        families(file, 6, "ZZ99 8QX", true, "westbrook");
    }

    private static void families(MeasureFile file, int howMany, String postcode, boolean hidden, String locality) {
        for (int i = 0; i < howMany; i++) {
            MeasureFile.Family family = file.family(postcode, hidden, FIRST_ON);
            Alert alert = file.alert(family, locality, RAISED);
            file.decide(alert, Outcome.EMERGING, DECIDED);
            file.feedback(alert, i < 5 ? "USEFUL" : "ALREADY_KNOWN", DECIDED);
            file.level(family, i < 12 ? 4 : 3);
        }
    }

    private String get(String account, String path) {
        HttpResponse<String> answer = Browser.signedIn(port, account).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void countsNeedsAndAlertsByLocalityAndMonth() {
        String csv = get("front-door", "/localities.csv");

        assertThat(csv).startsWith("what,month,locality,count\n").contains("needs,2026-10,riverside,20\n", "alerts,2026-11,riverside,20\n", "needs,2026-09,riverside,0\n");
    }

    @Test
    void countsHiddenFamiliesAsWithheldOnly() {
        assertThat(get("manager", "/localities.csv")).contains("needs,2026-10,westbrook,0\n", "needs,all,westbrook,0\n", "alerts,2026-11,westbrook,0\n")
                .containsPattern("needs,2026-10,withheld,(6|not shown)\n");
        assertThat(get("manager", "/measures/rates.csv")).contains("Westbrook,4100,0,0.0,0,0.0\n");
    }

    @Test
    void concealsASmallCountAndWhatGivesItAway() {
        List<String> october = get("front-door", "/localities.csv").lines().filter(line -> line.startsWith("needs,2026-10,")).toList();

        assertThat(october).contains("needs,2026-10,harbour,not shown");
        assertThat(october.stream().filter(line -> line.endsWith(",not shown")).count()).isGreaterThan(1);
    }

    @Test
    void showsSomeMonthsWithTheTotalsOfAll() {
        String csv = get("front-door", "/localities.csv?from=2026-10&to=2026-10");

        assertThat(csv).contains("needs,2026-10,riverside,20\n", "needs,all,riverside,20\n", "alerts,all,riverside,20\n").doesNotContain("2026-11", "2026-09");
        assertThat(get("front-door", "/localities?from=2026-10&to=2026-11")).contains("October 2026</th>").doesNotContain("September 2026</th>").contains("All 12 months");
    }

    @Test
    void saysWhatIsWrongWithAMonth() {
        assertThat(get("front-door", "/localities?from=2026-11&to=2026-10")).contains("There is a problem", "must not be after").contains("December 2025</th>");
        assertThat(get("front-door", "/localities?from=%3Cscript%3E")).contains("Choose a month from the list").doesNotContain("<script");
    }

    @Test
    void drawsAPanelForEachLocality() {
        assertThat(get("front-door", "/localities")).contains("aria-label=\"Needs that began, a panel for each locality\"").contains(">Riverside</text>", ">Withheld</text>");
    }

    @Test
    void measuresTheWaitForADecision() {
        String csv = get("manager", "/measures/waits.csv");

        assertThat(csv).contains("November 2026,29,26,26,26,26\n", "October 2026,0,–,–,–,–\n", "All 12 months,29,26,26,26,26\n");
    }

    @Test
    void tellsWhatCameBeforeLevelFour() {
        assertThat(get("manager", "/measures/level-4.csv")).contains("agencies,No agency,21\n", "agencies,All,21\n", "help-before,Team around the family,21\n",
                "known-for,No record of their own,21\n");
    }

    @Test
    void givesRatesForEachThousandChildren() {
        assertThat(get("manager", "/measures/rates.csv")).contains("Riverside,8200,20,2.4,20,2.4\n").containsPattern("Harbour,6900,not shown,not shown,not shown,not shown\n");
    }

    @Test
    void saysOfEachRuleWhatItRaisedAndHowUseful() {
        String html = get("front-door", "/rules");

        assertThat(html).contains("SCHOOL_ABSENCE, version 1", "Good education", "At least 1 in 10 of this school year", "two-agencies, version 1", "href=\"/rules/MISSING/examples\"");
        assertThat(html.replaceAll("\\s+", " ")).containsPattern("MISSING, version 1.*?>29<.*?>29<.*?>29<.*?>45%<.*?>0%<.*?>55%<");
    }

    @Test
    void showsTheExamplesOfARule() {
        assertThat(get("front-door", "/rules/MISSING/examples")).contains("an episode 90 days ago counts", "Reported missing once in 90 days", "It does not hold");
        assertThat(Browser.signedIn(port, "manager").get("/rules/NOTHING/examples").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/localities", "/localities.csv", "/measures", "/measures/waits.csv", "/measures/afterwards.csv", "/measures/level-4.csv", "/measures/rates.csv", "/rules"})
    void letsNoPersonReferenceOrHiddenValueOut(String path) {
        assertThat(get("manager", path)).doesNotContain("Wilhelmina", "Quillfeather", "ZZ99", "8QX").doesNotContainPattern("[FP]-0000").doesNotContainPattern("A-2026-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/localities.csv", "/measures/waits.csv", "/measures/afterwards.csv", "/measures/level-4.csv", "/measures/rates.csv"})
    void letsNoCountOfOneToFourOut(String path) {
        assertThat(get("manager", path).lines().skip(1)).noneMatch(line -> line.matches(".*,[1-4](,.*)?")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/localities", "/measures", "/rules"})
    void letsNoCountOfOneToFourOntoThePage(String path) {
        assertThat(get("manager", path)).doesNotContainPattern("numeric\">[1-4]<").doesNotContainPattern("<text[^>]*>[1-4]</text>").contains("fewer than 5");
    }

    @ParameterizedTest
    @CsvSource({"steward,/localities", "ig,/localities.csv", "operator,/rules", "front-door,/measures", "front-door,/measures/rates.csv", "steward,/rules/MISSING/examples"})
    void refusesOtherRoles(String account, String path) {
        assertThat(Browser.signedIn(port, account).get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void linksFromTheStartPage() {
        assertThat(get("front-door", "/")).contains("href=\"/localities\"", "href=\"/rules\"").doesNotContain("href=\"/measures\"");
        assertThat(get("manager", "/")).contains("href=\"/localities\"", "href=\"/rules\"", "href=\"/measures\"");
    }
}
