package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NotSharedPageTests extends FrontDoorTest {
    private static final Map<String, String> DECISION = Map.of("agency", "avonford-schools", "class", "DOMESTIC_ABUSE", "purpose", "SAFEGUARDING",
            "ground", "Sharing would put somebody at risk", "reason", "The school would have told the other parent.");

    @Test
    void keepsTheDecisionWithItsReasonAndBasis() {
        aHarmedHousehold();
        String child = refOf("Quill", "Zoe");

        HttpResponse<String> answer = record("front-door", with("about", child));

        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/not-shared?recorded"));
        JsonNode entry = JsonMapper.shared().readTree(entries("NOT_SHARED").stream().filter(one -> one.contains("ground")).findFirst().orElseThrow());
        assertThat(entry.path("person").asString()).isEqualTo(child);
        assertThat(entry.path("recipient").path("name").asString()).isEqualTo("avonford-schools");
        assertThat(entry.path("detail").path("decided by").asString()).isEqualTo("front-door (front-door)");
        assertThat(entry.path("detail").path("reason").asString()).startsWith("The school would");
        assertThat(entry.path("article9").asString()).isNotEmpty();
        assertThat(entry.path("power").isEmpty()).isFalse();
        assertThat(page("ig", "/sharing/" + entry.path("id").asString())).contains("Sharing would put somebody at risk").contains("The school would have told");
    }

    @Test
    void isAboutEveryoneWhenNobodyIsChosen() {
        aHarmedHousehold();

        record("manager", with("other", "the housing association", "agency", ""));

        List<String> kept = entries("NOT_SHARED").stream().filter(one -> one.contains("the housing association")).toList();
        assertThat(kept).hasSize(2).anyMatch(one -> one.contains(refOf("Quill", "Zoe"))).anyMatch(one -> one.contains(refOf("Quill", "Ida")));
    }

    @Test
    void countsAFormSentTwiceOnce() {
        aMissingChild();
        Map<String, String> form = with("id", "01KAN0R7G00000000000000001");

        as("front-door").post(here(), here(), form);
        as("front-door").post(here(), here(), form);

        assertThat(entries("NOT_SHARED").stream().filter(one -> one.contains("01KAN0R7G00000000000000001"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"about,P-ZZZZZZ,Choose somebody of this family", "agency,nobody-knows,Choose an agency from the list", "agency,'',Say with whom it was not shared",
            "class,SECRETS,Choose at least one kind of data", "purpose,MATCHING,Choose what it would have been for", "ground,because,Choose why it was not shared", "reason,no,Give the reason in a sentence"})
    void recordsNothingThatIsNotWhole(String field, String value, String fault) {
        aMissingChild();

        HttpResponse<String> answer = record("front-door", with(field, value));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(fault).contains("There is a problem");
        assertThat(entries("NOT_SHARED").stream().filter(one -> one.contains("ground"))).isEmpty();
    }

    @Test
    void isReachedFromFamilyAndAlert() {
        String alert = aMissingChild();

        assertThat(page("front-door", "/alerts/" + alert)).contains(here());
        assertThat(page("front-door", "/families/" + familyOf("Quill", "Zoe"))).contains(here());
        assertThat(page("front-door", here())).contains("<option value=\"" + refOf("Quill", "Zoe")).doesNotContain("Zoe");
    }

    private HttpResponse<String> record(String role, Map<String, String> form) {
        return send(role, here(), here(), form);
    }

    private String here() {
        return "/families/" + familyOf("Quill", "Zoe") + "/not-shared";
    }

    private static Map<String, String> with(String... changes) {
        Map<String, String> form = new HashMap<>(DECISION);
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }
}
