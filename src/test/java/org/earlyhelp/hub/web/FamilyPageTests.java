package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.abuse;
import static org.earlyhelp.hub.identity.RecordMaker.missingAndBack;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.net.http.HttpResponse;
import java.util.Map;
import org.earlyhelp.hub.identity.PersonMaker;
import org.earlyhelp.hub.person.Relationship;
import org.junit.jupiter.api.Test;

class FamilyPageTests extends FrontDoorTest {
    @Test
    void opensWithTheWarningAndHowContactIsSafe() {
        aHarmedHousehold();

        String html = page("front-door", "/families/" + familyOf("Quill", "Zoe"));

        assertThat(html).contains("Domestic abuse alleged in or near this household").contains("Contact is safe: text only, weekday mornings. Told by Avonford Police, 21 November 2026.")
                .contains("Zoe Quill").contains("Ida Quill").contains("3 Low Row").doesNotContain("Karl").doesNotContain("Stone");
        assertThat(html.indexOf("Domestic abuse alleged")).isLessThan(html.indexOf("<h1"));
    }

    @Test
    void leavesTheReferralOutForTheAlleged() {
        aHarmedHousehold();
        receive(school("S9").about(named("Ben Stone").born("2018-01-01").at("8 Far Hill", "ZZ99 7CD")).parent(Relationship.FATHER, karl().at("8 Far Hill", "ZZ99 7CD")));
        sql.sql("TRUNCATE sharing_entry").update();

        String person = as("front-door").get("/people/" + refOf("Stone", "Karl")).body();

        assertThat(person).doesNotContain("Avonford Police").doesNotContain("domestic").doesNotContain("Quill");
    }

    @Test
    void showsNobodyWhomOnlyAnAllegationNames() {
        aHarmedHousehold();

        assertThat(as("front-door").get("/people/" + refOf("Stone", "Karl")).statusCode()).isEqualTo(404);
    }

    @Test
    void drawsTheSameAsItTells() {
        receive(missingAndBack("M1", "2026-11-01").about(zoe()), school("S1").about(zoe()));
        marks("S1", "2026-10-01", "/\\".repeat(20));

        String html = page("front-door", "/families/" + familyOf("Quill", "Zoe"));

        assertThat(html).contains("<svg").contains("1 November 2026: Reported missing from home, graded low by the police").contains("hub-timeline--grave")
                .contains("Missed no session of").contains("What goes well").contains("Reported missing once in 90 days");
        assertThat(html.split("Reported missing from home", -1)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void linksTheHouseholdsOfSeparatedParents() {
        receive(school("S1").about(zoe()).parent(Relationship.MOTHER, ida()));
        receive(missingAndBack("M1", "2026-11-10").about(zoe()).contact(Relationship.FATHER, named("Lee Quill").born("1985-05-05").at("7 New Close", "ZZ99 6AB")).on("2026-11-10"));

        assertThat(page("front-door", "/families/" + familyOf("Quill", "Zoe"))).contains("Linked households").contains("Lee Quill, father of Zoe Quill, lives in another household.")
                .contains("/families/" + familyOf("Quill", "Lee")).doesNotContain("7 New Close");
    }

    @Test
    void leadsToNoHiddenHousehold() {
        receive(school("S1").about(zoe()).parent(Relationship.MOTHER, ida()));
        receive(missingAndBack("M1", "2026-11-10").about(zoe()).contact(Relationship.FATHER, named("Lee Quill").born("1985-05-05").hiddenAt("7 New Close", "ZZ99 6AB")).on("2026-11-10"));

        assertThat(page("front-door", "/families/" + familyOf("Quill", "Zoe"))).doesNotContain("Lee Quill").doesNotContain("7 New Close");
    }

    @Test
    void neverShowsAHiddenPlace() {
        receive(abuse("D3").about(named("Ana Wells").born("2014-06-06").hiddenAt("1 Hush Way", "ZZ99 7QQ")).victim(named("Eve Wells").phone("01632 960222")));
        String alert = newestAlert();
        String family = familyOf("Wells", "Ana");

        for (String path : new String[] {"/families/" + family, "/alerts/" + alert, "/people/" + refOf("Wells", "Ana"), "/inbox", "/monday"}) {
            assertThat(page("front-door", path)).as(path).doesNotContain("Hush").doesNotContain("ZZ99 7QQ").doesNotContain("northfield</").doesNotContain("Northfield</dd>")
                    .doesNotContain("<span>Safe Haven</span>").doesNotContain("960222");
        }
        assertThat(page("front-door", "/families/" + family)).contains("Where this family lives is hidden").contains("a domestic abuse service");
    }

    @Test
    void escapesWhatAgenciesSend() {
        receive(missingAndBack("M1", "2026-11-01").about(PersonMaker.aChild().named("O'<img src=x onerror=alert(1)>", "Zoë \"Z\" & <script>alert(1)</script>").born("2014-03-05").at("<b>3</b>", "ZZ99 3AB")));
        String alert = newestAlert();
        String family = sql.sql("SELECT f.ref FROM alert a JOIN family f ON f.id = a.family_id").query(String.class).single();

        for (String path : new String[] {"/families/" + family, "/alerts/" + alert}) {
            assertThat(page("front-door", path)).as(path).contains("&lt;script&gt;").doesNotContain("<script").doesNotContain("<img").doesNotContain("<b>3");
        }
    }

    @Test
    void opensToGovernanceWithAReasonOnly() {
        aMissingChild();
        String path = "/families/" + familyOf("Quill", "Zoe");

        assertThat(as("ig").get(path).body()).contains("Why do you need to open this case?").doesNotContain("Zoe");
        assertThat(as("ig").post(path, path, Map.of("reason", " ")).statusCode()).isEqualTo(403);
        assertThat(as("ig").post(path, path, Map.of("reason", "Complaint 12")).body()).contains("Zoe Quill").doesNotContain("3 Low Row");
    }

    @Test
    void showsTheStewardAPersonWithoutNeeds() {
        aMissingChild();

        assertThat(page("steward", "/people/" + refOf("Quill", "Zoe"))).contains("Zoe Quill").contains("Avonford Police").doesNotContain("Reported missing");
        assertThat(as("steward").get("/families/" + familyOf("Quill", "Zoe")).statusCode()).isEqualTo(403);
        assertThat(as("operator").get("/people/" + refOf("Quill", "Zoe")).statusCode()).isEqualTo(403);
    }

    @Test
    void says404ForNoFamily() {
        assertThat(as("front-door").get("/families/F-XXXXXX").statusCode()).isEqualTo(404);
        assertThat(as("front-door").get("/people/P-XXXXXX").statusCode()).isEqualTo(404);
    }

    @Test
    void namesWhoIsAllegedByOneLoggedClick() {
        String alert = aHarmedHousehold();
        String path = "/alerts/" + alert + "/alleged";
        assertThat(page("front-door", "/alerts/" + alert)).contains("Who is alleged").contains("Contact is safe: text only").doesNotContain("Karl");

        HttpResponse<String> blank = as("front-door").post("/alerts/" + alert, path, Map.of("reason", " "));
        sql.sql("TRUNCATE sharing_entry").update();
        HttpResponse<String> named = as("front-door").post("/alerts/" + alert, path, Map.of("reason", "To plan the visit"));

        assertThat(blank.statusCode()).isEqualTo(400);
        assertThat(blank.body()).contains("Say why you need the name").doesNotContain("Karl");
        assertThat(named.body()).contains("Karl Stone").contains("hub-no-print").doesNotContain("Quill").doesNotContain("Far Hill");
        assertThat(entries("VIEWED")).anySatisfy(entry -> assertThat(entry).contains(refOf("Stone", "Karl")).contains("ALLEGATION").contains("To plan the visit"));
    }

    @Test
    void labelsNeitherOfACounterAllegation() {
        String alert = aHarmedHousehold();
        receive(abuse("D2", "2026-11-19T20:00:00Z", null).about(zoe()).victim(karl()).alleged(ida()));

        assertThat(as("front-door").post("/alerts/" + alert, "/alerts/" + alert + "/alleged", Map.of("reason", "To plan")).body())
                .contains("counter-allegation").doesNotContain("Karl").doesNotContain("Ida");
    }

    private void marks(String sourceRef, String month, String marks) {
        sql.sql("INSERT INTO attendance_month (record_id, month, marks, arrivals) SELECT id, ?::date, rpad(?, 62), '{1}' FROM record WHERE source_ref = ?")
                .params(month, marks, sourceRef).update();
    }
}
