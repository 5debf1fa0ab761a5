package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.RecordMaker.missingAndBack;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsRequestTests extends RightsTest {
    @Test
    void keepsWhoAsksSealedAndOffTheList() {
        String ref = aRequest("ACCESS", "SELF");

        assertThat(page("ig", "/rights")).contains(ref).contains("The month begins when identity is shown").doesNotContain("Somebody Asking");
        assertThat(page("ig", "/rights/" + ref)).contains("Somebody Asking").contains("PO Box 9, Elsewhere").contains("Not found yet");
        assertThat(sql.sql("SELECT encode(details, 'escape') FROM rights_request").query(String.class).single()).doesNotContain("Somebody").doesNotContain("PO Box");
        assertThat(entries("VIEWED")).last().asString().contains(ref).doesNotContain("Somebody");
    }

    @ParameterizedTest
    @CsvSource({"kind,NOTHING,Choose what they ask for", "capacity,'',Choose for whom they ask", "received,2026-11-24,cannot be yet to come", "received,23/11/2026,year-month-day",
            "name,'',Enter the name they gave", "reach,'',Enter where the answer goes", "about,'',Enter whose data they ask for"})
    void saysWhatIsWrongWithARequest(String field, String value, String says) {
        Map<String, String> fields = new java.util.HashMap<>(Map.of("kind", "ACCESS", "capacity", "PARENT", "received", "2026-11-23", "name", "A", "reach", "B", "about", "C", "words", "D"));
        fields.put(field, value);

        HttpResponse<String> answer = as("ig").post("/rights/new", "/rights/new", fields);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(says).contains("#" + field);
        assertThat(sql.sql("SELECT count(*) FROM rights_request").query(Long.class).single()).isZero();
    }

    @Test
    void countsTheMonthFromTheProofAndStopsItForClarification() {
        String ref = inHand("ACCESS", "SELF", aPerson(), "");

        assertThat(page("ig", "/rights/" + ref)).contains("Answer by 23 December 2026").contains("passport and birth certificate seen");
        step("ig", ref, "ASK", Map.of("note", "which school year do you mean"));
        assertThat(page("ig", "/rights/" + ref)).contains("the clock stands still").contains("Waits for clarification");
        step("ig", ref, "CLARIFY", Map.of("note", "this year"));
        step("ig", ref, "EXTEND", Map.of("note", "records of three agencies have to be read"));
        assertThat(page("ig", "/rights/" + ref)).contains("Answer by 23 February 2027");
        assertThat(step("ig", ref, "EXTEND", Map.of("note", "again")).body()).contains("it can be extended once");
    }

    @Test
    void findsWhoseDataItIs() {
        String zoe = aPerson();
        String ref = aRequest("ACCESS", "SELF");

        assertThat(as("ig").post("/rights/" + ref, "/rights/" + ref + "/find", Map.of("surname", "Quill", "born", "2014-03-05")).body()).contains(zoe).contains("5 March 2014");
        assertThat(as("ig").post("/rights/" + ref, "/rights/" + ref + "/find", Map.of("surname", "Quill", "born", "2014-03-06")).body()).contains("Nobody of that name");
        assertThat(name(ref, "P-ZZZZZZ", "").statusCode()).isEqualTo(409);
    }

    @Test
    void refusesAStepThatSomebodyTookMeanwhile() {
        String ref = aRequest("COMPLAINT", "SELF");
        step("ig", ref, "ACKNOWLEDGE", Map.of("note", "by letter"));

        HttpResponse<String> late = step("ig", ref, "REFUSE", Map.of("note", "late", "version", "1"));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody has dealt with this request since you opened it");
    }

    @Test
    void answersAComplaintAfterItWasAcknowledged() {
        String ref = aRequest("COMPLAINT", "SELF");

        assertThat(page("ig", "/rights/" + ref)).contains("Acknowledge by 23 December 2026");
        assertThat(step("ig", ref, "ANSWER", Map.of("note", "too soon")).statusCode()).isEqualTo(409);
        step("ig", ref, "ACKNOWLEDGE", Map.of("note", "by letter"));
        assertThat(page("ig", "/rights/" + ref)).contains("Without undue delay");
        assertThat(step("ig", ref, "ANSWER", Map.of("note", "upheld, and said sorry")).statusCode()).isEqualTo(302);
        assertThat(page("ig", "/rights/" + ref)).contains("Answered").contains("upheld, and said sorry");
    }

    @Test
    void letsAManagerReleaseAndNothingElse() {
        String ref = inHand("ACCESS", "SELF", aPerson(), "");

        assertThat(step("manager", ref, "REFUSE", Map.of("note", "no")).statusCode()).isEqualTo(403);
        assertThat(as("manager").get("/rights/" + ref).body()).doesNotContain("Refuse");
    }

    @Test
    void asksForTheSamePersonWhereTheyAskForThemselves() {
        String ref = aRequest("ACCESS", "SELF");
        receive(school("S1").about(zoe()), school("S2").about(ida()));

        assertThat(name(ref, refOf("Quill", "Zoe"), refOf("Quill", "Ida")).body()).contains("must be the same person");
    }

    @Test
    void saysTheSameToEveryFamily() {
        receive(school("S1").about(zoe()));
        String plain = page("front-door", "/families/" + familyOf("Quill", "Zoe") + "/statement").replace(familyOf("Quill", "Zoe"), "F-");
        emptied();
        aHarmedHousehold();
        String harmed = page("front-door", "/families/" + familyOf("Quill", "Zoe") + "/statement").replace(familyOf("Quill", "Zoe"), "F-");

        assertThat(harmed).isEqualTo(plain).contains("Avonford Council").contains("acknowledge it within 30 days").doesNotContain("Quill");
    }

    private String aPerson() {
        receive(missingAndBack("M1", "2026-11-01").about(zoe()));
        return refOf("Quill", "Zoe");
    }
}
