package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page that tells why, over records that went through identity, needs and alerts as in the hub. */
class WhyPageTests extends FrontDoorTest {
    @Test
    void tellsAnAlertByReferenceAndKeepsWhoAsked() {
        String alert = aMissingChild();

        String told = ask("operator", alert, "the school rang").body();

        assertThat(told).contains("Raised for frontdoor.early-help", "It rests on ").doesNotContain("Quill");
        assertThat(sql.sql("SELECT person FROM sharing_entry WHERE kind = 'VIEWED' AND who = 'operator'").query(String.class).list()).containsExactly(refOf("Quill", "Zoe"));
    }

    @Test
    void tellsAPersonToAManager() {
        aMissingChild();

        assertThat(ask("manager", refOf("Quill", "Zoe"), "asked at the meeting").body()).contains("Need MISSING began.", "Belongs to F-").doesNotContain("Quill", "2014", "ZZ99");
    }

    @Test
    void tellsNothingOfPeopleWithoutAReason() {
        String alert = aMissingChild();

        HttpResponse<String> refused = ask("operator", alert, " ");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Say why you ask about people").doesNotContain("Raised for");
        assertThat(sql.sql("SELECT count(*) FROM sharing_entry WHERE kind = 'VIEWED'").query(Long.class).single()).isZero();
    }

    @Test
    void tellsAFileWithoutAReasonAndNotesNobody() {
        aMissingChild();
        String receipt = sql.sql("SELECT receipt FROM delivery ORDER BY id DESC LIMIT 1").query(String.class).single();

        assertThat(ask("operator", receipt, "").statusCode()).isIn(200, 400);
        assertThat(ask("operator", "R-20260101-AAAAAA", "").body()).contains("knows nothing by that reference");
        assertThat(ask("operator", "Zoe Quill", "x").statusCode()).isEqualTo(400);
        assertThat(sql.sql("SELECT count(*) FROM sharing_entry WHERE kind = 'VIEWED'").query(Long.class).single()).isZero();
    }

    @Test
    void isClosedToOthers() {
        assertThat(as("front-door").get("/why").statusCode()).isEqualTo(403);
        assertThat(as("steward").get("/why").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> ask(String role, String ref, String reason) {
        return as(role).post("/why", "/why", Map.of("ref", ref, "reason", reason));
    }
}
