package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.RecordMaker.missingAndBack;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerPageTests extends FrontDoorTest {
    private static final Map<String, String> DECISION = Map.of("outcome", "EMERGING", "reason", "Three small worries together", "lead", "A. Baker", "told", "NOT_YET",
            "agrees", "NOT_ASKED", "whyNot", "First ring the school", "words", "I like it at Nan's, 3 Low Row", "level", "");

    @Test
    void acknowledgesOnceHoweverOftenSent() {
        String alert = aMissingChild();
        Map<String, String> fields = hidden(page("front-door", "/alerts/" + alert), "/alerts/" + alert + "/acknowledge");

        HttpResponse<String> first = as("front-door").post("/alerts/" + alert, "/alerts/" + alert + "/acknowledge", fields);
        as("front-door").post("/alerts/" + alert, "/alerts/" + alert + "/acknowledge", fields);

        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(decisions(alert)).isEqualTo(1);
        assertThat(page("front-door", "/alerts/" + alert + "?done=acknowledged")).contains("You have acknowledged this alert").contains("Acknowledged, waits for a decision")
                .doesNotContain("I have this alert");
    }

    @Test
    void decidesFromPageToOutcome() {
        String alert = aMissingChild();

        HttpResponse<String> answer = decide(alert, DECISION);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(sql.sql("SELECT status || ' ' || outcome || ' ' || reason FROM alert WHERE ref = ?").param(alert).query(String.class).single())
                .isEqualTo("DECIDED EMERGING Three small worries together");
        assertThat(page("front-door", "/alerts/" + alert)).contains("Emerging needs: a team around the family").contains("Lead practitioner: A. Baker")
                .contains("The family has not been told yet").contains("Assessment of the whole family due by 8 December 2026").contains("six-weekly review on 4 January 2027")
                .doesNotContain("Nan").doesNotContain("id=\"decide\"");
        assertThat(page("front-door", "/inbox")).doesNotContain(alert);
    }

    @Test
    void keepsAFormSentTwiceOnce() {
        String alert = aMissingChild();
        Map<String, String> fields = new HashMap<>(hidden(page("front-door", "/alerts/" + alert), "/alerts/" + alert + "/decision"));
        fields.putAll(DECISION);

        for (int i = 0; i < 2; i++) {
            assertThat(as("front-door").post("/alerts/" + alert, "/alerts/" + alert + "/decision", fields).statusCode()).isEqualTo(302);
        }

        assertThat(decisions(alert)).isEqualTo(1);
        assertThat(sql.sql("SELECT count(*) FROM answer_words").query(Long.class).single()).isEqualTo(sql.sql("SELECT count(DISTINCT decision_id) FROM answer_words").query(Long.class).single());
    }

    @Test
    void saysWhatIsMissingAndKeepsWhatWasTyped() {
        String alert = aMissingChild();

        HttpResponse<String> answer = decide(alert, Map.of("outcome", "INTENSIVE", "reason", "<b>Kept</b> & \"safe\"", "told", "UNSAFE", "agrees", "NO"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("There is a problem").contains("href=\"#lead\"").contains("Name the lead practitioner, or write that none is named yet")
                .contains("Say why the family has not been told or does not agree").contains("&lt;b&gt;Kept&lt;/b&gt; &amp; &quot;safe&quot;")
                .containsPattern("value=\"INTENSIVE\"[^>]*checked|checked[^>]*value=\"INTENSIVE\"").doesNotContain("<b>Kept");
        assertThat(decisions(alert)).isZero();
    }

    @Test
    void refusesAnAnswerNoFormOffers() {
        String alert = aMissingChild();

        assertThat(decide(alert, Map.of("outcome", "MAYBE", "reason", "x", "told", "YES", "agrees", "YES", "level", "7")).body())
                .contains("Choose what happens next").contains("Choose a level from the list");
        assertThat(send("front-door", "/alerts/" + alert, "/alerts/" + alert + "/decision", Map.of("id", "D1")).statusCode()).isEqualTo(400);
        assertThat(send("front-door", "/alerts/" + alert, "/alerts/" + alert + "/feedback", Map.of("feedback", "GREAT")).statusCode()).isEqualTo(400);
    }

    @Test
    void givesBackADecisionOnAnOlderVersion() {
        String alert = aMissingChild();
        Map<String, String> fields = new HashMap<>(hidden(page("front-door", "/alerts/" + alert), "/alerts/" + alert + "/decision"));
        fields.putAll(DECISION);
        receive(missingAndBack("M2", "2026-11-19").about(zoe()));

        HttpResponse<String> answer = as("front-door").post("/search", "/alerts/" + alert + "/decision", fields);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("There is new information since you opened this page").contains("New since you looked").contains("Three small worries together");
        assertThat(decisions(alert)).isZero();
        fields.putAll(hidden(answer.body(), "/alerts/" + alert + "/decision"));
        assertThat(as("front-door").post("/search", "/alerts/" + alert + "/decision", fields).statusCode()).isEqualTo(302);
    }

    @Test
    void letsASafeguardingDecisionWaitForNothing() {
        String alert = aMissingChild();
        Map<String, String> fields = new HashMap<>(hidden(page("front-door", "/alerts/" + alert), "/alerts/" + alert + "/decision"));
        fields.putAll(DECISION);
        fields.put("outcome", "SAFEGUARDING");
        receive(missingAndBack("M2", "2026-11-19").about(zoe()));

        assertThat(as("front-door").post("/search", "/alerts/" + alert + "/decision", fields).statusCode()).isEqualTo(302);
        assertThat(page("front-door", "/alerts/" + alert)).contains(newestAlert()).contains("has the family now");
    }

    @Test
    void opensTheChildsWordsWithAReasonOnly() {
        String alert = aMissingChild();
        decide(alert, DECISION);
        String id = sql.sql("SELECT id FROM decision WHERE alert_ref = ?").param(alert).query(String.class).single();
        assertThat(sql.sql("SELECT content::text FROM decision WHERE id = ?").param(id).query(String.class).single()).doesNotContain("Nan");

        HttpResponse<String> none = as("front-door").post("/alerts/" + alert + "/words", "/alerts/" + alert + "/words", Map.of("decision", id, "reason", " "));
        HttpResponse<String> opened = as("front-door").post("/alerts/" + alert + "/words", "/alerts/" + alert + "/words", Map.of("decision", id, "reason", "Review"));

        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).doesNotContain("Nan");
        assertThat(opened.body()).contains("I like it at Nan").contains("3 Low Row").contains("First ring the school");
        assertThat(entries("VIEWED")).anySatisfy(entry -> assertThat(entry).contains("FREE_TEXT").contains("Review"));
    }

    @Test
    void masksAHiddenPlaceInTheChildsWords() {
        String alert = aMissingChild();
        decide(alert, DECISION);
        String id = sql.sql("SELECT id FROM decision WHERE alert_ref = ?").param(alert).query(String.class).single();
        sql.sql("UPDATE person SET place_hidden = true").update();

        assertThat(as("front-door").post("/alerts/" + alert + "/words", "/alerts/" + alert + "/words", Map.of("decision", id, "reason", "Review")).body())
                .contains("[withheld]").doesNotContain("Low Row");
    }

    @Test
    void takesFeedbackOnAnEndedAlertToo() {
        String alert = aMissingChild();
        decide(alert, DECISION);

        assertThat(send("front-door", "/alerts/" + alert, "/alerts/" + alert + "/feedback", Map.of("feedback", "ALREADY_KNOWN")).statusCode()).isEqualTo(302);
        assertThat(page("front-door", "/alerts/" + alert)).contains("Feedback: already known");
    }

    @Test
    void letsNobodyElseAnswer() {
        String alert = aMissingChild();

        for (String role : new String[] {"ig", "steward", "operator"}) {
            assertThat(as(role).post("/", "/alerts/" + alert + "/acknowledge", Map.of("id", "01K00000000000000000000001", "version", "1")).statusCode()).isEqualTo(403);
        }
        String seen = as("ig").post("/alerts/" + alert, "/alerts/" + alert, Map.of("reason", "Complaint 12")).body();
        assertThat(seen).contains("Zoe Quill").doesNotContain("Record the decision").doesNotContain("I have this alert");
    }

    @Test
    void answersNothingWithoutTheFormsToken() {
        String alert = aMissingChild();

        HttpResponse<String> answer = as("front-door").postRaw("/alerts/" + alert + "/acknowledge", "id=01K00000000000000000000001&version=1");

        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in");
        assertThat(decisions(alert)).isZero();
    }

    private HttpResponse<String> decide(String alert, Map<String, String> typed) {
        return send("front-door", "/alerts/" + alert, "/alerts/" + alert + "/decision", typed);
    }

    private long decisions(String alert) {
        return sql.sql("SELECT count(*) FROM decision WHERE alert_ref = ?").param(alert).query(Long.class).single();
    }
}
